import { t } from '@vscode/l10n';
import { commands, type Disposable, window } from 'vscode';
import { type MentionItem, MentionsRequest } from '../../../server/src/protocol.ts';
import type { Choice } from '../commands/choice.ts';
import { entityTree, nameFilter } from '../model/entityTree.ts';
import type { TreeNode } from '../model/node.ts';
import { counted } from '../model/words.ts';
import type { OverviewStore } from '../overview.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { NodeTree } from './tree.ts';

/** The Entities view, its filter, and the way from a name in a text to its row. */
export function createEntitiesView(server: ServerProcess, store: OverviewStore, choice: Choice): Disposable[] {
  const tree = new NodeTree();
  const view = window.createTreeView('crossread.entities', { treeDataProvider: tree, showCollapseAll: true });
  const fetch = async (id: string) => (await server.request<MentionItem[]>(MentionsRequest, { id })) ?? [];
  let filter = '';

  const update = () => {
    const { overview } = store;
    const total = overview.entities.length;
    tree.show(entityTree(overview, filter, fetch));
    view.description = total > 0 ? String(total) : undefined;
    const shown = filter && t('{0} of {1}', overview.entities.filter(nameFilter(filter)).length, counted.names(total));
    view.message = filter ? t('Filter “{0}”: {1}', filter, shown) : undefined;
  };

  const setFilter = (words: string) => {
    if (words === filter) return;
    filter = words;
    void commands.executeCommand('setContext', 'crossread.entityFilter', filter !== '');
    update();
  };

  const askForFilter = () => {
    const before = filter;
    const input = window.createInputBox();
    input.title = t('Filter entities by name');
    input.placeholder = t('Any part of a name or alias');
    input.value = filter;
    let isAccepted = false;
    input.onDidChangeValue(setFilter);
    input.onDidAccept(() => {
      isAccepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!isAccepted) setFilter(before);
      input.dispose();
    });
    void commands.executeCommand('crossread.entities.focus').then(() => input.show());
  };

  const showEntity = async () => {
    const entity = await choice.entity(undefined);
    if (!entity) return;
    if (!nameFilter(filter)(entity)) setFilter('');
    const row = find(tree.roots, entity.id);
    if (row) await view.reveal(row, { select: true, focus: true, expand: true });
  };

  update();
  return [
    view,
    tree,
    store.onOverview(update),
    commands.registerCommand('crossread.filterEntities', askForFilter),
    commands.registerCommand('crossread.clearEntityFilter', () => setFilter('')),
    commands.registerCommand('crossread.showEntity', showEntity),
  ];
}

function find(roots: TreeNode[], entity: string): TreeNode | undefined {
  return roots.flatMap(({ children }) => (Array.isArray(children) ? children : [])).find((row) => row.of === entity);
}
