import { commands, type Disposable, type ExtensionContext, window } from 'vscode';
import { contradictionTree, type Grouping, groupings } from '../model/contradictionTree.ts';
import { viewState } from '../model/status.ts';
import { count } from '../model/text.ts';
import { isSettled } from '../model/verdict.ts';
import type { OverviewStore } from '../overview.ts';
import { NodeTree } from './tree.ts';

const memory = 'crossread.grouping';
const settledMemory = 'crossread.showSettled';

const choices: { label: string; description: string; grouping: Grouping }[] = [
  { label: 'Severity', description: 'conflicts, updates, variations', grouping: 'severity' },
  { label: 'Kind', description: 'numbers, dates, places, people, …', grouping: 'kind' },
  { label: 'Source', description: 'what each text is in dispute about', grouping: 'source' },
];

/** The Contradictions view. How it is grouped is remembered per workspace. */
export function createContradictionsView({ workspaceState }: ExtensionContext, store: OverviewStore): Disposable[] {
  const tree = new NodeTree();
  const view = window.createTreeView('crossread.contradictions', { treeDataProvider: tree, showCollapseAll: true });
  const grouping = () => groupings.find((g) => g === workspaceState.get(memory)) ?? 'severity';

  const update = () => {
    const { overview } = store;
    const { length } = overview.contradictions.filter((c) => !isSettled(c));
    tree.show(contradictionTree(overview, grouping(), showsSettled()));
    view.description = length > 0 ? `by ${grouping()}` : undefined;
    view.badge = length > 0 ? { value: length, tooltip: count(length, 'contradiction') } : undefined;
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
    const advice = sources.length === 1 ? ' Add other texts to the folder to read it against them.' : '';
    const silence =
      contradictions.length > 0
        ? `${count(contradictions.length, 'contradiction')}, all dismissed or resolved.`
        : `No contradictions found in ${count(sources.length, 'source')}.${advice}`;
    view.message = isSilent ? silence : undefined;
  };

  const groupBy = async () => {
    const items = choices.map((choice) => ({ ...choice, picked: choice.grouping === grouping() }));
    const chosen = await window.showQuickPick(items, { title: 'Group contradictions by' });
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
