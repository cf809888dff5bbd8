/** The script of every webview: starts the view that the page is for. */
import * as l10n from '@vscode/l10n';
import { startComparison } from './comparison.ts';
import { startEntity } from './entity.ts';
import type { ViewName } from './messages.ts';
import { element } from './parts/dom.ts';
import { startTimeline } from './timeline.ts';
import './styles/common.css';
import './styles/comparison.css';
import './styles/page.css';
import './styles/timeline.css';

const { view, l10n: bundle } = document.body.dataset;
// The translations come with the page, for nothing may be fetched.
if (bundle) l10n.config({ contents: bundle });
const starts: Record<ViewName, (root: HTMLElement) => void> = {
  comparison: startComparison,
  entity: startEntity,
  timeline: startTimeline,
};
const root = document.getElementById('view');
if (root) {
  starts[view as ViewName](root);
  // Seen only where the first data is long in coming; it goes when that is there.
  root.append(element('p', { class: 'empty waiting', role: 'status' }, l10n.t('Reading the sources…')));
}
