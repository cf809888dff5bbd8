import { dictionary } from '../../dictionary.ts';
import type { Span } from '../../model.ts';
import { NUMBER_WORDS, ordinal } from '../lexicon/numbers.ts';
import { isPeriodStart, isSeason, readPeriod, readPortion, readShift } from './periods.ts';
import type { Word } from './words.ts';

/** A point or stretch of time as a text gives it; what it leaves open is absent. */
export interface TimeExpression extends Span {
  first: number;
  last: number;
  /** 0 = Sunday. */
  weekday?: number;
  day?: number;
  /** 1..12. */
  month?: number;
  /** The last month of a stretch, which goes on past 12 into the next year. */
  monthTo?: number;
  /** A stretch that nobody sees begin or end: "summer". */
  season?: boolean;
  /** Days of the month between which it lies: "early March". */
  days?: [from: number, to: number];
  year?: number;
  /** The last year of a stretch: "the 1990s". */
  yearTo?: number;
  /** Days from the source's own date: -1 for "yesterday". */
  offset?: number;
  /** Days from a day that was told before: 1 for "the next day". */
  shift?: number;
  /** "last", "next" or "this" before a weekday, week, month or year. */
  relative?: 'last' | 'next' | 'this';
  unit?: 'week' | 'weekend' | 'month' | 'year';
  part?: 'early' | 'morning' | 'midday' | 'afternoon' | 'evening' | 'night' | 'late' | 'overnight';
  /** Minutes after midnight. */
  clock?: number;
  /** Indexes of the first and the last word that tell the hour. */
  hour?: [first: number, last: number];
  /** The hour was told without morning or afternoon. */
  halfDay?: boolean;
  /** The hour was told roughly: "around midnight", "shortly before noon". */
  roughly?: boolean;
  approximate?: boolean;
  /** The preposition before it. */
  preposition?: string;
  /** Its first word, with the preposition. */
  from: number;
  /** A part of a day that no word says. */
  bare?: boolean;
  /** "Friday's", as possessor of the noun that follows. */
  possessive?: boolean;
}

const WEEKDAYS: Record<string, number> = dictionary();
'sunday monday tuesday wednesday thursday friday saturday'.split(' ').forEach((day, i) => {
  WEEKDAYS[day] = i;
  WEEKDAYS[day.slice(0, 3)] = i;
  WEEKDAYS[`${day.slice(0, 3)}.`] = i;
});
for (const [short, day] of [
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
  ['tues.', 2],
  ['thurs.', 4],
] as const)
  WEEKDAYS[short] = day;
delete WEEKDAYS.sun;
delete WEEKDAYS.sat;

const MONTHS: Record<string, number> = dictionary();
'january february march april may june july august september october november december'
  .split(' ')
  .forEach((month, i) => {
    for (const form of [month, month.slice(0, 3), `${month.slice(0, 3)}.`, `mid-${month}`]) MONTHS[form] = i + 1;
  });
for (const form of ['sept', 'sept.']) MONTHS[form] = 9;

const PARTS: Record<string, TimeExpression['part']> = dictionary({
  morning: 'morning',
  mornings: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
  nights: 'night',
  dawn: 'early',
  'pre-dawn': 'early',
  daybreak: 'early',
  sunrise: 'early',
  lunchtime: 'midday',
  dusk: 'evening',
  sunset: 'evening',
  nightfall: 'evening',
  overnight: 'overnight',
});
const DAY_WORDS: Record<string, [offset: number, part?: TimeExpression['part']]> = dictionary({
  today: [0],
  yesterday: [-1],
  tomorrow: [1],
  tonight: [0, 'night'],
});
const PREPOSITIONS = new Set([
  'on',
  'in',
  'at',
  'by',
  'since',
  'from',
  'until',
  'till',
  'through',
  'before',
  'after',
  'during',
  'for',
  'of',
  'late',
  'early',
]);

