import {
  type Contradiction,
  DISMISSAL_REASONS,
  type DismissalReason,
  VERDICT_STATES,
  type VerdictState,
} from '../analysis/model.ts';

/** A verdict as a report carries it: that of a contradiction, by the id that the report gives. */
export interface VerdictRow {
  id: string;
  /** From 0, where the format has lines. */
  line?: number;
  state: VerdictState;
  reason?: DismissalReason;
  /** The value of the position that holds. */
  holds?: string;
  note?: string;
  author?: string;
  /** UTC, ISO 8601. */
  time?: string;
}

/** Checks what a file says. @returns the verdict, or why it is none */
export function readVerdict(given: Record<keyof Omit<VerdictRow, 'line'>, string | undefined>): VerdictRow | string {
  const state = VERDICT_STATES.find((known) => known === given.state);
  const reason = DISMISSAL_REASONS.find((known) => known === given.reason);
  if (!given.id) return 'The id of the contradiction is missing.';
  if (!state) return `“${given.state}” is no verdict: one is ${VERDICT_STATES.join(', ')}.`;
  if (given.reason && !reason) return `“${given.reason}” is no reason: one is ${DISMISSAL_REASONS.join(', ')}.`;
  if (state === 'resolved' && !given.holds) return 'It is not said which position holds.';
  return {
    id: given.id,
    state,
    ...(reason ? { reason } : {}),
    ...(given.holds ? { holds: given.holds } : {}),
    ...(given.note ? { note: given.note } : {}),
    ...(given.author ? { author: given.author } : {}),
    ...(isTime(given.time) ? { time: given.time } : {}),
  };
}

function isTime(given: string | undefined): given is string {
  return given !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(given);
}

/** The verdict that a report gives with a contradiction; none where it is to be decided again. */
export function verdictToReport({ id, verdict }: Contradiction): VerdictRow | undefined {
  if (!verdict || verdict.isOutdated) return undefined;
  const { isOutdated: _, ...rest } = verdict;
  return { id, ...rest };
}
