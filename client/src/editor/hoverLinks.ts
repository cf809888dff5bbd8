import { t } from '@vscode/l10n';
import { type Disposable, Hover, languages, MarkdownString } from 'vscode';
import { type ContradictionItem, ContradictionsAtRequest } from '../../../server/src/protocol.ts';
import type { OverviewStore } from '../overview.ts';
import type { ServerProcess } from '../serverProcess.ts';

const links = () => [
  { command: 'crossread.openSideBySide', icon: 'split-horizontal', label: t('Side by Side') },
  { command: 'crossread.peekStatements', icon: 'references', label: t('All Statements') },
  { command: 'crossread.copyContradiction', icon: 'copy', label: t('Copy') },
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
      return here?.[0] && new Hover(rowFor(here[0].id));
    },
  });
}

function rowFor(id: string): MarkdownString {
  const row = new MarkdownString('', true);
  row.isTrusted = { enabledCommands: links().map(({ command }) => command) };
  const target = encodeURIComponent(JSON.stringify([id]));
  row.value = links()
    .map(({ command, icon, label }) => `[$(${icon}) ${label}](command:${command}?${target})`)
    .join(' &nbsp; ');
  return row;
}
