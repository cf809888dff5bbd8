import { t } from '@vscode/l10n';
import { commands, type Disposable, type ExtensionContext, window } from 'vscode';
import { contradictionTree, type Grouping, groupings } from '../model/contradictionTree.ts';
import { viewState } from '../model/status.ts';
import { counted } from '../model/words.ts';
import type { OverviewStore } from '../overview.ts';
import { NodeTree } from './tree.ts';

const memory = 'crossread.grouping';

const choices = (): { label: string; description: string; grouping: Grouping }[] => [
  { label: t('Severity'), description: t('conflicts, updates, variations'), grouping: 'severity' },
  { label: t('Kind'), description: t('numbers, dates, places, people, …'), grouping: 'kind' },
  { label: t('Source'), description: t('what each text is in dispute about'), grouping: 'source' },
];

const described = {
  severity: () => t('by severity'),
  kind: () => t('by kind'),
  source: () => t('by source'),
} satisfies Record<Grouping, () => string>;

/** The Contradictions view. How it is grouped is remembered per workspace. */
export function createContradictionsView({ workspaceState }: ExtensionContext, store: OverviewStore): Disposable[] {
  const tree = new NodeTree();
  const view = window.createTreeView('crossread.contradictions', { treeDataProvider: tree, showCollapseAll: true });
  const grouping = () => groupings.find((g) => g === workspaceState.get(memory)) ?? 'severity';

  const update = () => {
    const { overview } = store;
    const { length } = overview.contradictions;
    tree.show(contradictionTree(overview, grouping()));
    view.description = length > 0 ? described[grouping()]() : undefined;
    view.badge = length > 0 ? { value: length, tooltip: counted.contradictions(length) } : undefined;
  };

  const updateMessage = () => {
    const { sources, contradictions } = store.overview;
    const isSilent = viewState(store.situation) === 'ready' && contradictions.length === 0;
    const advice = sources.length === 1 ? t('Add other texts to the folder to read it against them.') : '';
    view.message = isSilent
      ? `${t('No contradictions found in {0}.', counted.sources(sources.length))} ${advice}`.trim()
      : undefined;
  };

  const groupBy = async () => {
    const items = choices().map((choice) => ({ ...choice, picked: choice.grouping === grouping() }));
    const chosen = await window.showQuickPick(items, { title: t('Group contradictions by') });
    if (!chosen) return;
    await workspaceState.update(memory, chosen.grouping);
    update();
  };

  update();
  return [
    view,
    tree,
    store.onOverview(update),
    store.onSituation(updateMessage),
    commands.registerCommand('crossread.groupBy', groupBy),
  ];
}
