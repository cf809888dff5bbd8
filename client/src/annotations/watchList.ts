import { t } from '@vscode/l10n';
import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { commands, type Disposable, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { EntityItem } from '../../../server/src/protocol.ts';
import type { Choice, From } from '../commands/choice.ts';
import { exists } from '../files.ts';

const file = '.crossread/watchlist.json';
const empty = '{\n  "entities": []\n}\n';
const formatting = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** The watch list: a file that the reader writes, and that entities can be put on. */
export function registerWatchList(choice: Choice): Disposable[] {
  const open = async (): Promise<TextDocument | undefined> => {
    const folder = await folderOfList();
    if (!folder) return undefined;
    const uri = Uri.joinPath(folder, file);
    if (!(await exists(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(empty));
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    return document;
  };
  const watch = async (from?: From) => {
    const entity = await choice.entity(from);
    const document = entity && (await open());
    if (document) await add(document, entity);
  };
  return [
    commands.registerCommand('crossread.openWatchList', async () => void (await open())),
    commands.registerCommand('crossread.watchEntity', watch),
  ];
}

async function folderOfList(): Promise<Uri | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (!first) return void window.showWarningMessage(t('The watch list is kept in a folder: open one.'));
  if (others.length === 0) return first.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: t('Whose watch list?') }))?.uri;
}

/** Adds an entry with the names that the sources have, for the reader to go on with, and saves. */
async function add(document: TextDocument, { name, aliases, type }: EntityItem): Promise<void> {
  const text = document.getText();
  const errors: ParseError[] = [];
  const list: unknown = parse(text, errors, { allowTrailingComma: true });
  const entities = (list as { entities?: unknown } | undefined)?.entities;
  if (errors.length > 0 || !Array.isArray(entities)) {
    return void window.showErrorMessage(t('The watch list is malformed. Mend it first.'));
  }
  if (entities.some((each) => each?.name === name)) return;
  // a surname or given name alone may be that of others, and is linked anyway
  const others = aliases.filter((alias) => alias !== name && (type !== 'person' || alias.includes(' ')));
  const entry = { name, ...(others.length > 0 ? { aliases: others } : {}), type, note: '' };
  const changed = applyEdits(
    text,
    modify(text, ['entities', entities.length], entry, { formattingOptions: formatting, isArrayInsertion: true }),
  );
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(0), document.positionAt(text.length)), changed);
  await workspace.applyEdit(edit);
  await document.save();
}