/** Most words cannot begin a time; this keeps them from being tried in every way. @param word lower case */
export function canStartTime(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return true;
  return (
    WEEKDAYS[word] !== undefined ||
    MONTHS[word] !== undefined ||
    DAY_WORDS[word] !== undefined ||
    NUMBER_WORDS.get(word) !== undefined ||
    STARTS.has(word) ||
    isPeriodStart(word) ||
    GLUED.test(word)
  );
}

const STARTS = new Set(
  `last next this that following previous same a half quarter early late noon midday midnight day morning afternoon evening night end dawn
  daybreak sunrise lunchtime dusk sunset nightfall`.split(/\s+/),
);
const GLUED = /^[a-z]{3,9}\.?\d{1,2}$/;

/** Reads the time expressions of a sentence in order. */
export function readTimes(words: Word[], taken: Uint8Array): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let i = 0; i < words.length; i++) {
    const time = readTime(words, i);
    if (!time) continue;
    found.push(time);
    for (let k = time.first; k <= time.last; k++) taken[k] = 1;
    i = time.last;
  }
  return found;
}

function readTime(words: Word[], start: number): TimeExpression | undefined {
  const { facts, normal } = words[start] as Word;
  if (!facts.startsTime) return undefined;
  // "a quarter to six", "a week ago": nearly always it is an article
  if (normal === 'a' && words[start + 1]?.normal !== 'quarter' && words[start + 2]?.normal !== 'ago') return undefined;
  const time: TimeExpression = { start: 0, end: 0, first: start, last: start, from: start };
  let at = start;
  let known = false;
  for (let previous = -1; at < words.length && previous !== at; ) {
    previous = at;
    const taken = readPiece(words, at, time, known);
    if (taken > 0) {
      known ||= hasValue(time);
      at += taken;
      time.last = at - 1;
      const glue = words[at]?.normal;
      if (
        known &&
        (glue === ',' ||
          glue === 'on' ||
          glue === 'at' ||
          glue === 'in' ||
          glue === 'of' ||
          glue === 'the' ||
          glue === 'this')
      ) {
        const skip =
          words[at + 1]?.normal === 'around' || words[at + 1]?.normal === 'about' || words[at + 1]?.normal === 'the'
            ? 2
            : 1;
        const probe: TimeExpression = { ...time };
        if (readPiece(words, at + skip, probe, true) > 0 && !clashes(time, probe)) at += skip;
      }
    }
  }
  if (!known) return undefined;
  time.start = (words[time.first] as Word).start;
  time.end = (words[time.last] as Word).end;
  settleHalf(time);
  readBefore(words, time);
  if (words[time.last + 1]?.normal === "'s" || words[time.last + 1]?.normal === "'") time.possessive = true;
  return time;
}

/** The preposition, over an article and what says that the hour is told roughly ("at around six", "shortly before noon"). */
function readBefore(words: Word[], time: TimeExpression): void {
  let at = time.first - 1;
  while (
    at >= time.first - 2 &&
    /^(?:the|about|around|nearly|roughly|approximately|some)$/.test(words[at]?.normal ?? '')
  )
    at--;
  const said = words.slice(Math.max(0, at - 1), time.first).map((w) => w.normal);
  if (said.some((w) => /^(?:about|around|nearly|roughly|approximately|shortly|just|soon)$/.test(w)))
    time.roughly = true;
  const before = words[at]?.normal ?? '';
  if (!PREPOSITIONS.has(before)) return;
  time.preposition = before;
  time.from = at;
}

/** "half past six on Sunday evening": the part of the day says which half of it is meant. */
function settleHalf(time: TimeExpression): void {
  if (!time.halfDay || time.clock === undefined || !time.part) return;
  if (time.part === 'late' || time.part === 'overnight' || time.part === 'midday') return;
  const hour = time.clock % 720;
  const isLate = /^(?:afternoon|evening)$/.test(time.part) || (time.part === 'night' && hour >= 360);
  time.clock = hour + (isLate ? 720 : 0);
  delete time.halfDay;
}

const hasValue = (t: TimeExpression) =>
  t.shift !== undefined ||
  t.weekday !== undefined ||
  t.month !== undefined ||
  t.year !== undefined ||
  t.offset !== undefined ||
  t.unit !== undefined ||
  t.clock !== undefined ||
  (t.part !== undefined && (t.relative !== undefined || t.bare === true));

