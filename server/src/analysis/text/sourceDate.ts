import { findDates, isoDate, type WrittenDate, weekdayOf } from './dates.ts';
import type { Parts } from './info.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * The day on which a source appeared, as an ISO date: from its dateline or byline, else its source note, else a caption
 * that shows a day which the text calls by its weekday. Unknown where no year stands there or follows from the text.
 */
export function findSourceDate(parts: Parts): string | undefined {
  const stated = parts.of('dateline', 'byline').flatMap(findDates);
  const full = stated.find((date) => date.year !== undefined);
  if (full) return isoDate(full);
  const first = stated[0];
  const year = first && inferYear(first, parts);
  if (first && year !== undefined) return isoDate({ ...first, year });
  return dateOfNote(parts) ?? dateOfCaption(parts);
}

function dateOfNote(parts: Parts): string | undefined {
  const dates = parts.of('note').flatMap(findDates);
  return dates.map(isoDate).find((date) => date !== undefined);
}

/** Old pictures illustrate new texts; one of the day itself shows a day that the text calls by its weekday. */
function dateOfCaption(parts: Parts): string | undefined {
  const body = parts.of('paragraph', 'deck').join('\n');
  const dates = parts
    .of('caption')
    .flatMap(findDates)
    .filter(({ year, month, day }) => {
      return year !== undefined && body.includes(DAYS[weekdayOf(year, month, day)] ?? '');
    });
  return dates
    .flatMap((date) => isoDate(date) ?? [])
    .sort()
    .at(-1);
}

/**
 * The year of a date that is written without one: that of another date in the same month, or the only one near a year
 * that the text mentions in which the days fall on the weekdays that the text gives them.
 */
function inferYear(date: WrittenDate, { text, of }: Parts): number | undefined {
  const dates = findDates(text);
  const sameMonth = new Set(dates.flatMap(({ year, month }) => (month === date.month && year ? [year] : [])));
  if (sameMonth.size > 0) return only(sameMonth);
  const known = dates.filter(({ year, weekday }) => year === undefined && weekday !== undefined);
  const lead = weekdayOfLead(of('paragraph')[0] ?? '');
  if (known.length === 0 && lead !== undefined) known.push({ ...date, weekday: lead });
  if (known.length === 0) return undefined;
  const mentioned = (text.match(/(?<![\d.,-])(?:19|20)\d\d(?![\d-]|[.,]\d)/g) ?? []).map(Number);
  const near = new Set(mentioned.flatMap((year) => [year - 1, year, year + 1]));
  return only([...near].filter((year) => known.every((d) => weekdayOf(year, d.month, d.day) === d.weekday)));
}

/** In a dated report, the weekday of the first sentence is the day of the date: "SOFIA, Sept 24 - … said on Wednesday". */
function weekdayOfLead(paragraph: string): number | undefined {
  const found = DAYS.map((day, weekday) => ({ weekday, at: paragraph.indexOf(` on ${day}`) })).filter(
    ({ at }) => at >= 0,
  );
  return found.length === 1 ? found[0]?.weekday : undefined;
}

function only(years: Iterable<number>): number | undefined {
  const [year, ...more] = years;
  return more.length === 0 ? year : undefined;
}
