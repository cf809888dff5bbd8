import { t } from '@vscode/l10n';
import {
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import { harmless, harmlessLines } from '../../../server/src/harmless.ts';
import type { TreeNode } from '../model/node.ts';

/** Shows rows made of plain data in a tree of VS Code. */
export class NodeTree implements TreeDataProvider<TreeNode>, Disposable {
  #roots: TreeNode[] = [];
  readonly #parents = new Map<string, TreeNode | undefined>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  get roots(): TreeNode[] {
    return this.#roots;
  }

  show(roots: TreeNode[]): void {
    this.#roots = roots;
    this.#parents.clear();
    this.#adopt(roots);
    this.#changed.fire();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const { children = [] } = node ?? { children: this.#roots };
    if (typeof children !== 'function') return children;
    const rows = await children();
    this.#adopt(rows, node);
    return rows;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.#parents.get(node.id);
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = new TreeItem(
      { label: harmless(node.label), highlights: node.highlight && [node.highlight] },
      collapsible(node),
    );
    item.id = node.id;
    item.contextValue = node.kind;
    item.description = node.description && harmless(node.description);
    item.tooltip = node.tooltip && harmlessLines(node.tooltip);
    item.accessibilityInformation = { label: harmless(node.spoken ?? node.label) };
    if (node.icon) item.iconPath = themeIcon(node.icon);
    if (node.place)
      item.command = {
        command: 'crossread.openLocation',
        title: t('Open'),
        arguments: [node.place.uri, node.place.range],
      };
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #adopt(rows: TreeNode[], parent?: TreeNode): void {
    for (const row of rows) {
      this.#parents.set(row.id, parent);
      if (Array.isArray(row.children)) this.#adopt(row.children, row);
    }
  }
}

function themeIcon({ id, color }: NonNullable<TreeNode['icon']>): ThemeIcon {
  return new ThemeIcon(id, color ? new ThemeColor(color) : undefined);
}

function collapsible({ children, expanded }: TreeNode): TreeItemCollapsibleState {
  if (!children) return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
