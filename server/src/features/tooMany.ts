import { t } from '@vscode/l10n';
import { type Connection, MessageType } from 'vscode-languageserver';
import { showMessage } from './annotationFile.ts';

/** Says that a folder has more sources than are read, and reads them all where the user wants that. */
export async function tellOfTooMany(
  connection: Connection,
  bound: number,
  canAsk: boolean,
  readAll: () => Promise<void>,
): Promise<void> {
  const all = t('Read All');
  const message = t(
    'There are more than {0} sources; the others are not read (setting {1}).',
    bound,
    'crossread.maximumSources',
  );
  if (!canAsk) showMessage(connection, MessageType.Warning, message);
  else if ((await connection.window.showWarningMessage(message, { title: all }))?.title === all) await readAll();
}
