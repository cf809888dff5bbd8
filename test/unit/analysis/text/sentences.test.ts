import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../server/src/analysis/text/read.ts';

const sentencesOf = (text: string) => readText(text).sentences.map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  it('end at full stops, but not at those of abbreviations and initials', () => {
    expect(sentencesOf('U.S. Secretary J. D. Vance met Gov. Palin at 5:30 p.m. on Friday. He left early.')).toEqual([
      'U.S. Secretary J. D. Vance met Gov. Palin at 5:30 p.m. on Friday.',
      'He left early.',
    ]);
  });

  it('never cross a line', () => {
    expect(sentencesOf('Talks off\nThe talks were\r\ncalled off.')).toEqual([
      'Talks off',
      'The talks were',
      'called off.',
    ]);
  });

  it('keep decimals and domain names in one piece', () => {
    expect(sentencesOf('A magnitude-5.9 quake shook the island, her rep told People.com on Friday.')).toHaveLength(1);
  });

  it('carry tagged tokens in lower case with straight marks', () => {
    const [sentence] = readText('Putin’s aide didn’t go.').sentences;
    expect(sentence?.tokens.map((t) => `${t.normal}/${t.pos}`)).toEqual([
      'putin/PROPN',
      "'s/PART",
      'aide/NOUN',
      'did/AUX',
      "n't/PART",
      'go/VERB',
      './PUNCT',
    ]);
  });
});

describe('spans', () => {
  const words = fc.constantFrom(
    'Zelensky',
    "didn't",
    'Türkiye',
    '“war”',
    '$1.39bn',
    'U.S.',
    '👩‍🚒',
    'Зеленський',
    '\t',
    '…',
    'a\u0301',
    'p.m.',
    '5.9',
    '@x',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.oneof(words, fc.constant('\n'), fc.constant('. ')), { maxLength: 40 }).map((parts) => parts.join(' ')),
  );

  it('of tokens carry the tokens’ own text, in order and inside their sentence and block', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readText(text);
        let position = 0;
        for (const sentence of read.sentences) {
          const block = read.blocks[sentence.block];
          expect(block && block.start <= sentence.start && sentence.end <= block.end).toBe(true);
          for (const token of sentence.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(position);
            expect(text.slice(token.start, token.end)).toBe(token.text);
            position = token.end;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
