import * as l10n from '@vscode/l10n';
import type { ViewState } from '../messages.ts';
import { element } from './dom.ts';

/** What a view says that has nothing to show. */
export function emptyText(situation: ViewState, otherwise: string): string {
  switch (situation) {
    case 'scanning':
      return l10n.t('Reading the sources…');
    case 'noFolder':
      return l10n.t('Open a folder of source texts, such as the news articles on one event.');
    case 'noSources':
      return l10n.t('No source texts were found in this folder.');
    case 'stopped':
      return l10n.t('Crossread has stopped. Run “Crossread: Restart Server”.');
    case 'ready':
      return otherwise;
  }
}

export function emptyPage(text: string): HTMLElement {
  return element('p', { class: 'empty', role: 'status' }, text);
}
