import { describe, expect, it } from 'vitest';
import type { SourceInfo } from '../../../../server/src/analysis/model.ts';
import { findSourceInfo } from '../../../../server/src/analysis/text/info.ts';
import { findBlocks } from '../../../../server/src/analysis/text/structure.ts';

function infoOf(text: string): SourceInfo {
  return findSourceInfo({ text, blocks: findBlocks(text), sentences: [], quotations: [] });
}
const PROSE = 'The ministers of both countries met for three hours and agreed on nothing, officials said.';

describe('findSourceInfo', () => {
  it('knows nothing of a text that says nothing of itself', () => {
    expect(infoOf(PROSE)).toEqual({});
    expect(infoOf('')).toEqual({});
  });

  it.each<[string, SourceInfo]>([
    [
      `Talks open\n\nIstanbul, May 15, 2025 – Reuters\n\n${PROSE}`,
      { title: 'Talks open', publisher: 'Reuters', date: '2025-05-15' },
    ],
    [
      `Vossberg sold\n\nEuropa One News | Business | Monday 20 October 2025, 7:40 pm\n\n${PROSE}`,
      { title: 'Vossberg sold', publisher: 'Europa One News', date: '2025-10-20' },
    ],
    [
      `Fourth death\nRadio Thrace | Health\nKalina Ruseva, health correspondent\n26 September 2025, 18:05\n\n${PROSE}`,
      { title: 'Fourth death', publisher: 'Radio Thrace', date: '2025-09-26' },
    ],
    [
      `RAIL REVIEW\nMarkets & Deals | 24 October 2025\n\nThe arithmetic of a deal\n\n${PROSE}`,
      { title: 'The arithmetic of a deal', publisher: 'RAIL REVIEW', date: '2025-10-24' },
    ],
    [
      `Killer cheese\nBy MIRO DANCHEV in Yavorishte\nThursday 25 September 2025\n\n${PROSE}`,
      { title: 'Killer cheese', date: '2025-09-25' },
    ],
    [
      `Talks open\nBy Ann Berg and Bo Lee, CNN\nUpdated 5:00 PM EDT, Thu May 15, 2025\nCNN —\n${PROSE}`,
      { title: 'Talks open', publisher: 'CNN', date: '2025-05-15' },
    ],
    [
      `News|Conflict\nTalks open\n\n${PROSE}\nSource: Al Jazeera and news agencies`,
      { title: 'Talks open', publisher: 'Al Jazeera' },
    ],
    [`Putin skips talks - BBC News\n\n${PROSE}`, { title: 'Putin skips talks', publisher: 'BBC News' }],
    [
      `Talks open\n\n${PROSE}\n\n© 2025 Example Times. All rights reserved.`,
      { title: 'Talks open', publisher: 'Example Times' },
    ],
    [
      `${PROSE}\nThe Source: This article is based on May 15, 2025 reporting from Reuters, and on public statements.`,
      { publisher: 'Reuters', date: '2025-05-15' },
    ],
  ])('reads %j', (text, info) => {
    expect(infoOf(text)).toEqual(info);
  });

  it('does not take a place or a section for the publisher', () => {
    expect(infoOf(`Talks open\n\nSofia, 3 October 2025\n\n${PROSE}`)).not.toHaveProperty('publisher');
    expect(infoOf(`Talks open\nLatest News | 3 October 2025\n\n${PROSE}`)).not.toHaveProperty('publisher');
  });

  describe('infers the year of a dateline', () => {
    const dated = (lead: string, more: string): string | undefined =>
      infoOf(`Dairy stays shut\n\nSOFIA, Sept 24 (BNW) - ${lead}\n\n${more}`).date;

    it('from a weekday with its day, near a year that the text mentions', () => {
      expect(dated(PROSE, 'The plant was closed on Friday, Sept 19, and in May 2024 eleven people fell ill.')).toBe(
        '2025-09-24',
      );
    });

    it('from the weekday in the first sentence', () => {
      expect(dated('Officials said on Wednesday that cases rose.', 'An outbreak in 2024 had another cause.')).toBe(
        '2025-09-24',
      );
    });

    it('from a full date in the same month', () => {
      expect(dated(PROSE, 'The first report is dated September 2, 2019.')).toBe('2019-09-24');
    });

    it('but leaves it unknown where nothing tells', () => {
      expect(dated(PROSE, 'The plant was closed on Friday, Sept 19.')).toBeUndefined();
      expect(dated(PROSE, 'An outbreak in 2024 had another cause.')).toBeUndefined();
      expect(dated(PROSE, 'The plant was closed on Monday, Sept 19, long after 2024.')).toBeUndefined();
    });
  });

  it('takes the date of a caption when the text calls that day by its weekday, and no archive picture’s', () => {
    const old = 'Trump (L) and Putin arrive in Helsinki, on July 16, 2018.\nYuri Kadobnov | Afp | Getty Images';
    const new_ = 'Erdogan (R) meets Zelenskyy in Ankara, May 15, 2025.\nMustafa Kamaci | Via Reuters';
    expect(infoOf(`${old}\nThe leaders met on Thursday and agreed on nothing.\n${new_}`).date).toBe('2025-05-15');
    expect(infoOf(`${old}\nThe leaders met on Thursday and agreed on nothing.`).date).toBeUndefined();
  });
});
