import { t } from '@vscode/l10n';
import { type Connection, DiagnosticSeverity, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Problem } from '../annotations/file.ts';
import { fileName } from '../workspace/uri.ts';

/** Says at the line itself what is wrong with an annotation file, and takes it back once it is mended. */
export function annotationFileProblems(connection: Connection, uri: string, problem: Problem | undefined): void {
  void connection.sendDiagnostics({ uri, diagnostics: problem ? [toDiagnostic(problem)] : [] });
  if (!problem) return;
  showMessage(
    connection,
    MessageType.Error,
    t(
      '{0}, line {1}: {2} The file is left as it is, and what is new is kept beside it until it is mended.',
      fileName(uri),
      problem.line + 1,
      problem.message,
    ),
  );
}

/** As a notification: what the library offers is a request, which a client need not know. */
export function showMessage(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}

function toDiagnostic({ line, message }: Problem) {
  return {
    range: { start: { line, character: 0 }, end: { line, character: 1000 } },
    severity: DiagnosticSeverity.Error,
    source: 'Crossread',
    message: t('{0} Crossread leaves the file as it is until it is mended.', message),
  };
}
