/** How contradictions are told, in plain text that is safe to show. */
import { t } from '@vscode/l10n';
import { repository } from '../../../package.json';
import type { Contradiction, ContradictionKind, Position, Verdict } from '../analysis/model.ts';
import { list, reasonName, verdictLabel } from '../report/language.ts';
import type { PlacedStatement, Reading } from '../workspace/reading.ts';
import { shorten } from './text.ts';

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
  return list(others === 0 ? named : [...named, others === 1 ? t('1 other') : t('{0} others', others)]);
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
      const also = position.statements.some((statement) => statement.path === path)
        ? t('elsewhere in this source')
        : '';
      return `${value(position)} (${list([sources, also].filter(Boolean))})`;
    });
  const told = t('This source: “{0}”. Others: {1}.', shorten(focus.text, LONGEST_VALUE), others.join('; '));
  return `${question(contradiction)}\n${told}`;
}

/** What the user has decided, by whom and when: "Dismissed by Ana, 2025-05-16: not the same event." */
export function verdictText({ state, reason, holds, note, author, time, isOutdated }: Verdict): string {
  const who = verdictLabel(state);
  const by = `${author ? t('{0} by {1}', who, shorten(author, LONGEST_LABEL)) : who}, ${time.slice(0, 10)}`;
  const why = [
    reason && reasonName(reason),
    holds !== undefined && t('“{0}” holds', shorten(holds, LONGEST_VALUE)),
    note && shorten(note, LONGEST_NOTE),
  ].filter((each) => each !== undefined && each !== false && each !== '');
  const told = `${by}${why.length > 0 ? `: ${why.join('. ')}` : ''}.`;
  return isOutdated ? t('To decide again, as a position has changed since. Before: {0}', told) : told;
}

const DOCUMENTATION = `${repository.url.replace(/\.git$/, '')}/blob/main/docs/contradictions.md`;

/** The address of what explains a kind of contradiction. */
export function documentationOf(kind: ContradictionKind): string {
  return `${DOCUMENTATION}#${kind}`;
}
