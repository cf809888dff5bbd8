import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../../server/src/analysis/text/quotations.ts';
import { findBlocks } from '../../../../server/src/analysis/text/structure.ts';

function quotedIn(text: string): string[] {
  return findQuotations(text, findBlocks(text)).map(({ start, end }) => text.slice(start, end));
}

describe('findQuotations', () => {
  it.each([
    ['curly', 'He said “we will come” and left.', ['we will come']],
    ['straight', 'He said "we will come" and left. "Soon," he added.', ['we will come', 'Soon,']],
    ['single', '‘It is salmonella, it is raw egg,’ she said.', ['It is salmonella, it is raw egg,']],
    ['straight single', "'We had no warning at all,' she said.", ['We had no warning at all,']],
    ['German and French', 'He said „wir kommen“ and «nous venons» today.', ['wir kommen', 'nous venons']],
  ])('reads %s marks', (_, text, quoted) => {
    expect(quotedIn(text)).toEqual(quoted);
  });

  it('does not take apostrophes for marks', () => {
    expect(quotedIn("Putin's aide and the workers' union didn't meet in '22 or 'til May.")).toEqual([]);
    expect(quotedIn('Putin’s aide and the workers’ union didn’t meet.')).toEqual([]);
    expect(quotedIn('‘The workers’ union won’t sign,’ he said.')).toEqual(['The workers’ union won’t sign,']);
  });

  it('does not take inches for marks', () => {
    expect(quotedIn('The 27" screen and the 6\' 2" guard.')).toEqual([]);
    expect(quotedIn('"It was 27" wide," she said.')).toEqual(['It was 27" wide,']);
  });

  it('takes the outermost of nested marks', () => {
    expect(quotedIn('“He told me ‘never again’ and went,” she said.')).toEqual(['He told me ‘never again’ and went,']);
    expect(quotedIn('“This never ending “bloodbath” will end,” he said.')).toEqual([
      'This never ending “bloodbath” will end,',
    ]);
  });

  it('reads speech over paragraphs that each open and only the last closes', () => {
    const text = '“We came to talk.\n\n“We left with nothing.\n\n“We will be back,” he said.';
    expect(quotedIn(text)).toEqual(['We came to talk.', 'We left with nothing.', 'We will be back,']);
    expect(quotedIn(text.replaceAll(/[“”]/g, '"'))).toEqual(quotedIn(text));
  });

  it('reads the text of embedded posts, without author and date', () => {
    const text =
      'She replied on Monday.\nWe are thinking of everyone.\n— Dairy (@dairy) May 11, 2025\nNobody answered her.';
    expect(quotedIn(text)).toEqual(['We are thinking of everyone.']);
    const above =
      'She wrote online:\n\nAnn Lee\n@annlee\nSame people, bigger team.\n10:26 AM · Oct 20, 2025\n\nThat was all.';
    expect(quotedIn(above)).toEqual(['Same people, bigger team.']);
  });

  it('tells scare quotes from short speech', () => {
    const scare = (text: string): boolean[] => findQuotations(text, findBlocks(text)).map((q) => q.scare);
    expect(scare('The company calls the paper “outdated”.')).toEqual([true]);
    expect(scare('“No,” he said.')).toEqual([false]);
    expect(scare('He shouted “Never!” and “we will not sign that”.')).toEqual([false, false]);
  });

  it('keeps quotations inside their block, in order and apart', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '„',
      '«',
      '»',
      'word ',
      ' 27',
      's',
      '. ',
      '\n',
      '@a',
      '> ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const blocks = findBlocks(text);
        let end = -1;
        for (const quotation of findQuotations(text, blocks)) {
          expect(quotation.start).toBeGreaterThan(end);
          expect(quotation.end).toBeGreaterThan(quotation.start);
          expect(blocks.some((b) => b.start <= quotation.start && quotation.end <= b.end)).toBe(true);
          end = quotation.end;
        }
      }),
    );
  });
});
