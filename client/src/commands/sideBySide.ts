import { t } from '@vscode/l10n';
import { commands, type Disposable, type TextEditor, TextEditorRevealType, ViewColumn } from 'vscode';
import { FacingMarks } from '../editor/facingMarks.ts';
import { facingStatements } from '../model/order.ts';
import { openPlace, readerPlace } from '../places.ts';
import type { Choice, From } from './choice.ts';

const columns = [ViewColumn.One, ViewColumn.Two, ViewColumn.Three];

/** Opens the conflicting statements of one disputed question in two or three editors, and marks what tells them apart. */
export function registerSideBySide(choice: Choice): Disposable[] {
  const marks = new FacingMarks();
  const open = async (from?: From) => {
    const contradiction = await choice.contradiction(from, t('Open the conflicting statements of'));
    if (!contradiction) return;
    const row = typeof from === 'object' ? from.place : undefined;
    const first = row ? { uri: row.uri, position: row.range.start } : readerPlace();
    const statements = facingStatements(contradiction, first);
    const editors: TextEditor[] = [];
    marks.clear();
    for (const [index, { uri, focus }] of statements.entries()) {
      const options = { viewColumn: columns[index], preserveFocus: index > 0, preview: false };
      editors.push(await openPlace({ uri, range: focus }, options));
    }
    // Every editor that opens beside another makes that one narrower, and its lines wrap anew.
    for (const editor of editors) editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
    marks.show(editors, statements);
  };
  return [marks, commands.registerCommand('crossread.openSideBySide', open)];
}
