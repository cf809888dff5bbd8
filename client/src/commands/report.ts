import { t } from '@vscode/l10n';
import { commands, type Disposable, env, Uri, window, workspace } from 'vscode';
import { withoutLinks } from '../../../server/src/harmless.ts';
import { type ReportParams, ReportRequest } from '../../../server/src/protocol.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { patiently, say } from '../status.ts';
import type { Choice, From } from './choice.ts';

const isMarkdown = /\.(?:md|markdown)$/i;

/** Copies a contradiction or an entity as Markdown, and saves the whole comparison as a page or as Markdown. */
export function registerReport(server: ServerProcess, choice: Choice): Disposable[] {
  const write = (params: ReportParams) =>
    patiently(t('writing the report'), (token) => server.request<string | null>(ReportRequest, params, token));

  const copy = async (params: ReportParams) => {
    const text = await write(params);
    if (!text) return;
    await env.clipboard.writeText(text);
    say(t('copied as Markdown'));
  };

  const copyContradiction = async (from?: From) => {
    const chosen = await choice.contradiction(from, t('Copy as Markdown'));
    if (chosen) await copy({ contradiction: chosen.id });
  };

  const copyEntity = async (from?: From) => {
    const chosen = await choice.entity(from);
    if (chosen) await copy({ entity: chosen.id });
  };

  const saveReport = async (to?: unknown) => {
    const target = to instanceof Uri ? to : await askWhere();
    if (!target) return;
    const text = await write({ format: isMarkdown.test(target.path) ? 'markdown' : 'html' });
    if (!text) return;
    try {
      await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    } catch (error) {
      server.log.error('The report could not be saved.', String(error));
      return void (await offer(
        t('The report could not be saved: {0}', reasonOf(error)),
        t('Save Elsewhere…'),
        saveReport,
      ));
    }
    await offer(t('The report is saved.'), t('Open'), () => open(target));
  };

  return [
    commands.registerCommand('crossread.copyContradiction', copyContradiction),
    commands.registerCommand('crossread.copyEntity', copyEntity),
    commands.registerCommand('crossread.saveReport', saveReport),
  ];
}

function askWhere(): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: t('Save the comparison as a web page or as Markdown'),
    defaultUri: folder && Uri.joinPath(folder, 'crossread-report.html'),
    filters: { [t('Web page')]: ['html'], Markdown: ['md'] },
  });
}

/** A page opens in the browser where there is one beside the file, anything else in an editor. */
async function open(target: Uri): Promise<void> {
  const isPage = !isMarkdown.test(target.path) && target.scheme === 'file' && env.remoteName === undefined;
  if (isPage) await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

/** Does not wait for the answer: a notification may be left standing. */
async function offer(message: string, button: string, act: () => Promise<void>): Promise<void> {
  void window
    .showInformationMessage(withoutLinks(message), button)
    .then((chosen) => (chosen === button ? act() : undefined));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
