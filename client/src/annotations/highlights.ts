import { type Disposable, OverviewRulerLane, type Range, type TextEditor, ThemeColor, Uri, window } from 'vscode';
import type { NoteItem } from '../../../server/src/protocol.ts';
import { asRange } from '../places.ts';

/** Highlights without text, drawn in the editors. */
export class Highlights implements Disposable {
  readonly #decoration = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('crossread.highlightBackground'),
    overviewRulerColor: new ThemeColor('crossread.highlightBackground'),
    overviewRulerLane: OverviewRulerLane.Center,
  });
  readonly #subscription = window.onDidChangeVisibleTextEditors((editors) => this.#draw(editors));
  readonly #ranges = new Map<string, Range[]>();

  show(items: NoteItem[]): void {
    this.#ranges.clear();
    for (const { uri, range, comments } of items) {
      if (!range || comments.length > 0) continue;
      const key = Uri.parse(uri, true).toString();
      this.#ranges.set(key, [...(this.#ranges.get(key) ?? []), asRange(range)]);
    }
    this.#draw(window.visibleTextEditors);
  }

  dispose(): void {
    this.#decoration.dispose();
    this.#subscription.dispose();
  }

  #draw(editors: readonly TextEditor[]): void {
    for (const editor of editors) {
      editor.setDecorations(this.#decoration, this.#ranges.get(editor.document.uri.toString()) ?? []);
    }
  }
}
