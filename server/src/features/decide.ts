import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { DISMISSAL_REASONS, VERDICT_STATES } from '../analysis/model.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { DecideParams } from '../protocol.ts';
import type { Reading } from '../workspace/reading.ts';

/**
 * Keeps the user's verdict on a contradiction. The answer comes when it is written.
 *
 * @throws ResponseError where there is no such contradiction, or the verdict is none
 */
export async function decide(annotations: Annotations, reading: Reading, params: DecideParams): Promise<null> {
  const contradiction = reading.contradiction(params.id);
  if (!contradiction) throw failure(t('There is no such contradiction any more.'));
  const { state, reason, position, note } = params;
  if (!VERDICT_STATES.includes(state)) throw failure(t('A verdict is one of {0}.', VERDICT_STATES.join(', ')));
  if (reason !== undefined && !DISMISSAL_REASONS.includes(reason)) {
    throw failure(t('A reason is one of {0}.', DISMISSAL_REASONS.join(', ')));
  }
  const holds = position === undefined ? undefined : contradiction.positions[position]?.value;
  if (state === 'resolved' && holds === undefined) throw failure(t('The position that holds is missing.'));
  const decision = {
    state,
    ...(state === 'dismissed' ? { reason: reason ?? 'other' } : {}),
    ...(state === 'resolved' && holds !== undefined ? { holds } : {}),
    ...(note ? { note } : {}),
  };
  await orFail(annotations.decide(contradiction, decision, reading.documents));
  return null;
}

/** What goes wrong on the way to the file is told to the user as it is. */
export async function orFail<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw failure(error instanceof Error ? error.message : String(error));
  }
}

export function failure(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
