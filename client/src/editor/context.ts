import { commands, type Disposable, window } from 'vscode';
import { inReadingOrder, statementAt } from '../model/order.ts';
import type { OverviewStore } from '../overview.ts';
import { readerPlace } from '../places.ts';

/** Keeps the contexts by which menus and keys know whether the reader is in a source, and at a disputed statement. */
export function followReader(store: OverviewStore): Disposable[] {
  let last = '';
  const update = () => {
    const place = readerPlace();
    const { sources, contradictions } = store.overview;
    const inSource = sources.some(({ uri }) => uri === place?.uri);
    const atDispute = inSource && contradictions.some((each) => statementAt(inReadingOrder(each), place));
    const now = JSON.stringify([inSource, atDispute]);
    if (now === last) return;
    last = now;
    void commands.executeCommand('setContext', 'crossread.inSource', inSource);
    void commands.executeCommand('setContext', 'crossread.atContradiction', atDispute);
  };
  update();
  return [
    store.onOverview(update),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(update),
  ];
}
