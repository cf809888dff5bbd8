import { t } from '@vscode/l10n';
import type { ContradictionItem, DismissalReason, Overview, VerdictState } from '../../../server/src/protocol.ts';

export const reasons = (): Record<DismissalReason, string> => ({
  'not-same-event': t('Not the same event'),
  'wording-only': t('Only the wording differs'),
  'extraction-error': t('A statement was read wrongly'),
  other: t('Another reason'),
});

const states = (): Record<Exclude<VerdictState, 'open'>, { label: string; icon: string }> => ({
  confirmed: { label: t('Confirmed'), icon: 'verified' },
  dismissed: { label: t('Dismissed'), icon: 'circle-slash' },
  resolved: { label: t('Resolved'), icon: 'pass' },
});

/** Whether the user has done with it: it is listed only when asked for, and is no problem. */
export function isSettled({ verdict }: ContradictionItem): boolean {
  return (
    verdict !== undefined && !verdict.isOutdated && (verdict.state === 'dismissed' || verdict.state === 'resolved')
  );
}

/** The contradictions that are still to be looked at. */
export function openContradictions({ contradictions }: Pick<Overview, 'contradictions'>): ContradictionItem[] {
  return contradictions.filter((each) => !isSettled(each));
}

/** What a row says of the verdict, in a word and in full; nothing where none was given. */
export function verdictNote({ verdict }: ContradictionItem): { short: string; long: string; icon: string } | undefined {
  if (!verdict || verdict.state === 'open') return undefined;
  const { label, icon } = states()[verdict.state];
  const told = [
    [label, verdict.author, verdict.time.slice(0, 10)].filter(Boolean).join(', '),
    verdict.reason && reasons()[verdict.reason],
    verdict.holds !== undefined && t('Holds: {0}', verdict.holds),
    verdict.note,
  ]
    .filter(Boolean)
    .join('\n');
  if (!verdict.isOutdated) return { short: label, long: told, icon };
  const long = `${t('A position has changed since: to be decided again.')}\n${told}`;
  return { short: t('Decide again'), long, icon: 'question' };
}
