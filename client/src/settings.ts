import { workspace } from 'vscode';
import type { FolderSettings } from './selector.ts';

/** Files, by path or glob relative to the folder, that are sources or are not, whatever they look like. */
export type SourceChoices = Record<string, boolean>;

export const section = 'crossread';

export function folderSettings(): FolderSettings[] {
  return (workspace.workspaceFolders ?? []).map(({ uri }) => {
    const settings = workspace.getConfiguration(section, uri);
    const choices = Object.entries(settings.get<SourceChoices>('sources', {}));
    return {
      uri: uri.toString(),
      include: settings.get<string[]>('include', []),
      always: choices.flatMap(([path, isSource]) => (isSource ? path : [])),
    };
  });
}
