import { type Disposable, Hover, l10n, languages } from 'vscode';
import { EntityAtRequest, type EntityItem } from '../../../server/src/protocol.ts';
import { commandLinks } from '../editor/commandLink.ts';
import type { OverviewStore } from '../overview.ts';
import type { ServerProcess } from '../serverProcess.ts';

const command = 'crossread.openEntity';

/**
 * The way from the hover on a name to the page of its entity. It stands apart from the server's hover, which quotes the
 * sources: only this line, in which nothing comes from a source, may run a command, and only this one.
 */
export function registerEntityLink(server: ServerProcess, store: OverviewStore): Disposable {
  return languages.registerHoverProvider('*', {
    provideHover: async ({ uri }, position) => {
      const source = uri.toString();
      if (!store.overview.sources.some((each) => each.uri === source)) return undefined;
      const params = { textDocument: { uri: source }, position };
      const entity = await server.request<EntityItem | null>(EntityAtRequest, params);
      if (!entity) return undefined;
      return new Hover(commandLinks([{ command, label: l10n.t('Open entity page') }], entity.id));
    },
  });
}
