import { t } from '@vscode/l10n';
import { commands, type Disposable, Location, Position, Uri } from 'vscode';
import type { StatementItem } from '../../../server/src/protocol.ts';
import { inReadingOrder, statementAt } from '../model/order.ts';
import { asRange, openPlace, readerPlace } from '../places.ts';
import type { Choice, From } from './choice.ts';

/** Shows all statements of one disputed question in VS Code's own peek, over the text that the reader is in. */
export function registerPeek(choice: Choice): Disposable[] {
  const peek = async (from?: From) => {
    const contradiction = await choice.contradiction(from, t('Show all statements of'));
    if (!contradiction) return;
    const statements = inReadingOrder(contradiction);
    const here = statementAt(statements, readerPlace()) ?? statements[0];
    if (!here) return;
    // The peek hangs below the statement that the reader comes from; from a tree that text is opened first.
    await openPlace({ uri: here.uri, range: here.focus });
    const { start } = here.focus;
    await commands.executeCommand(
      'editor.action.peekLocations',
      Uri.parse(here.uri, true),
      new Position(start.line, start.character),
      statements.map(toLocation),
      'peek',
    );
  };
  return [commands.registerCommand('crossread.peekStatements', peek)];
}

function toLocation({ uri, focus }: StatementItem): Location {
  return new Location(Uri.parse(uri, true), asRange(focus));
}
