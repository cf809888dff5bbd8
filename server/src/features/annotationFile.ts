import { t } from '@vscode/l10n';
import { type Connection, DiagnosticSeverity, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Problem } from '../annotations/file.ts';
import { withoutLinks } from '../harmless.ts';
import { fileName } from '../workspace/uri.ts';

/** Says at the line itself what is wrong with an annotation file, and takes it back once it is mended. */
export function annotationFileProblems(connection: Connection, uri: string, problem: Problem | undefined): void {
  report(connection, uri, problem, {
    atLine: t('Crossread leaves the file as it is until it is mended.'),
    inMessage: t('The file is left as it is, and what is new is kept beside it until it is mended.'),
  });
}

/** The same for a watch list. */
export function watchListProblems(connection: Connection, uri: string, problem: Problem | undefined): void {
  const both = t('What the watch list said before holds until it is mended.');
  report(connection, uri, problem, { atLine: both, inMessage: both });
}

function report(
  connection: Connection,
  uri: string,
  problem: Problem | undefined,
  consequence: { atLine: string; inMessage: string },
): void {
  void connection.sendDiagnostics({ uri, diagnostics: problem ? [toDiagnostic(problem, consequence.atLine)] : [] });
  if (!problem) return;
  const place = t('{0}, line {1}', fileName(uri), problem.line + 1);
  const text = `${place}: ${problem.message} ${consequence.inMessage}`;
  showMessage(connection, MessageType.Error, text);
}

/** As a notification: what the library offers is a request, which a client need not know. */
export function showMessage(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message: withoutLinks(message) });
}

function toDiagnostic({ line, message }: Problem, consequence: string) {
  return {
    range: { start: { line, character: 0 }, end: { line, character: 1000 } },
    severity: DiagnosticSeverity.Error,
    source: 'Crossread',
    message: `${message} ${consequence}`,
  };
}
