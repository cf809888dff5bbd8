import { dictionary } from '../../dictionary.ts';
import type { Relation, TimeValue } from '../claim.ts';
import { COMPATIBLE, SAME } from '../claim.ts';

const DAY = 86_400_000;

const conflict = (reason: string, strength = 0.9): Relation => ({ is: 'conflict', strength, reason });

/** Two times for one event. A coarser one that contains the finer agrees with it. */
export function compareTimes(a: TimeValue, b: TimeValue): Relation {
  if (areEnds(a, b)) return COMPATIBLE;
  return compareBounds(a, b) ?? compareBounds(b, a) ?? comparePoints(a, b);
}

/** Since when and until when something lasted are two questions. */
const areEnds = (a: TimeValue, b: TimeValue) =>
  (a.edge === 'start' && b.edge === 'end') || (a.edge === 'end' && b.edge === 'start');

/** "by Friday" holds for every day up to it, "after 1670" for every year from it on. */
function compareBounds(a: TimeValue, b: TimeValue): Relation | undefined {
  if (a.edge !== 'latest' && a.edge !== 'earliest') return undefined;
  if (a.edge === b.edge || (a.edge === 'latest' && b.edge === 'end') || (a.edge === 'earliest' && b.edge === 'start'))
    return undefined;
  const order = orderOf(a, b);
  if (order === undefined || order === 0) return COMPATIBLE;
  return order < 0 === (a.edge === 'latest') ? conflict('one is past the limit that the other sets', 0.6) : COMPATIBLE;
}

/** Which of two times comes first: negative where the first does, undefined where that cannot be told. */
function orderOf(a: TimeValue, b: TimeValue): number | undefined {
  if (a.date && b.date) return Date.parse(a.date) - Date.parse(b.date) || orderOfHours(a, b);
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) {
    if (rangesMeet(yearsOf(a), yearsOf(b))) return undefined;
    return a.year - b.year;
  }
  const [x, y] = [stretchOf(a), stretchOf(b)];
  if (x && y) return rangesMeet(x, y) || Math.abs(x[0] - y[0]) > 180 ? undefined : x[0] - y[0];
  return a.weekday === b.weekday ? orderOfHours(a, b) : undefined;
}

const orderOfHours = (a: TimeValue, b: TimeValue) =>
  a.clock === undefined || b.clock === undefined || a.halfDay || b.halfDay ? undefined : a.clock - b.clock;

function comparePoints(a: TimeValue, b: TimeValue): Relation {
  if (a.approximate || b.approximate) return compareMonths(a, b) ?? COMPATIBLE;
  if (otherYear(a, b) || otherYear(b, a)) return COMPATIBLE;
  const [year, other] = [yearOf(a), yearOf(b)];
  const near = a.date && b.date && Math.abs(Date.parse(a.date) - Date.parse(b.date)) < 200 * DAY;
  if (
    !near &&
    (a.year === undefined) !== (b.year === undefined) &&
    year !== undefined &&
    other !== undefined &&
    year !== other
  )
    return COMPATIBLE;
  if (a.weekday !== undefined && b.weekday !== undefined && a.weekday !== b.weekday) {
    if (a.date && b.date && Math.abs(Date.parse(a.date) - Date.parse(b.date)) > 20 * DAY)
      return conflict('the dates differ', 0.5);
    return conflict('the days differ');
  }
  const months = compareMonths(a, b);
  if (months) return months;
  if (a.year !== undefined && b.year !== undefined && !rangesMeet(yearsOf(a), yearsOf(b)))
    return conflict('the years differ', 0.6);
  if (a.relativeYear && b.relativeYear && a.relativeYear !== b.relativeYear) return conflict('the years differ');
  return compareHours(a, b);
}

/** One names a year and the other only a weekday: nothing says that it is the same year. */
const otherYear = (a: TimeValue, b: TimeValue) =>
  a.year !== undefined &&
  b.year === undefined &&
  b.date === undefined &&
  (a.weekday === undefined || b.weekday === undefined);

/** The year that is said, else that of the day that it comes to. */
const yearOf = ({ year, date }: TimeValue) => year ?? (date ? Number(date.slice(0, 4)) : undefined);
const yearsOf = ({ year = 0, yearTo = year }: TimeValue): Range => [year, yearTo];

type Range = [from: number, to: number];
const rangesMeet = (a: Range, b: Range) => a[0] <= b[1] && b[0] <= a[1];