/** A piece that would say a second time what is known belongs to the next expression ("Thursday, Friday"). */
const clashes = (before: TimeExpression, after: TimeExpression) =>
  (before.weekday !== undefined && after.weekday !== before.weekday) ||
  (before.offset !== undefined && after.offset !== before.offset) ||
  (before.month !== undefined && after.month !== before.month) ||
  (before.year !== undefined && after.year !== before.year) ||
  (before.clock !== undefined && after.clock !== before.clock);

/** Reads one more piece of a time expression; returns how many words it took. */
function readPiece(words: Word[], i: number, time: TimeExpression, known: boolean): number {
  const word = words[i];
  if (!word) return 0;
  const n = word.normal;
  const day = WEEKDAYS[n];
  if (day !== undefined && time.weekday === undefined && /^\p{Lu}/u.test(word.text)) return set(time, { weekday: day });
  const relativeDay = DAY_WORDS[n];
  if (relativeDay && time.offset === undefined) {
    return set(time, { offset: relativeDay[0], ...(relativeDay[1] ? { part: relativeDay[1] } : {}) });
  }
  return (
    readRelative(words, i, time) ||
    readPortion(words, i, time, isMonth) ||
    readCalendar(words, i, time) ||
    readPeriod(words, i, time) ||
    readHour(words, i, time) ||
    (known ? 0 : readShift(words, i, time)) ||
    readPart(words, i, time, known) ||
    readBarePart(words, i, time, known)
  );
}

function set(time: TimeExpression, values: Partial<TimeExpression>, taken = 1): number {
  Object.assign(time, values);
  return taken;
}

function readRelative(words: Word[], i: number, time: TimeExpression): number {
  const n = words[i]?.normal ?? '';
  const next = words[i + 1]?.normal ?? '';
  if (n !== 'last' && n !== 'next' && n !== 'this')
    return readDayBeyond(words, i, time) || readEnd(words, i, time) || readAgo(words, i, time);
  const relative = n;
  if (WEEKDAYS[next] !== undefined || MONTHS[next] !== undefined || isSeason(next)) return set(time, { relative });
  if (next === 'week' || next === 'weekend' || next === 'month' || next === 'year')
    return set(time, { relative, unit: next }, 2);
  const part = PARTS[next];
  if (part && time.offset === undefined && time.weekday === undefined) {
    return set(time, { relative, part, offset: n === 'last' ? -1 : 0 }, 2);
  }
  return 0;
}

/** "the day before yesterday", "the day after tomorrow". */
function readDayBeyond(words: Word[], i: number, time: TimeExpression): number {
  const said = [0, 1, 2].map((k) => words[i + k]?.normal).join(' ');
  if (said === 'day before yesterday') return set(time, { offset: -2 }, 3);
  return said === 'day after tomorrow' ? set(time, { offset: 2 }, 3) : 0;
}

/** "the end of the year", "the end of next month": its last month. */
function readEnd(words: Word[], i: number, time: TimeExpression): number {
  const [end, of, which, unit] = [0, 1, 2, 3].map((k) => words[i + k]?.normal ?? '');
  if (end !== 'end' || of !== 'of' || !/^(?:the|this|next|last)$/.test(which ?? '')) return 0;
  const relative = which === 'the' ? 'this' : (which as 'this' | 'next' | 'last');
  if (unit === 'year') return set(time, { month: 12, unit, relative, approximate: true }, 4);
  return unit === 'month' ? set(time, { unit, relative }, 4) : 0;
}

/** "eight days ago", "a week ago". */
function readAgo(words: Word[], i: number, time: TimeExpression): number {
  if (time.offset !== undefined || words[i + 2]?.normal !== 'ago') return 0;
  const count = words[i]?.normal === 'a' ? 1 : (NUMBER_WORDS.get(words[i]?.normal ?? '') ?? Number(words[i]?.normal));
  const unit = words[i + 1]?.lemma ?? '';
  const days = { day: 1, week: 7, fortnight: 14 }[unit];
  if (!(count > 0)) return 0;
  // counted in weeks, a day is not meant to the day
  if (days) return set(time, { offset: -count * days, ...(days > 1 ? { approximate: true } : {}) }, 3);
  if (unit === 'year' && count === 1) return set(time, { relative: 'last', unit: 'year' }, 3);
  return 0;
}

