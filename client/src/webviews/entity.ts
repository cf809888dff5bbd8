import { commands, Disposable, EventEmitter, type ExtensionContext, l10n, window } from 'vscode';
import { EntityAtRequest, type EntityItem, type EntityPage, EntityPageRequest } from '../../../server/src/protocol.ts';
import { currentEntity, entityData } from '../model/entityData.ts';
import type { TreeNode } from '../model/node.ts';
import { viewState } from '../model/status.ts';
import type { OverviewStore } from '../overview.ts';
import { plain, readerPlace } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { askPatiently } from '../status.ts';
import { contentChanged, SinglePanel, type ViewContent } from './view.ts';

const memory = 'crossread.entityPage';

/** The page of an entity. One panel, which goes from entity to entity. */
export function createEntityPage(
  { extensionUri, workspaceState }: ExtensionContext,
  server: ServerProcess,
  store: OverviewStore,
): Disposable[] {
  const turned = new EventEmitter<void>();
  let shown = workspaceState.get<Pick<EntityItem, 'id' | 'name' | 'type'>>(memory);

  const data = async () => {
    const id = shown && currentEntity(store.overview, shown);
    const page = id ? await server.request<EntityPage | null>(EntityPageRequest, { id }) : null;
    return { situation: viewState(store.situation), ...entityData(page ?? null, store.overview) };
  };
  const content: ViewContent = {
    name: 'entity',
    title: shown?.name ?? l10n.t('Entity'),
    extension: extensionUri,
    data,
    changed: (listener) =>
      Disposable.from(
        contentChanged(store)(listener),
        turned.event(() => listener(undefined)),
      ),
    isSource: (uri) => store.overview.sources.some((source) => source.uri === uri),
    openEntity: (id) => void commands.executeCommand('crossread.openEntity', id),
  };
  const panel = new SinglePanel('crossread.entity', content);

  const atCursor = async () => {
    const place = readerPlace();
    if (!place) return undefined;
    const params = { textDocument: { uri: place.uri }, position: place.position };
    return (await askPatiently<EntityItem | null>(server, EntityAtRequest, params)) ?? undefined;
  };
  const pick = async () => {
    const items = store.overview.entities.map((entity) => ({
      label: plain(entity.name),
      description: plain([entity.type, entity.roles[0]].filter(Boolean).join(' · ')),
      entity,
    }));
    return (await window.showQuickPick(items, { title: l10n.t('Open the page of'), matchOnDescription: true }))?.entity;
  };
  /** From a link or a row by id, else at the cursor, else as chosen from a list. */
  const open = async (from?: TreeNode | string) => {
    const id = typeof from === 'string' ? from : from?.of;
    const entity = id ? store.overview.entities.find((each) => each.id === id) : ((await atCursor()) ?? (await pick()));
    if (!entity) return;
    shown = { id: entity.id, name: entity.name, type: entity.type };
    await workspaceState.update(memory, shown);
    content.title = entity.name;
    panel.show();
    turned.fire();
  };
  return [panel, turned, commands.registerCommand('crossread.openEntity', open)];
}
