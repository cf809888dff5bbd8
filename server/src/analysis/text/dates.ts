import type { Span } from '../model.ts';

/** A calendar date as written; the year may be missing. Months count from 1, weekdays from Sunday = 0. */
export interface WrittenDate extends Span {
  year?: number;
  month: number;
  day: number;
  weekday?: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MONTH =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY =
  '(?:(?<weekday>Sun(?:day)?|Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?)\\.?,?\\s)?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const FORMS = [
  new RegExp(`\\b${WEEKDAY}${MONTH}\\s${DAY}(?!\\d)(?:,?\\s${YEAR}(?!\\d))?`, 'gi'),
  new RegExp(`\\b${WEEKDAY}(?:the\\s)?${DAY}\\s(?:of\\s)?${MONTH}(?:,?\\s${YEAR}(?!\\d))?(?![a-z])`, 'gi'),
  new RegExp(`\\b${YEAR}-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)`, 'gi'),
  new RegExp(`(?<![\\d.])(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?${YEAR}(?!\\d)`, 'gi'),
];

/** Finds the calendar dates of a text in the order in which they stand. */
export function findDates(text: string): WrittenDate[] {
  if (!/\d/.test(text)) return [];
  const all = FORMS.flatMap((form) => [...text.matchAll(form)].flatMap(readMatch));
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter((date) => {
    const apart = date.start >= end;
    if (apart) end = date.end;
    return apart;
  });
}

/** The date in ISO 8601 (yyyy-mm-dd), or undefined without a year. */
export function isoDate(date: WrittenDate): string | undefined {
  if (date.year === undefined) return undefined;
  return [date.year, date.month, date.day].map((n) => String(n).padStart(2, '0')).join('-');
}

/** The weekday on which a date falls, Sunday = 0. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function readMatch(match: RegExpExecArray): WrittenDate[] {
  const { year, month = '', day, weekday } = match.groups ?? {};
  // "They may 10 times …": a month's name is capitalized.
  if (/^[a-z]/.test(month)) return [];
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date: WrittenDate = {
    start: match.index,
    end: match.index + match[0].length,
    month: named || Number(month),
    day: Number(day),
  };
  if (year) date.year = Number(year);
  if (weekday) date.weekday = WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase());
  return isOnCalendar(date) ? [date] : [];
}

function isOnCalendar({ year = 2000, month, day }: WrittenDate): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