/** The days of a year that a time covers, with 31 to each month; undefined without a month. */
function stretchOf({ month, monthTo = month, day, days }: TimeValue): Range | undefined {
  if (month === undefined || monthTo === undefined) return undefined;
  const [from, to] = days ?? (day === undefined ? [1, 31] : [day, day]);
  return [month * 31 + from, monthTo * 31 + to];
}

/** A stretch of the year or a part of a month is told with some days to spare. */
const SPARE = { days: 5, season: 31, feast: 15 };
const spareOf = ({ days, season, approximate }: TimeValue) =>
  season ? SPARE.season : approximate ? SPARE.feast : days ? SPARE.days : 0;

/** Months and the days in them, told as points or stretches; undefined where they do not differ. */
function compareMonths(a: TimeValue, b: TimeValue): Relation | undefined {
  const [x, y] = [stretchOf(a), stretchOf(b)];
  if (!x || !y) return undefined;
  const spare = Math.max(spareOf(a), spareOf(b));
  // a winter goes on into the next year
  const meet = [-372, 0, 372].some((turn) => rangesMeet([x[0] + turn - spare, x[1] + turn + spare], y));
  if (meet) return undefined;
  const areDays = a.day !== undefined && b.day !== undefined && a.month === b.month;
  return areDays ? conflict('the dates differ') : conflict('the months differ', 0.5);
}

/** Minutes that two hours may lie apart, and what is added where one is told roughly. */
const HOURS_APART = { least: 20, roughly: 25 };

function compareHours(a: TimeValue, b: TimeValue): Relation {
  const sameDay = a.weekday !== undefined && a.weekday === b.weekday;
  const oneDay = sameDay || a.weekday === undefined || b.weekday === undefined;
  if (a.clock !== undefined && b.clock !== undefined) {
    const day = a.halfDay || b.halfDay ? 720 : 1440;
    const gap = Math.abs(a.clock - b.clock) % day;
    if (gap === 0) return SAME;
    const least = HOURS_APART.least + (a.roughly || b.roughly ? HOURS_APART.roughly : 0);
    return Math.min(gap, day - gap) >= least && oneDay ? conflict('the hours differ', 0.7) : COMPATIBLE;
  }
  const out = oneDay && (isOutside(a, b) || isOutside(b, a));
  if (out) return conflict('the times of day differ', 0.6);
  if (oneDay) {
    const parts = comparePartsOfDay(a.part, b.part);
    if (parts.is === 'conflict' || sameDay) return parts;
  }
  return comparable(a, b) ? SAME : COMPATIBLE;
}

/** The hours that the parts of a day can mean, in minutes; those of the night go on past midnight. */
const PART_HOURS: Record<string, Range> = dictionary({
  early: [0, 480],
  morning: [180, 740],
  midday: [660, 870],
  afternoon: [700, 1110],
  evening: [960, 1410],
  night: [1080, 1740],
  late: [1080, 1560],
  overnight: [1140, 1920],
});

/** An hour that the other's part of the day cannot mean. */
function isOutside({ clock, halfDay, roughly }: TimeValue, { part, clock: other }: TimeValue): boolean {
  const hours = PART_HOURS[part ?? ''];
  if (clock === undefined || other !== undefined || !hours) return false;
  const spare = roughly ? 60 : 30;
  const turns = halfDay ? [0, 720, 1440, 2160] : [0, 1440];
  return turns.every((turn) => clock + turn < hours[0] - spare || clock + turn > hours[1] + spare);
}

/** Where the parts of the day stand on its clock; those next to each other can be one. */
const PART_ORDER: Record<string, number> = dictionary({
  early: 0,
  morning: 1,
  midday: 2.25,
  afternoon: 3,
  evening: 4.5,
  late: 5,
  night: 5,
});

function comparePartsOfDay(a: string | undefined, b: string | undefined): Relation {
  const [x, y] = [PART_ORDER[a ?? ''], PART_ORDER[b ?? '']];
  if (x === undefined || y === undefined || Math.abs(x - y) < 1.5) return SAME;
  // the night begins and ends the day
  if (Math.abs(x - y) > 4) return COMPATIBLE;
  return conflict('the times of day differ', 0.6);
}

const comparable = (a: TimeValue, b: TimeValue) =>
  (a.date !== undefined && a.date === b.date) ||
  (a.day !== undefined && a.day === b.day && a.month === b.month) ||
  (a.year !== undefined && a.year === b.year);
