import { commands, type Disposable, type ExtensionContext, l10n } from 'vscode';
import { type TimelineItem, TimelineRequest } from '../../../server/src/protocol.ts';
import { viewState } from '../model/status.ts';
import { timelineData } from '../model/timeline.ts';
import type { OverviewStore } from '../overview.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { contentChanged, SinglePanel, type ViewContent } from './view.ts';

/** The timeline of all sources. */
export function createTimeline(
  { extensionUri }: ExtensionContext,
  server: ServerProcess,
  store: OverviewStore,
): Disposable[] {
  const content: ViewContent = {
    name: 'timeline',
    title: l10n.t('Timeline'),
    extension: extensionUri,
    data: async () => {
      const items = (await server.request<TimelineItem[]>(TimelineRequest)) ?? [];
      return { situation: viewState(store.situation), ...timelineData(items, store.overview) };
    },
    changed: contentChanged(store),
    isSource: (uri) => store.overview.sources.some((source) => source.uri === uri),
    openEntity: (id) => void commands.executeCommand('crossread.openEntity', id),
  };
  const panel = new SinglePanel('crossread.timeline', content);
  return [panel, commands.registerCommand('crossread.openTimeline', () => panel.show())];
}