const isMonth = ({ normal, text }: Word) => MONTHS[normal] !== undefined && /^\p{Lu}/u.test(text);

const dayOf = (word: Word | undefined) => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word?.normal ?? '');
  const value = match ? Number(match[1]) : (ordinal(word?.normal ?? '') ?? 0);
  return value >= 1 && value <= 31 ? value : undefined;
};
const yearOf = (word: Word | undefined) =>
  /^(?:1[4-9]|20)\d\d$/.test(word?.normal ?? '') ? Number(word?.normal) : undefined;

function readCalendar(words: Word[], i: number, time: TimeExpression): number {
  const word = words[i] as Word;
  const month = isMonth(word) || word.normal.startsWith('mid-') ? MONTHS[word.normal] : undefined;
  if (month !== undefined && time.month === undefined) return readMonth(words, i, time, month);
  const day = dayOf(word);
  const following = words[i + 1]?.normal === 'of' ? words[i + 2] : words[i + 1];
  if (
    day !== undefined &&
    time.day === undefined &&
    time.month === undefined &&
    following &&
    /^\p{Lu}/u.test(following.text)
  ) {
    const after = MONTHS[following.normal];
    if (after !== undefined) return set(time, { day, month: after }, words[i + 1]?.normal === 'of' ? 3 : 2);
  }
  const year = yearOf(word);
  if (year !== undefined && time.year === undefined && isYear(words, i, time)) return set(time, { year });
  const glued = /^([a-z]+\.?)(\d{1,2})$/.exec(word.normal);
  if (glued && MONTHS[glued[1] ?? ''] !== undefined && time.month === undefined) {
    return set(time, { month: MONTHS[glued[1] ?? ''] as number, day: Number(glued[2]) });
  }
  return 0;
}

function readMonth(words: Word[], i: number, time: TimeExpression, month: number): number {
  const before = words[i - 1]?.normal;
  const named = (words[i] as Word).normal !== 'may' && (words[i] as Word).normal !== 'march';
  const day = dayOf(words[i + 1]);
  if (day !== undefined && words[i + 2]?.tag !== 'NOUN') return set(time, { month, day }, 2);
  if (day !== undefined) return set(time, { month, day }, 2);
  if (
    named ||
    time.days ||
    before === 'in' ||
    before === 'of' ||
    before === 'since' ||
    before === 'last' ||
    yearOf(words[i + 1]) !== undefined
  ) {
    return set(time, { month, ...((words[i] as Word).normal.startsWith('mid-') ? { days: [11, 20] } : {}) });
  }
  return 0;
}

/** A four-digit number is a year after a month or preposition of time, or where no noun follows for it to count. */
function isYear(words: Word[], i: number, time: TimeExpression): boolean {
  if (time.month !== undefined) return true;
  const before = words[i - 1]?.normal ?? '';
  const next = words[i + 1];
  if (before === '$' || before === '€' || before === '£' || next?.text === '%' || next?.tag === 'NUM') return false;
  if (/^(?:in|since|until|of|by|from|the|for|during|before|after|late|early)$/.test(before))
    return next?.lemma !== 'person' && (!isLongAgo(words[i]) || next?.tag !== 'NOUN');
  if (isLongAgo(words[i])) return false;
  return next?.tag !== 'NOUN' || next.lemma === 'season';
}

const isLongAgo = (word: Word | undefined) => /^1[4-8]/.test(word?.normal ?? '');

function readHour(words: Word[], i: number, time: TimeExpression): number {
  const taken = readClock(words, i, time);
  if (taken > 0) time.hour = [i, i + taken - 1];
  return taken;
}

