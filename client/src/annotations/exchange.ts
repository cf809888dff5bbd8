import { t } from '@vscode/l10n';
import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import {
  type ExchangeFormat,
  type ExportParams,
  ExportRequest,
  type ImportParams,
  ImportRequest,
  type ImportResult,
} from '../../../server/src/protocol.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { say } from '../status.ts';

interface Format {
  format: ExchangeFormat;
  label: string;
  description: string;
  /** Of its files. */
  endings: string[];
}

const formats = (): Format[] => [
  { format: 'jsonld', label: t('Annotations'), description: 'W3C JSON-LD', endings: ['jsonld'] },
  { format: 'brat', label: t('Entities and notes'), description: t('brat, a folder'), endings: ['ann'] },
  { format: 'conll', label: t('Names'), description: 'CoNLL, IOB2', endings: ['conll', 'iob2'] },
  { format: 'csv', label: t('Contradictions with verdicts'), description: 'CSV', endings: ['csv'] },
  {
    format: 'sarif',
    label: t('Contradictions for code-scanning pages'),
    description: 'SARIF 2.1.0',
    endings: ['sarif'],
  },
];

/** Writes annotations and findings for other programs, and takes in what these made of the sources. */
export function registerExchange(server: ServerProcess): Disposable[] {
  /** @param given where the format and the place are known, the dialogs are spared */
  const exportTo = async (given?: { format?: unknown; uri?: unknown }) => {
    const chosen =
      formats().find(({ format }) => format === given?.format) ??
      (await window.showQuickPick(formats(), { title: t('What is to be exported?') }));
    if (!chosen) return;
    const uri = given?.uri instanceof Uri ? given.uri : await askWhere(chosen);
    const folder = uri && (await folderOfMany());
    if (!uri || folder === null) return;
    const params: ExportParams = { format: chosen.format, uri: uri.toString(), ...(folder ? { folder } : {}) };
    const told = await server.tell<number>(ExportRequest, params);
    if (told) say(told.answer === 1 ? t('exported') : t('{0} files written', told.answer));
  };

  const importFrom = async (given?: unknown) => {
    const uris = given instanceof Uri ? [given] : await askWhich();
    const folder = uris && (await folderOfMany());
    if (!uris || folder === null) return;
    const params: ImportParams = { uris: uris.map((uri) => uri.toString()), ...(folder ? { folder } : {}) };
    const told = await server.tell<ImportResult>(ImportRequest, params);
    if (told) await show(told.answer);
  };

  return [
    commands.registerCommand('crossread.export', exportTo),
    commands.registerCommand('crossread.import', importFrom),
  ];
}

async function askWhere({ format, label, description, endings }: Format): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (format === 'brat') {
    const chosen = await window.showOpenDialog({
      title: t('The folder that takes texts and annotations'),
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: t('Export'),
    });
    return chosen?.[0];
  }
  return window.showSaveDialog({
    title: `${label} (${description})`,
    ...(folder ? { defaultUri: Uri.joinPath(folder, `crossread.${endings[0]}`) } : {}),
    filters: { [description]: endings },
  });
}

function askWhich(): Thenable<Uri[] | undefined> {
  const all = formats().flatMap(({ endings }) => endings);
  return window.showOpenDialog({
    title: t('Annotations of other programs or readers'),
    canSelectMany: true,
    openLabel: t('Import'),
    filters: { [t('Annotations')]: [...all, 'json'] },
  });
}

/** Undefined where there is one workspace folder or none, null when the user thinks better of it. */
async function folderOfMany(): Promise<string | undefined | null> {
  if ((workspace.workspaceFolders ?? []).length < 2) return undefined;
  const chosen = await window.showWorkspaceFolderPick({ placeHolder: t('Whose annotations?') });
  return chosen ? chosen.uri.toString() : null;
}

/** Says what came of it; what has no place is listed on demand. */
async function show({ imported, removed, unplaced, problems }: ImportResult): Promise<void> {
  const parts = [
    t('{0} imported', imported),
    ...(removed > 0 ? [t('{0} taken back', removed)] : []),
    ...(unplaced > 0 ? [t('{0} without a place', unplaced)] : []),
  ];
  const text = `${parts.join(', ')}.`;
  if (problems.length === 0) return void window.showInformationMessage(text);
  const question = t('{0} problems', problems.length);
  void window.showWarningMessage(`${text} ${question}.`, t('Show')).then(async (chosen) => {
    if (!chosen) return;
    const document = await workspace.openTextDocument({ content: problems.join('\n'), language: 'log' });
    await window.showTextDocument(document);
  });
}
