import { type Disposable, Selection, type TextEditor, ThemeColor, window, workspace } from 'vscode';
import type { StatementItem } from '../../../server/src/protocol.ts';
import { differingRanges } from '../model/difference.ts';
import { asRange } from '../places.ts';

/**
 * The marks on statements that stand side by side: the disputed words of each, and within them what the others do not
 * say. They go when the reader moves on: puts the cursor outside the statements, edits, or closes one of the editors.
 */
export class FacingMarks implements Disposable {
  readonly #focus = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('crossread.statementBackground'),
    border: '1px solid',
    borderColor: new ThemeColor('crossread.statementBorder'),
  });
  readonly #difference = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('crossread.differenceBackground'),
    color: new ThemeColor('crossread.differenceForeground'),
    fontWeight: 'bold',
  });
  readonly #subscriptions: Disposable[];
  #shown: { editor: TextEditor; statement: StatementItem }[] = [];

  constructor() {
    this.#subscriptions = [
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (this.#isElsewhere(textEditor, selections)) this.clear();
      }),
      window.onDidChangeVisibleTextEditors((visible) => {
        if (this.#shown.some(({ editor }) => !visible.includes(editor))) this.clear();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#shown.some(({ editor }) => editor.document === document)) this.clear();
      }),
    ];
  }

  /** Marks the statement that each editor shows. The selections shrink to their starts, so that the marks are seen. */
  show(editors: TextEditor[], statements: StatementItem[]): void {
    this.clear();
    const different = differingRanges(statements);
    this.#shown = editors.flatMap((editor, index) => {
      const statement = statements[index];
      return statement ? { editor, statement } : [];
    });
    for (const [index, { editor, statement }] of this.#shown.entries()) {
      const focus = asRange(statement.focus);
      editor.selection = new Selection(focus.start, focus.start);
      editor.setDecorations(this.#focus, [focus]);
      editor.setDecorations(this.#difference, (different[index] ?? []).map(asRange));
    }
  }

  clear(): void {
    for (const { editor } of this.#shown) {
      editor.setDecorations(this.#focus, []);
      editor.setDecorations(this.#difference, []);
    }
    this.#shown = [];
  }

  dispose(): void {
    this.clear();
    for (const each of [this.#focus, this.#difference, ...this.#subscriptions]) each.dispose();
  }

  #isElsewhere(editor: TextEditor, [selection]: readonly Selection[]): boolean {
    const here = this.#shown.filter((each) => each.editor === editor);
    const touches = ({ range, focus }: StatementItem) =>
      [range, focus].some((each) => selection && asRange(each).intersection(selection));
    return here.length > 0 && !here.some(({ statement }) => touches(statement));
  }
}
