import type { Claim, TimeValue } from '../analysis/claims/claim.ts';
import type { KnownSource, Statement } from '../analysis/model.ts';
import type { TimelineItem } from '../protocol.ts';
import type { PlacedStatement, Reading } from '../workspace/reading.ts';
import { documentOf, toStatementItem } from './convert.ts';

type Dated = Claim & { value: TimeValue };

/** What the sources date, in order of time; what cannot be dated comes last. One item for each time that a text gives. */
export function timeline(reading: Reading): TimelineItem[] {
  return reading.sources
    .flatMap((source) => datesIn(reading, source))
    .sort((a, b) => compareTimes(a.when, b.when) || (a.clock ?? -1) - (b.clock ?? -1));
}

function datesIn(reading: Reading, source: KnownSource): TimelineItem[] {
  const seen = new Set<number>();
  const disputed = reading
    .statementsIn(source.path)
    .filter(({ contradiction: { kind } }) => kind === 'date' || kind === 'sequence');
  return source.dates.flatMap((claim) => {
    // Several readers may date several things by one expression: the text says it once.
    if (!isDated(claim) || seen.has(claim.focus.start)) return [];
    seen.add(claim.focus.start);
    return [toItem(reading, source, claim, disputed)];
  });
}

function isDated(claim: Claim): claim is Dated {
  return claim.value.type === 'time';
}

function toItem(reading: Reading, source: KnownSource, claim: Dated, disputed: PlacedStatement[]): TimelineItem {
  const { focus, value, modality } = claim;
  const when = whenOf(value);
  const dispute = disputed.find(({ statement }) => overlaps(statement.focus, focus));
  return {
    ...(when && { when }),
    ...(value.clock === undefined || value.halfDay ? {} : { clock: value.clock }),
    approximate: value.approximate,
    planned: modality === 'planned',
    event: eventOf(source.path, claim),
    statement: toStatementItem(reading, statementOf(reading, source, claim)),
    ...(dispute && { contradiction: dispute.contradiction.id }),
  };
}

/** As exactly as the source tells it: a day, a month or a year in ISO 8601. */
function whenOf({ date, year, month }: TimeValue): string | undefined {
  if (date !== undefined) return date;
  if (year === undefined) return undefined;
  const padded = String(year).padStart(4, '0');
  return month === undefined ? padded : `${padded}-${String(month).padStart(2, '0')}`;
}

/** What claims on the same event share: what is asked, and of whom. Where nobody is named, nothing is known to be shared. */
function eventOf(path: string, { topic, subject, focus }: Claim): string {
  const named = subject.filter(({ name }) => name).map(({ word }) => word.toLowerCase());
  return named.length > 0 ? [topic, ...new Set(named.sort())].join(' ') : `${path}#${focus.start}`;
}

function statementOf(reading: Reading, { path }: KnownSource, claim: Dated): Statement {
  const { text } = documentOf(reading, path);
  const { statement, focus, speaker } = claim;
  return {
    path,
    ...statement,
    text: text.slice(statement.start, statement.end),
    ...(speaker === undefined ? {} : { speaker }),
    focus: { ...focus, text: text.slice(focus.start, focus.end) },
  };
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A month comes before its days, a year before its months. */
function compareTimes(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}
