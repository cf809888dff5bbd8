import { dictionary } from '../../dictionary.ts';
import { NUMBER_WORDS, ordinal } from '../lexicon/numbers.ts';
import type { TimeExpression } from './times.ts';
import type { Word } from './words.ts';

/** First and last month of the seasons of the north; winter goes on into the next year. */
const SEASONS: Record<string, [from: number, to: number]> = dictionary({
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
});

/** Feasts, with the month and the day where they have one. */
const FEASTS: Record<string, Pick<TimeExpression, 'month' | 'monthTo' | 'day' | 'approximate' | 'season'>> = dictionary(
  {
    christmas: { month: 12, day: 25, approximate: true },
    'christmas eve': { month: 12, day: 24 },
    'christmas day': { month: 12, day: 25 },
    'boxing day': { month: 12, day: 26 },
    "new year 's eve": { month: 12, day: 31 },
    "new year 's day": { month: 1, day: 1 },
    easter: { month: 3, monthTo: 4, season: true },
    thanksgiving: { month: 11 },
    halloween: { month: 10, day: 31 },
  },
);

/** The days of a month that its beginning, middle and end are. */
const PORTIONS: Record<string, [from: number, to: number]> = dictionary({
  early: [1, 10],
  beginning: [1, 10],
  start: [1, 10],
  mid: [11, 20],
  middle: [11, 20],
  late: [21, 31],
  end: [21, 31],
});

/** Words that can begin one of these. */
const PERIOD_STARTS = new Set([
  ...Object.keys(SEASONS),
  ...Object.keys(FEASTS).map((feast) => feast.split(' ')[0] as string),
  ...Object.keys(PORTIONS),
  'first',
  'second',
  'third',
  'fourth',
  'year-end',
]);
/** Whether a word can begin a period, or the words before a month. */
export const isPeriodStart = (word: string) =>
  PERIOD_STARTS.has(word) || DECADE.test(word) || QUARTER.test(word) || MID_YEAR.test(word);

export const isSeason = (word: string) => SEASONS[word] !== undefined;

