import { commands, type Disposable, type ExtensionContext, Uri, workspace } from 'vscode';

const walkthrough = 'crossread.crossread#start';

/** Opens the sample sources for someone who has none at hand, and the way to get started. */
export function registerSamples({ extensionUri, globalStorageUri }: ExtensionContext): Disposable[] {
  const openSamples = async () => {
    // A copy, because the folder of the extension goes with its next version; what the user changes in it is kept.
    const folder = Uri.joinPath(globalStorageUri, 'samples');
    await copyMissing(Uri.joinPath(extensionUri, 'seeds'), folder);
    const hasWindow = (workspace.workspaceFolders?.length ?? 0) > 0;
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: hasWindow });
  };
  return [
    commands.registerCommand('crossread.openSamples', openSamples),
    commands.registerCommand('crossread.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false),
    ),
  ];
}

async function copyMissing(from: Uri, to: Uri): Promise<void> {
  await workspace.fs.createDirectory(to);
  const there = new Set((await workspace.fs.readDirectory(to)).map(([name]) => name));
  for (const [name] of await workspace.fs.readDirectory(from)) {
    if (!there.has(name)) await workspace.fs.copy(Uri.joinPath(from, name), Uri.joinPath(to, name));
  }
}
