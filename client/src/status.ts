import { t } from '@vscode/l10n';
import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';
import type { ServerProcess } from './serverProcess.ts';

const moment = 4000;
/** How long something may take before the user sees that it is under way, in milliseconds. */
const patience = 500;

/** Says something in passing in the status bar, where there is nothing that the user could do about it. */
export function say(message: string): void {
  window.setStatusBarMessage(`Crossread: ${message}`, moment);
}

/**
 * Waits for an answer, and shows progress with a button to cancel once that takes longer than half a second.
 *
 * @returns undefined when the user cancels
 */
export async function patiently<T>(
  title: string,
  work: (token: CancellationToken) => Promise<T | undefined>,
): Promise<T | undefined> {
  const source = new CancellationTokenSource();
  const answer = work(source.token).finally(() => source.dispose());
  const isQuick = await Promise.race([answer.then(() => true), after(patience)]);
  if (isQuick) return answer;
  const location = ProgressLocation.Notification;
  return window.withProgress({ location, title: `Crossread: ${title}`, cancellable: true }, (_, token) => {
    token.onCancellationRequested(() => source.cancel());
    return answer;
  });
}

/** The same for what a command asks the server, which answers once the sources are read and compared. */
export function askPatiently<R>(server: ServerProcess, request: string, params?: unknown): Promise<R | undefined> {
  return patiently(t('waiting for the sources to be read'), (token) => server.request<R>(request, params, token));
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false));
}