function readClock(words: Word[], i: number, time: TimeExpression): number {
  if (time.clock !== undefined) return 0;
  const word = words[i] as Word;
  if (word.normal === 'noon' || word.normal === 'midday') return set(time, { clock: 720 });
  if (word.normal === 'midnight') return set(time, { clock: 0 });
  const told = readToldClock(words, i, time);
  if (told > 0) return told;
  const match = /^(\d{1,2})(?:[:.](\d\d))?(am|pm|a\.m|p\.m)?\.?$/.exec(word.normal);
  if (!match) return readMilitary(words, i, time);
  // "17h43"
  const minutes = words[i + 1]?.joined ? /^h([0-5]\d)$/.exec(words[i + 1]?.normal ?? '')?.[1] : undefined;
  if (minutes && match[0].length <= 2 && Number(match[1]) < 24)
    return set(time, { clock: Number(match[1]) * 60 + Number(minutes) }, 2);
  let half = match[3];
  let taken = 1;
  const next = words[i + 1]?.normal ?? '';
  if (!half && /^(?:am|pm|a\.m\.?|p\.m\.?|a|p)$/.test(next)) {
    if (next.length > 1 || words[i + 2]?.normal === '.') {
      half = next;
      taken = 2;
      if (next.length === 1) taken = 4;
    }
  }
  const hour = Number(match[1]);
  if (hour > 24) return 0;
  if (!half) {
    const before = words[i - 1]?.normal;
    const atHour =
      match[2] !== undefined &&
      (word.normal.includes(':') || isAtPoint(words, i)) &&
      (i === 0 ||
        words[i - 1]?.text === ',' ||
        /^(?:at|around|about|by|until|till|from|since|before|after|and|to|hours)$/.test(before ?? ''));
    if (!atHour) return 0;
    const clock = hour * 60 + Number(match[2]);
    // "5:42" can be of the afternoon, "05:42" cannot
    return hour === 0 || hour > 12 || /^0/.test(word.normal) || isZone(words[i + 1])
      ? set(time, { clock })
      : setHour(words, i + 1, time, i, clock);
  }
  const twelve = (hour % 12) + (half.startsWith('p') ? 12 : 0);
  return set(time, { clock: twelve * 60 + Number(match[2] ?? 0) }, taken);
}

/** "at 6.52 on Tuesday": a point for the colon, where no unit follows. */
const isAtPoint = (words: Word[], i: number) =>
  /^(?:at|around|about)$/.test(words[i - 1]?.normal ?? '') &&
  /^[0-2]?\d\.[0-5]\d$/.test(words[i]?.normal ?? '') &&
  (isZone(words[i + 1]) || !/^(?:NOUN|SYM|ADJ|NUM)$/.test(words[i + 1]?.tag ?? '')) &&
  words[i + 1]?.text !== '%';

const hourOf = (word: Word | undefined) => {
  const hour =
    NUMBER_WORDS.get(word?.normal ?? '') ?? (/^\d{1,2}$/.test(word?.normal ?? '') ? Number(word?.normal) : undefined);
  return hour !== undefined && hour >= 1 && hour <= 12 ? hour : undefined;
};

/** "half past nine", "a quarter to six", "ten past four", "seven o'clock", "seven in the evening". */
function readToldClock(words: Word[], i: number, time: TimeExpression): number {
  let at = i;
  if (words[at]?.normal === 'a' && words[at + 1]?.normal === 'quarter') at++;
  const n = words[at]?.normal ?? '';
  const minutes =
    n === 'half'
      ? 30
      : n === 'quarter'
        ? 15
        : /^(?:five|ten|twenty|5|10|20)$/.test(n)
          ? (NUMBER_WORDS.get(n) ?? Number(n))
          : undefined;
  const [way, hour] = [words[at + 1]?.normal, hourOf(words[at + 2])];
  if (minutes !== undefined && hour !== undefined && (way === 'past' || (way === 'to' && isBeforeHour(words, at))))
    return setHour(words, at + 3, time, i, hour * 60 + (way === 'past' ? minutes : -minutes));
  const full = hourOf(words[i]);
  if (full === undefined) return 0;
  const next = words[i + 1]?.normal ?? '';
  const bare = words[i - 1]?.normal === 'at' && NUMBER_WORDS.get(words[i]?.normal ?? '') !== undefined;
  if (bare && /^(?:[,.;]|on|when|and|)$/.test(next)) return setHour(words, i + 1, time, i, full * 60);
  if (next === "o'clock" || next === 'o’clock') return setHour(words, i + 2, time, i, full * 60);
  if (next === 'o' && words[i + 2]?.normal === "'clock") return setHour(words, i + 3, time, i, full * 60);
  const atNight = next === 'at' && words[i + 2]?.normal === 'night';
  return atNight ||
    (next === 'in' && words[i + 2]?.normal === 'the' && DAY_PARTS[words[i + 3]?.normal ?? ''] !== undefined)
    ? setHour(words, i + 1, time, i, full * 60)
    : 0;
}

