import { ConfigurationTarget, commands, type Disposable, type Uri, window, workspace } from 'vscode';
import { type SourceChoices, section } from '../settings.ts';

/** Forces files in or out as sources, or leaves it to their text again; written to the settings of their folder. */
export function registerSourceChoice(): Disposable[] {
  const choose = (choice: boolean | undefined) => async (clicked?: Uri, selected?: Uri[]) => {
    const active = clicked ?? window.activeTextEditor?.document.uri;
    const uris = selected?.length ? selected : active ? [active] : [];
    for (const uri of uris) await write(uri, choice);
  };
  return [
    commands.registerCommand('crossread.alwaysRead', choose(true)),
    commands.registerCommand('crossread.neverRead', choose(false)),
    commands.registerCommand('crossread.decideAutomatically', choose(undefined)),
  ];
}

async function write(uri: Uri, choice: boolean | undefined): Promise<void> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) return void window.setStatusBarMessage('Crossread: the file is in no folder of this workspace', 4000);
  const path = relativePath(folder.uri, uri);
  const settings = workspace.getConfiguration(section, folder.uri);
  const { workspaceValue, workspaceFolderValue } = settings.inspect<SourceChoices>('sources') ?? {};
  const update = async (target: ConfigurationTarget, old: SourceChoices = {}, added?: boolean) => {
    const { [path]: had, ...others } = old;
    if (had === added) return;
    const value = added === undefined ? others : { ...others, [path]: added };
    await settings.update('sources', Object.keys(value).length > 0 ? value : undefined, target);
  };
  // In a workspace of several folders the choice belongs to the folder, so that equal paths in others are left alone.
  const isMultiRoot = (workspace.workspaceFolders?.length ?? 0) > 1;
  await update(ConfigurationTarget.Workspace, workspaceValue, isMultiRoot ? undefined : choice);
  if (isMultiRoot) await update(ConfigurationTarget.WorkspaceFolder, workspaceFolderValue, choice);
}

/** The path below the folder, with forward slashes on every system. */
function relativePath(folder: Uri, file: Uri): string {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.path.slice(root.length);
}
