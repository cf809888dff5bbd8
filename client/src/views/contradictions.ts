import { t } from '@vscode/l10n';
import { commands, type Disposable, type ExtensionContext, window } from 'vscode';
import { contradictionTree, type Grouping, groupings } from '../model/contradictionTree.ts';
import { viewState } from '../model/status.ts';
import { isSettled, openContradictions } from '../model/verdict.ts';
import { counted } from '../model/words.ts';
import type { OverviewStore } from '../overview.ts';
import { NodeTree } from './tree.ts';

const memory = 'crossread.grouping';
const settledMemory = 'crossread.showSettled';

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
    const { length } = openContradictions(overview);
    tree.show(contradictionTree(overview, grouping(), showsSettled()));
    view.description = length > 0 ? described[grouping()]() : undefined;
    view.badge = length > 0 ? { value: length, tooltip: counted.contradictions(length) } : undefined;
  };

  const showsSettled = () => workspaceState.get(settledMemory) === true;
  const showSettled = async (isShown: boolean) => {
    await workspaceState.update(settledMemory, isShown);
    void commands.executeCommand('setContext', settledMemory, isShown);
    update();
  };

  const updateMessage = () => {
    const { sources, contradictions } = store.overview;
    const isSilent = viewState(store.situation) === 'ready' && contradictions.every(isSettled);
    view.message = isSilent ? silence(sources.length, contradictions.length) : undefined;
  };

  const groupBy = async () => {
    const items = choices().map((choice) => ({ ...choice, picked: choice.grouping === grouping() }));
    const chosen = await window.showQuickPick(items, { title: t('Group contradictions by') });
    if (!chosen) return;
    await workspaceState.update(memory, chosen.grouping);
    update();
  };

  update();
  void commands.executeCommand('setContext', settledMemory, showsSettled());
  return [
    view,
    tree,
    store.onOverview(update),
    store.onSituation(updateMessage),
    commands.registerCommand('crossread.groupBy', groupBy),
    commands.registerCommand('crossread.showSettledContradictions', () => showSettled(true)),
    commands.registerCommand('crossread.hideSettledContradictions', () => showSettled(false)),
  ];
}

/** What the view says where nothing is open. */
function silence(sources: number, settled: number): string {
  if (settled > 0) return t('{0}, all dismissed or resolved.', counted.contradictions(settled));
  const advice = sources === 1 ? t('Add other texts to the folder to read it against them.') : '';
  return `${t('No contradictions found in {0}.', counted.sources(sources))} ${advice}`.trim();
}
