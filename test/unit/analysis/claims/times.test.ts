import { describe, expect, it } from 'vitest';
import { analyseSource } from '../../../../server/src/analysis/analyse.ts';
import type { TimeValue } from '../../../../server/src/analysis/claims/claim.ts';
import { compareTimes } from '../../../../server/src/analysis/claims/dates/compare.ts';
import { resolve } from '../../../../server/src/analysis/claims/dates/resolve.ts';
import { readSource } from '../../../../server/src/analysis/claims/reading.ts';
import { findEntities } from '../../../../server/src/analysis/entities/find.ts';
import { readText } from '../../../../server/src/analysis/text/read.ts';

/** The first time that a sentence tells. */
function timeOf(text: string): TimeValue {
  const source = readText(text);
  const time = readSource(source, findEntities(source), {}).sentences[0]?.times[0];
  if (!time) throw new Error(`no time in ${text}`);
  return resolve(time, undefined, false, text.slice(time.start, time.end));
}

const timesIn = (text: string) => {
  const source = readText(text);
  return readSource(source, findEntities(source), {}).sentences[0]?.times.map((t) => text.slice(t.start, t.end));
};

describe('times', () => {
  it.each([
    ['The bomb went off at 7:24 in the evening.', '7:24 in the evening', { clock: 1164 }],
    [
      'The bomb went off at half past six on Sunday evening.',
      'half past six on Sunday evening',
      { clock: 1110, weekday: 0 },
    ],
    ['The bomb went off at ten to four.', 'ten to four', { clock: 230, halfDay: true }],
    ['The bomb went off at eleven at night.', 'eleven at night', { clock: 1380 }],
    ['The bomb went off at 5:42.', '5:42', { clock: 342, halfDay: true }],
    ['The bomb went off at 05:42.', '05:42', { clock: 342 }],
    ['The bomb went off shortly before noon.', 'noon', { clock: 720, roughly: true }],
    ['The bomb went off at around midnight.', 'midnight', { clock: 0, roughly: true }],
    ['The bomb went off in the early hours.', 'early hours', { part: 'early' }],
    ['The bomb went off before dawn.', 'dawn', { part: 'early' }],
    ['The bomb went off in the afternoon.', 'afternoon', { part: 'afternoon' }],
    ['The bomb went off at 5:43pm.', '5:43pm.', { clock: 1063 }],
    ['The bomb went off at 2am.', '2am.', { clock: 120 }],
    ['The bomb went off at 17.43 local time.', '17.43', { clock: 1063 }],
    ['The bomb went off at 17h43.', '17h43', { clock: 1063 }],
    ['The bomb went off at 1743 hrs.', '1743 hrs', { clock: 1063 }],
    ['The bomb went off late on Monday.', 'late on Monday', { weekday: 1, part: 'late' }],
    ['The works closed on the third of March.', 'third of March', { month: 3, day: 3 }],
    ['The works closed in the second half of 2014.', 'second half of 2014', { month: 7, monthTo: 12, year: 2014 }],
    ['The works closed in the first half of the year.', 'first half of the year', { month: 1, monthTo: 6 }],
    ['The works closed in mid-2014.', 'mid-2014', { year: 2014, month: 5, monthTo: 8 }],
    ['The works closed in early March.', 'early March', { month: 3, days: [1, 10] }],
    ['The works closed at the end of November.', 'end of November', { month: 11, days: [21, 31] }],
    ['The works closed late in June.', 'late in June', { month: 6, days: [21, 31] }],
    ['The works closed in the autumn.', 'autumn', { month: 9, monthTo: 11 }],
    ['The works closed last summer.', 'last summer', { month: 6, monthTo: 8 }],
    ['The sale is to close in the fourth quarter.', 'fourth quarter', { month: 10, monthTo: 12 }],
    ['The works will close before Christmas.', 'Christmas', { month: 12, edge: 'latest' }],
    ['The works stay open until Easter.', 'Easter', { month: 3, monthTo: 4, edge: 'end' }],
    ['The oak was felled in the 1640s.', '1640s', { year: 1640, yearTo: 1649 }],
    ['The oak was felled after 1670.', '1670', { year: 1670, edge: 'earliest' }],
    ['The road has been shut since Friday.', 'Friday', { weekday: 5, edge: 'start' }],
    ['The road was shut through Friday.', 'Friday', { weekday: 5, edge: 'end' }],
    ['The road will be open by Tuesday.', 'Tuesday', { weekday: 2, edge: 'latest' }],
  ])('reads %s', (text, words, expected) => {
    const value = timeOf(text);
    expect(value.text).toBe(words);
    expect(value).toMatchObject(expected);
  });

  it.each([
    'They bought a tree at the Christmas market.',
    'The river is fed by spring water.',
    'Ten to twelve people were in the hall.',
    'They had 1500 homes to heat.',
    'The talks go on and that day will come nearer.',
    'A day later than planned, they left.',
  ])('reads no time in "%s"', (text) => {
    expect(timesIn(text)).toEqual([]);
  });

  it.each([
    ['The fire broke out on Monday. The roof fell in the next day.', 2],
    ['The fire broke out on Monday. It had been lit the evening before.', 0],
    ['The fire broke out on Monday, police said on Friday. The caretaker was arrested two days later.', 3],
    ['The fire broke out on Monday. That night 30 people slept in a gym.', 1],
  ])('counts days from one told before: %s', (text, weekday) => {
    const times = analyseSource('a.txt', text).claims.flatMap((c) => (c.value.type === 'time' ? [c.value] : []));
    expect(times.at(-1)?.weekday).toBe(weekday);
  });
});

describe('comparing times', () => {
  const compare = (a: string, b: string) => compareTimes(timeOf(`It fell ${a}.`), timeOf(`It fell ${b}.`)).is;

  it.each([
    ['in early March', 'on 25 March'],
    ['in the summer', 'in December'],
    ['at the end of November', 'in the spring'],
    ['in the 1640s', 'after 1670'],
    ['by 3 May', 'on 6 May'],
    ['by Tuesday', 'until Friday'],
    ['since Thursday', 'on Friday'],
    ['in the morning', 'at 8:40 p.m.'],
    ['at 9 in the morning', 'shortly before noon'],
    ['at half past four', 'at 3 o’clock'],
    ['after 6 May', 'on 3 May'],
  ])('%s and %s differ', (a, b) => {
    expect(compare(a, b)).toBe('conflict');
    expect(compare(b, a)).toBe('conflict');
  });

  it.each([
    ['in early March', 'on 12 March'],
    ['in the summer', 'in September'],
    ['in the winter', 'in February'],
    ['before Christmas', 'on 21 December'],
    ['by 6 May', 'on 3 May'],
    ['by Tuesday', 'on Monday'],
    ['since Thursday', 'until Friday'],
    ['in the evening', 'at 5:15 p.m.'],
    ['in the night', 'at 2:30 a.m.'],
    ['at around midnight', 'at 12:35 a.m.'],
    ['at 5:42', 'at 5:42 p.m.'],
    ['in the 1990s', 'in 1994'],
  ])('%s and %s fit', (a, b) => {
    expect(compare(a, b)).toMatch(/^(?:same|compatible)$/);
    expect(compare(b, a)).toMatch(/^(?:same|compatible)$/);
  });
});
