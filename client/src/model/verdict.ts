import type { ContradictionItem, DismissalReason, VerdictState } from '../../../server/src/protocol.ts';

export const reasons: Record<DismissalReason, string> = {
  'not-same-event': 'Not the same event',
  'wording-only': 'Only the wording differs',
  'extraction-error': 'A statement was read wrongly',
  other: 'Another reason',
};

const states: Record<Exclude<VerdictState, 'open'>, { label: string; icon: string }> = {
  confirmed: { label: 'Confirmed', icon: 'verified' },
  dismissed: { label: 'Dismissed', icon: 'circle-slash' },
  resolved: { label: 'Resolved', icon: 'pass' },
};

/** Whether the user has done with it: it is listed only when asked for, and is no problem. */
export function isSettled({ verdict }: ContradictionItem): boolean {
  return (
    verdict !== undefined && !verdict.isOutdated && (verdict.state === 'dismissed' || verdict.state === 'resolved')
  );
}

/** What a row says of the verdict, in a word and in full; nothing where none was given. */
export function verdictNote({ verdict }: ContradictionItem): { short: string; long: string; icon: string } | undefined {
  if (!verdict || verdict.state === 'open') return undefined;
  const { label, icon } = states[verdict.state];
  const by = verdict.author ? ` by ${verdict.author}` : '';
  const told = [
    `${label}${by}, ${verdict.time.slice(0, 10)}`,
    verdict.reason && reasons[verdict.reason],
    verdict.holds !== undefined && `Holds: ${verdict.holds}`,
    verdict.note,
  ]
    .filter(Boolean)
    .join('\n');
  if (!verdict.isOutdated) return { short: label, long: told, icon };
  const long = `A position has changed since: to be decided again.\n${told}`;
  return { short: 'Decide again', long, icon: 'question' };
}
