import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, sourceNames } from '../../../../client/src/model/text.ts';
import { source } from './overview.ts';

describe('excerpt', () => {
  it('leaves a short text alone, but for its line breaks', () => {
    expect(excerpt('It took\ntwo days.', 8, 11)).toEqual({ text: 'It took two days.', highlight: [8, 11] });
  });

  it('cuts before a part that stands far in, and says so', () => {
    const { text, highlight } = excerpt(`${'word '.repeat(100)}HERE${' word'.repeat(100)}`, 500, 504);
    expect(text).toMatch(/^…(word ){4}HERE( word)+.*…$/);
    expect(text.slice(...highlight)).toBe('HERE');
  });

  it('shows the part, whatever the text', () => {
    const parts = fc.tuple(fc.string({ maxLength: 400 }), fc.string({ maxLength: 300 }), fc.string({ maxLength: 400 }));
    fc.assert(
      fc.property(parts, ([before, part, after]) => {
        const { text, highlight } = excerpt(before + part + after, before.length, before.length + part.length);
        expect(text.slice(...highlight)).toBe(part.replace(/[\s\p{Cc}]/gu, ' '));
        expect(highlight[0]).toBeLessThan(30);
      }),
    );
  });
});

describe('the names of sources', () => {
  it('are publisher or title where no other source has the same, else the file name', () => {
    const names = sourceNames([
      source('file:///a.txt', { publisher: 'Reuters', title: 'Flood' }),
      source('file:///b.txt', { publisher: 'Reuters', title: 'Storm' }),
      source('file:///c.txt', { title: 'Storm' }),
      source('file:///d%20d.txt'),
    ]);
    expect([...names.values()].sort()).toEqual(['Flood', 'b.txt', 'c.txt', 'd d.txt']);
  });
});