const DECADE = /^((?:1\d|20)\d0)['’]?s$/;
const QUARTER = /^q([1-4])$/;
const MID_YEAR = /^mid-((?:19|20)\d\d)$/;
const IN_TIME = /^(?:in|by|until|till|since|during|before|after|from|of|for|through|early|late|last|next|this|mid)$/;

/** Reads a stretch of the year, a feast or a decade; returns how many words it took. */
export function readPeriod(words: Word[], i: number, time: TimeExpression): number {
  if (time.month !== undefined || time.year !== undefined || time.clock !== undefined) return 0;
  return (
    readSeason(words, i, time) ||
    readQuarter(words, i, time) ||
    readHalfYear(words, i, time) ||
    readYearPart(words, i, time) ||
    readFeast(words, i, time) ||
    readDecade(words, i, time)
  );
}

/** What stands before a word, over an article. */
function before(words: Word[], i: number): string {
  const last = words[i - 1]?.normal ?? '';
  return last === 'the' ? (words[i - 2]?.normal ?? '') : last;
}

const isPlainAfter = (word: Word | undefined) => !/^(?:NOUN|PROPN)$/.test(word?.tag ?? '');

/** "in the autumn", "last summer", "by spring 2024". */
function readSeason(words: Word[], i: number, time: TimeExpression): number {
  const season = SEASONS[words[i]?.normal ?? ''];
  if (!season || !IN_TIME.test(before(words, i)) || !isPlainAfter(words[i + 1])) return 0;
  Object.assign(time, { month: season[0], monthTo: season[1], season: true });
  return 1;
}

/** "in the fourth quarter", "Q3". */
function readQuarter(words: Word[], i: number, time: TimeExpression): number {
  const short = QUARTER.exec(words[i]?.normal ?? '');
  const isLong = words[i + 1]?.normal === 'quarter' && IN_TIME.test(before(words, i)) && isPlainAfter(words[i + 2]);
  const number = short ? Number(short[1]) : isLong ? ordinal(words[i]?.normal ?? '') : undefined;
  if (number === undefined || number > 4) return 0;
  Object.assign(time, { month: number * 3 - 2, monthTo: number * 3 });
  return short ? 1 : 2;
}

/** "in the second half of 2014", "the first half of the year"; alone it is half a match. */
function readHalfYear(words: Word[], i: number, time: TimeExpression): number {
  const half = ordinal(words[i]?.normal ?? '');
  if (words[i + 1]?.normal !== 'half' || words[i + 2]?.normal !== 'of' || (half !== 1 && half !== 2)) return 0;
  const [which, unit] = [words[i + 3]?.normal ?? '', words[i + 4]?.normal ?? ''];
  const isYear = /^20\d\d$|^19\d\d$/.test(which) || (/^(?:the|this|next|last)$/.test(which) && unit === 'year');
  if (!isYear) return 0;
  Object.assign(time, { month: half * 6 - 5, monthTo: half * 6 });
  if (which !== 'the') return 2;
  Object.assign(time, { relative: 'this', unit: 'year' });
  return 5;
}

/** "mid-2014", "by year-end". */
function readYearPart(words: Word[], i: number, time: TimeExpression): number {
  const word = words[i]?.normal ?? '';
  if (word === 'year-end') {
    Object.assign(time, { month: 12, unit: 'year', relative: 'this', approximate: true });
    return 1;
  }
  const year = MID_YEAR.exec(word)?.[1];
  if (!year) return 0;
  Object.assign(time, { year: Number(year), month: 5, monthTo: 8, approximate: true });
  return 1;
}

/** "before Christmas", "until Easter", "on New Year's Eve"; not "the Christmas market". */
function readFeast(words: Word[], i: number, time: TimeExpression): number {
  if (!/^\p{Lu}/u.test(words[i]?.text ?? '')) return 0;
  for (const length of [4, 3, 2, 1]) {
    const said = words
      .slice(i, i + length)
      .map((w) => w.normal)
      .join(' ');
    const feast = FEASTS[said];
    if (!feast || i + length > words.length || !isPlainAfter(words[i + length])) continue;
    Object.assign(time, feast);
    return length;
  }
  return 0;
}

/** "in the 1640s". */
function readDecade(words: Word[], i: number, time: TimeExpression): number {
  const year = Number(DECADE.exec(words[i]?.normal ?? '')?.[1]);
  if (!year || !isPlainAfter(words[i + 1])) return 0;
  Object.assign(time, { year, yearTo: year + 9 });
  return 1;
}

/** "early March", "at the end of November", "late in June": the words before the month. */
export function readPortion(words: Word[], i: number, time: TimeExpression, isMonth: (word: Word) => boolean): number {
  const days = PORTIONS[words[i]?.normal ?? ''];
  const link = /^(?:in|of)$/.test(words[i + 1]?.normal ?? '') ? 1 : 0;
  const month = words[i + 1 + link];
  if (!days || time.days || !month || !isMonth(month)) return 0;
  time.days = days;
  return 1 + link;
}

const DAY_PARTS: Record<string, TimeExpression['part']> = dictionary({
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
});
const WAYS: Record<string, number> = dictionary({ next: 1, following: 1, previous: -1, same: 0 });

/**
 * A day told from one that was told before: "the next day", "the evening before", "two days earlier", "that night". Gives the days between in
 * `shift`.
 */
export function readShift(words: Word[], i: number, time: TimeExpression): number {
  return readNextDay(words, i, time) || readDayAround(words, i, time) || readCounted(words, i, time);
}

/** "the following morning", "that night", "the same day". */
function readNextDay(words: Word[], i: number, time: TimeExpression): number {
  const said = words[i]?.normal ?? '';
  const way = said === 'that' ? 0 : words[i - 1]?.normal === 'the' ? WAYS[said] : undefined;
  const unit = words[i + 1]?.normal ?? '';
  const part = DAY_PARTS[unit];
  if (way === undefined || (unit !== 'day' && !part) || /^(?:NOUN|PROPN|AUX)$/.test(words[i + 2]?.tag ?? '')) return 0;
  Object.assign(time, { shift: way, ...(part ? { part } : {}) });
  return 2;
}

/** "the day before", "the night after", where no event follows that it is before. */
function readDayAround(words: Word[], i: number, time: TimeExpression): number {
  const unit = words[i]?.normal ?? '';
  const way = words[i + 1]?.normal;
  const part = DAY_PARTS[unit];
  if (words[i - 1]?.normal !== 'the' || (unit !== 'day' && !part) || (way !== 'before' && way !== 'after')) return 0;
  if (!isLast(words[i + 2])) return 0;
  Object.assign(time, { shift: way === 'before' ? -1 : 1, ...(part ? { part } : {}) });
  return 2;
}

const DAYS_IN: Record<string, number> = dictionary({ day: 1, week: 7 });

/** "two days earlier", "a day later", "a week before". */
function readCounted(words: Word[], i: number, time: TimeExpression): number {
  const [count, unit, way] = [words[i]?.normal ?? '', words[i + 1]?.lemma ?? '', words[i + 2]?.normal ?? ''];
  const number = /^(?:a|one)$/.test(count) ? 1 : (NUMBER_WORDS.get(count) ?? Number(count));
  const days = DAYS_IN[unit];
  if (!(number > 0 && number < 60) || !days || !/^(?:earlier|later|before|after)$/.test(way)) return 0;
  if (!isLast(words[i + 3])) return 0;
  Object.assign(time, {
    shift: number * days * (way === 'earlier' || way === 'before' ? -1 : 1),
    ...(days > 1 ? { approximate: true } : {}),
  });
  return 3;
}

const isLast = (word: Word | undefined) => word === undefined || /^(?:PUNCT|CCONJ|AUX)$/.test(word.tag);
