import { type Connection, MessageType } from 'vscode-languageserver';
import { showMessage } from './annotationFile.ts';

const READ_ALL = 'Read All';

/** Says that a folder has more sources than are read, and reads them all where the user wants that. */
export async function tellOfTooMany(
  connection: Connection,
  bound: number,
  canAsk: boolean,
  readAll: () => Promise<void>,
): Promise<void> {
  const message = `There are more than ${bound.toLocaleString('en-US')} sources; the others are not read (setting crossread.maximumSources).`;
  if (!canAsk) showMessage(connection, MessageType.Warning, message);
  else if ((await connection.window.showWarningMessage(message, { title: READ_ALL }))?.title === READ_ALL)
    await readAll();
}
