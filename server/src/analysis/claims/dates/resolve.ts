import { dictionary } from '../../dictionary.ts';
import type { TimeValue } from '../claim.ts';
import type { TimeExpression } from '../clauses/times.ts';

const DAY = 86_400_000;

const EDGES: Record<string, TimeValue['edge']> = dictionary({
  since: 'start',
  from: 'start',
  until: 'end',
  till: 'end',
  through: 'end',
  by: 'latest',
  before: 'latest',
  after: 'earliest',
});

/**
 * Resolves a time as far as its source allows; weekdays lie within a week of its date.
 *
 * @param published the source's own date, ISO, where that is known
 * @param planned what is dated lies ahead
 * @param anchor the day told before that a time like "the next day" counts from
 */
export function resolve(
  time: TimeExpression,
  published: string | undefined,
  planned: boolean,
  text: string,
  anchor?: TimeValue,
): TimeValue {
  const value: TimeValue = { type: 'time', approximate: time.approximate === true, text };
  if (time.weekday !== undefined) value.weekday = time.weekday;
  if (time.day !== undefined) value.day = time.day;
  if (time.month !== undefined) value.month = time.month;
  if (time.monthTo !== undefined) value.monthTo = time.monthTo;
  if (time.season) value.season = true;
  if (time.year !== undefined) value.year = time.year;
  if (time.yearTo !== undefined) value.yearTo = time.yearTo;
  if (time.clock !== undefined) value.clock = time.clock;
  if (time.days) value.days = time.days;
  if (time.halfDay) value.halfDay = true;
  if (time.roughly && time.clock !== undefined) value.roughly = true;
  if (time.part) value.part = time.part;
  const edge = time.possessive ? undefined : EDGES[time.preposition ?? ''];
  if (edge && !(time.roughly && time.clock !== undefined)) value.edge = edge;
  if (time.unit === 'year' && time.relative) value.relativeYear = time.relative;
  const base = published ? Date.parse(`${published}T00:00:00Z`) : Number.NaN;
  if (time.unit === 'month' && time.relative && !Number.isNaN(base)) {
    const months = { last: -1, this: 0, next: 1 }[time.relative];
    value.month = ((new Date(base).getUTCMonth() + months + 12) % 12) + 1;
  }
  if (time.shift !== undefined && anchor) shift(value, anchor, time.shift);
  setDate(value, dateOf(time, base, planned));
  return value;
}

/** Counts days from a day that was told before. */
function shift(value: TimeValue, anchor: TimeValue, days: number): void {
  if (anchor.date) setDate(value, Date.parse(`${anchor.date}T00:00:00Z`) + days * DAY);
  else if (anchor.weekday !== undefined && !value.approximate) value.weekday = (((anchor.weekday + days) % 7) + 7) % 7;
  else if (anchor.day !== undefined && anchor.month !== undefined) {
    const moved = new Date(Date.UTC(anchor.year ?? 2001, anchor.month - 1, anchor.day) + days * DAY);
    value.day = moved.getUTCDate();
    value.month = moved.getUTCMonth() + 1;
  }
}

function dateOf(time: TimeExpression, base: number, planned: boolean): number {
  if (time.day !== undefined && time.month !== undefined && !time.approximate) {
    const year = time.year ?? (Number.isNaN(base) ? undefined : new Date(base).getUTCFullYear());
    return year === undefined ? Number.NaN : Date.UTC(year, time.month - 1, time.day);
  }
  if (time.offset !== undefined) return base + time.offset * DAY;
  return time.weekday !== undefined && !Number.isNaN(base) ? nearest(base, time, planned) : Number.NaN;
}

function setDate(value: TimeValue, date: number): void {
  if (Number.isNaN(date)) return;
  const resolved = new Date(date);
  value.date = resolved.toISOString().slice(0, 10);
  value.weekday ??= resolved.getUTCDay();
  value.day ??= resolved.getUTCDate();
  value.month ??= resolved.getUTCMonth() + 1;
}

function nearest(base: number, time: TimeExpression, planned: boolean): number {
  const today = new Date(base).getUTCDay();
  const back = (today - (time.weekday as number) + 7) % 7;
  if (time.relative === 'next' || (planned && time.relative !== 'last')) return base + ((7 - back) % 7) * DAY;
  return base - (back === 0 && time.relative === 'last' ? 7 : back) * DAY;
}
