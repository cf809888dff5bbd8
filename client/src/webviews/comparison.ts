import { commands, type Disposable, type ExtensionContext, l10n, window } from 'vscode';
import { comparisonData } from '../model/comparison.ts';
import { ComparisonSender } from '../model/comparisonMessages.ts';
import { viewState } from '../model/status.ts';
import type { OverviewStore } from '../overview.ts';
import { contentChanged, fillView, SinglePanel, type ViewContent } from './view.ts';

/** The comparison, in the editor area and as a view of the side bar. */
export function createComparison({ extensionUri }: ExtensionContext, store: OverviewStore): Disposable[] {
  const content: ViewContent = {
    name: 'comparison',
    title: l10n.t('Comparison'),
    extension: extensionUri,
    data: () => ({ situation: viewState(store.situation), ...comparisonData(store.overview) }),
    sender: () => new ComparisonSender(),
    changed: contentChanged(store),
    isSource: (uri) => store.overview.sources.some((source) => source.uri === uri),
    openEntity: (id) => void commands.executeCommand('crossread.openEntity', id),
  };
  const panel = new SinglePanel('crossread.comparison', content);
  return [
    panel,
    window.registerWebviewViewProvider('crossread.comparisonView', {
      resolveWebviewView: (view) => fillView(view, content),
    }),
    commands.registerCommand('crossread.openComparison', () => panel.show()),
  ];
}
