/** How contradictions are told, in plain text that is safe to show. */
import { repository } from '../../../package.json';
import type { Contradiction, ContradictionKind, DismissalReason, Position, Verdict } from '../analysis/model.ts';
import type { PlacedStatement, Reading } from '../workspace/reading.ts';
import { list, shorten } from './text.ts';

const LONGEST_VALUE = 80;
const LONGEST_QUESTION = 160;
const LONGEST_LABEL = 60;
const LONGEST_NOTE = 300;
const MOST_NAMED = 3;

export function question(contradiction: Contradiction): string {
  return shorten(contradiction.question, LONGEST_QUESTION);
}

/** A position's value in quotation marks. */
export function value(position: Position): string {
  return `“${shorten(position.value, LONGEST_VALUE)}”`;
}

export function sourceName(reading: Reading, path: string): string {
  return shorten(reading.label(path), LONGEST_LABEL);
}

/** The sources of a position but for one: "Reuters, BBC and 2 others". */
export function sourcesOf(reading: Reading, position: Position, except?: string): string {
  const paths = [...new Set(position.statements.map(({ path }) => path))].filter((path) => path !== except);
  const named = paths.slice(0, MOST_NAMED).map((path) => sourceName(reading, path));
  const others = paths.length - named.length;
  return list(others === 0 ? named : [...named, others === 1 ? '1 other' : `${others} others`]);
}

/** What is disputed, what this source says, in its own words, and what the others say. */
export function disputeMessage(
  reading: Reading,
  { contradiction, position: here, statement }: PlacedStatement,
): string {
  const { path, focus } = statement;
  const others = contradiction.positions
    .filter((position) => position !== here)
    .map((position) => {
      const sources = sourcesOf(reading, position, path);
      const also = position.statements.some((statement) => statement.path === path) ? 'elsewhere in this source' : '';
      return `${value(position)} (${list([sources, also].filter(Boolean))})`;
    });
  return `${question(contradiction)}\nThis source: “${shorten(focus.text, LONGEST_VALUE)}”. Others: ${others.join('; ')}.`;
}

const REASONS: Record<DismissalReason, string> = {
  'not-same-event': 'not the same event',
  'wording-only': 'wording only',
  'extraction-error': 'read wrongly',
  other: 'another reason',
};

/** What the user has decided, by whom and when: "Dismissed by Ana, 2025-05-16: not the same event." */
export function verdictText({ state, reason, holds, note, author, time, isOutdated }: Verdict): string {
  const by = `${author ? ` by ${shorten(author, LONGEST_LABEL)}` : ''}, ${time.slice(0, 10)}`;
  const why = [
    reason && REASONS[reason],
    holds !== undefined && `“${shorten(holds, LONGEST_VALUE)}” holds`,
    note && shorten(note, LONGEST_NOTE),
  ].filter((each) => each !== undefined && each !== false && each !== '');
  const told = `${state[0]?.toUpperCase()}${state.slice(1)}${by}${why.length > 0 ? `: ${why.join('. ')}` : ''}.`;
  return isOutdated ? `To decide again, as a position has changed since. Before: ${told}` : told;
}

const DOCUMENTATION = `${repository.url.replace(/\.git$/, '')}/blob/main/docs/contradictions.md`;

/** The address of what explains a kind of contradiction. */
export function documentationOf(kind: ContradictionKind): string {
  return `${DOCUMENTATION}#${kind}`;
}
