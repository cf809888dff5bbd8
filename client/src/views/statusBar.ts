import { type Disposable, StatusBarAlignment, window } from 'vscode';
import { statusText } from '../model/status.ts';
import type { OverviewStore } from '../overview.ts';

/** The status bar item: contradictions and sources, or how far the scan is; hidden where there are no sources. */
export function createStatusBar(store: OverviewStore): Disposable[] {
  const item = window.createStatusBarItem('crossread.status', StatusBarAlignment.Left, 40);
  item.name = 'Crossread';
  const update = () => {
    const said = statusText(store.situation);
    if (!said) return item.hide();
    item.text = said.text;
    item.command = store.situation.changed?.scan ? 'crossread.cancelScan' : 'crossread.contradictions.focus';
    item.tooltip = said.tooltip;
    item.accessibilityInformation = { label: said.tooltip, role: 'button' };
    item.show();
  };
  update();
  return [item, store.onSituation(update)];
}
