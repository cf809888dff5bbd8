import { type ConfigurationScope, workspace } from 'vscode';
import type { FolderSettings } from './selector.ts';

/** Whether a file is read whatever it looks like, or never; a file that is not named is decided by its text. */
export type SourceChoice = 'always' | 'never';

export const section = 'crossread';

export function sourceChoices(scope: ConfigurationScope): Record<string, SourceChoice> {
  return workspace.getConfiguration(section, scope).get<Record<string, SourceChoice>>('sources', {});
}

export function folderSettings(): FolderSettings[] {
  return (workspace.workspaceFolders ?? []).map(({ uri }) => ({
    uri: uri.toString(),
    include: workspace.getConfiguration(section, uri).get<string[]>('include', []),
    always: Object.entries(sourceChoices(uri)).flatMap(([path, choice]) => (choice === 'always' ? path : [])),
  }));
}
