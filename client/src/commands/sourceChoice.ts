import { t } from '@vscode/l10n';
import { ConfigurationTarget, commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { TreeNode } from '../model/node.ts';
import { type SourceChoices, section } from '../settings.ts';
import { say } from '../status.ts';

/** Forces files in or out as sources, or leaves it to their text again; written to the settings of their folder. */
export function registerSourceChoice(): Disposable[] {
  // From a row of the Sources view, from files in the Explorer, from a tab, or for the active editor.
  const choose = (choice: boolean | undefined) => async (clicked?: Uri | TreeNode, selected?: Uri[]) => {
    const one = clicked instanceof Uri ? clicked : clicked?.of ? Uri.parse(clicked.of) : activeUri();
    const isMany = Array.isArray(selected) && selected.length > 0 && selected.every((each) => each instanceof Uri);
    for (const uri of isMany ? selected : one ? [one] : []) await write(uri, choice);
  };
  return [
    commands.registerCommand('crossread.alwaysRead', choose(true)),
    commands.registerCommand('crossread.neverRead', choose(false)),
    commands.registerCommand('crossread.decideAutomatically', choose(undefined)),
  ];
}

function activeUri(): Uri | undefined {
  return window.activeTextEditor?.document.uri;
}

async function write(uri: Uri, choice: boolean | undefined): Promise<void> {
  if (!workspace.isTrusted) return askForTrust();
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) return say(t('the file is in no folder of this workspace'));
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

/** The choice is kept in the settings of the folder, and those that say what is read are not heeded in restricted mode. */
async function askForTrust(): Promise<void> {
  const manage = t('Manage Workspace Trust');
  const message = t('What is read as a source can be chosen once you trust the folder.');
  if ((await window.showInformationMessage(message, manage)) === manage) {
    await commands.executeCommand('workbench.trust.manage');
  }
}

/** The path below the folder, with forward slashes on every system. */
function relativePath(folder: Uri, file: Uri): string {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.path.slice(root.length);
}
