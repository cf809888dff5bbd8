import { t } from '@vscode/l10n';
import type { Changed } from '../../../server/src/protocol.ts';
import type { ViewState } from '../../webview/messages.ts';
import { counted } from './words.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

export interface Situation {
  server: ServerState;
  hasFolder: boolean;
  /** The server's last report; absent before the first. */
  changed?: Changed;
  /** How many sources the views show, which lags behind what the server reports. */
  shown: number;
}

/** What the empty views have to say; the value of the `crossread.state` context. */
export function viewState({ server, hasFolder, changed, shown }: Situation): ViewState {
  if (server === 'stopped') return 'stopped';
  if (!changed || server === 'starting' || changed.scan) return hasFolder || changed?.sources ? 'scanning' : 'noFolder';
  if (changed.sources > 0) return shown > 0 ? 'ready' : 'scanning';
  return hasFolder ? 'noSources' : 'noFolder';
}

/** Text of the status bar item, with its icon; absent where there is nothing to say. */
export function statusText({ changed, server }: Situation): { text: string; tooltip: string } | undefined {
  if (!changed?.sources) return undefined;
  if (server === 'stopped')
    return { text: '$(warning) Crossread', tooltip: t('Crossread has stopped. Run “Crossread: Restart Server”.') };
  if (changed.scan) {
    const { done, total } = changed.scan;
    return {
      text: `$(loading~spin) ${done}/${total}`,
      tooltip: t('Crossread is reading: {0} of {1} files. Click to stop.', done, total),
    };
  }
  const { contradictions, sources } = changed;
  return {
    text: `$(diff) ${contradictions} $(files) ${sources}`,
    tooltip: `Crossread: ${t('{0} in {1}', counted.contradictions(contradictions), counted.sources(sources))}`,
  };
}