/** "a quarter to six", "at ten to four"; "ten to twelve people" is a range. */
const isBeforeHour = (words: Word[], at: number) =>
  words[at]?.normal === 'quarter' ||
  (/^(?:at|by|until|about|around)$/.test(words[at - 1]?.normal ?? '') &&
    !/^(?:NOUN|ADJ)$/.test(words[at + 3]?.tag ?? ''));

const DAY_PARTS: Record<string, number> = dictionary({ morning: 0, afternoon: 720, evening: 720 });

/** An hour told in words, with the part of the day that says which half of it is meant; without one it is left open. */
function setHour(words: Word[], at: number, time: TimeExpression, from: number, clock: number): number {
  const [link, next] = [words[at]?.normal, words[at + 1]?.normal];
  if (link === 'at' && next === 'night')
    return set(time, { clock: (clock % 720) + (clock % 720 < 360 ? 0 : 720) }, at + 2 - from);
  const said = link === 'in' && next === 'the' ? DAY_PARTS[words[at + 2]?.normal ?? ''] : undefined;
  if (said === undefined) return set(time, { clock, halfDay: true }, at - from);
  return set(time, { clock: (clock % 720) + said }, at + 3 - from);
}

const isZone = (word: Word | undefined) => /^(?:gmt|hours|hrs|utc|local)\.?$/.test(word?.normal ?? '');

function readMilitary(words: Word[], i: number, time: TimeExpression): number {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(words[i]?.normal ?? '');
  return match && isZone(words[i + 1]) ? set(time, { clock: Number(match[1]) * 60 + Number(match[2]) }, 2) : 0;
}

/** "in the early hours", "at dawn", "late in the evening": a part of a day that is not named. */
function readBarePart(words: Word[], i: number, time: TimeExpression, known: boolean): number {
  if (known || time.part !== undefined) return 0;
  const [word, next] = [words[i]?.normal ?? '', words[i + 1]?.normal ?? ''];
  const before = words[i - 1]?.normal ?? '';
  const two = words[i - 2]?.normal ?? '';
  if (word === 'early' && next === 'hours' && before === 'the') return set(time, { part: 'early', bare: true }, 2);
  const part = PARTS[word];
  if (!part || word.endsWith('s') || /^(?:NOUN|PROPN)$/.test(words[i + 1]?.tag ?? '')) return 0;
  const isBare = before === 'the' ? /^(?:in|during)$/.test(two) : /^(?:at|before|after|by)$/.test(before);
  return isBare && word !== 'overnight' ? set(time, { part, bare: true }) : 0;
}

function readPart(words: Word[], i: number, time: TimeExpression, known: boolean): number {
  const [n, next, third] = [0, 1, 2].map((k) => words[i + k]?.normal ?? '') as [string, string, string];
  const part = PARTS[n];
  if (part && known && time.part === undefined) return set(time, { part });
  if (part && known && (time.part === 'early' || time.part === 'late')) return set(time, { part });
  if ((n === 'early' || n === 'late') && !known && time.part === undefined) {
    const follows = WEEKDAYS[next] !== undefined || DAY_WORDS[next] !== undefined || next === 'last' || next === 'this';
    if (next === 'on' && WEEKDAYS[third] !== undefined) return set(time, { part: n }, 2);
    return follows ? set(time, { part: n }) : 0;
  }
  return 0;
}
