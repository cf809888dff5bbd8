import { describe, expect, it } from 'vitest';
import { findDates, isoDate } from '../../../../server/src/analysis/text/dates.ts';

describe('findDates', () => {
  it.each([
    ['on May 14, 2025 in Moscow', ['2025-05-14']],
    ['Tuesday 21 October 2025 and Wednesday, 22 October 2025', ['2025-10-21', '2025-10-22']],
    ['26 September 2025, 18:05', ['2025-09-26']],
    ['the 3rd of June 2024', ['2024-06-03']],
    ['updated 2025-05-15T10:00', ['2025-05-15']],
    ['am 9.4.2024 und 09.04.2024', ['2024-04-09', '2024-04-09']],
    ['Sept 24, 19 Sept and Friday, Sept. 19', [undefined, undefined, undefined]],
    ['In March 2022 they may 10 times fail; 31 June 2024; 2024-13-01', []],
  ])('reads %s', (text, dates) => {
    expect(findDates(text).map(isoDate)).toEqual(dates);
  });

  it('keeps the weekday and where the date stands', () => {
    const text = 'signed on Friday, Sept 19, after';
    const [date] = findDates(text);
    expect(date).toMatchObject({ month: 9, day: 19, weekday: 5 });
    expect(text.slice(date?.start, date?.end)).toBe('Friday, Sept 19');
  });
});
