import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Resolves when a request is cancelled. */
export function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

/**
 * Waits for a value for as long as the request stands.
 *
 * @throws ResponseError RequestCancelled as soon as the client cancels
 */
export async function unlessCancelled<T>(value: Promise<T>, token: CancellationToken): Promise<T> {
  const result = await Promise.race([value, cancelled(token)]);
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  return result as T;
}
