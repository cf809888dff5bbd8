import { t } from '@vscode/l10n';
import { type Disposable, Hover, languages } from 'vscode';
import { type ContradictionItem, ContradictionsAtRequest } from '../../../server/src/protocol.ts';
import type { OverviewStore } from '../overview.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { commandLinks } from './commandLink.ts';

const links = () => [
  { command: 'crossread.openSideBySide', label: `$(split-horizontal) ${t('Side by Side')}` },
  { command: 'crossread.peekStatements', label: `$(references) ${t('All Statements')}` },
  { command: 'crossread.copyContradiction', label: `$(copy) ${t('Copy')}` },
];

/**
 * A row of links below the hover on a disputed statement. It is a hover of its own because its links run commands: it
 * holds nothing of a source but the id of the question, and the hover that quotes the sources stays untrusted.
 */
export function createHoverLinks(server: ServerProcess, store: OverviewStore): Disposable {
  return languages.registerHoverProvider('*', {
    async provideHover({ uri }, { line, character }, token) {
      if (!store.overview.sources.some((source) => source.uri === uri.toString())) return undefined;
      const params = { textDocument: { uri: uri.toString() }, position: { line, character } };
      const here = await server.request<ContradictionItem[]>(ContradictionsAtRequest, params, token);
      return here?.[0] && new Hover(commandLinks(links(), here[0].id));
    },
  });
}
