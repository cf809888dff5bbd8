import { type Disposable, window } from 'vscode';
import { sourceTree } from '../model/sourceTree.ts';
import type { OverviewStore } from '../overview.ts';
import { NodeTree } from './tree.ts';

/** The Sources view. */
export function createSourcesView(store: OverviewStore): Disposable[] {
  const tree = new NodeTree();
  const view = window.createTreeView('crossread.sources', { treeDataProvider: tree });
  const update = () => {
    const { sources } = store.overview;
    tree.show(sourceTree(store.overview));
    view.description = sources.length > 0 ? String(sources.length) : undefined;
  };
  update();
  return [view, tree, store.onOverview(update)];
}
