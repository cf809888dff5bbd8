import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { analyseSource, compareSources } from '../../../server/src/analysis/analyse.ts';

/** Stands in for a word; no field of ours is called so. */
const STRANGER = ['zyzzyva', 'zyzzyvas', 'Zyzzyva', 'Zyzzyvas'];

const seeds = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`seeds/${name}`, 'utf8'));

afterEach(() => {
  for (const word of STRANGER) Reflect.deleteProperty(Object.prototype, word);
});

describe('words that mean something to the language', () => {
  test.each(['constructor', '__proto__'])(
    'a text full of %s is read like any other',
    (word) => {
      for (const text of withEveryWord(11, word)) {
        const plain = analyseSource('a', text.replaceAll(word, 'q'.repeat(word.length)));
        const source = analyseSource('a', text);
        expect(source.read.sentences.length).toBeGreaterThan(0.8 * plain.read.sentences.length);
      }
    },
    60_000,
  );

  test('such a word is a word', () => {
    const one = 'The constructor said on Monday that 5 constructors died in the crash in Bergen.';
    const other = 'The constructor said on Monday that 24 constructors died in the crash in Bergen.';
    const { contradictions } = compareSources([analyseSource('a', one), analyseSource('b', other)]);
    expect(contradictions.map(({ kind }) => kind)).toContain('number');
  });

  test('no word of a text is looked up where the language has entries of its own', () => {
    const asked = new Set<string>();
    for (const word of STRANGER) {
      Object.defineProperty(Object.prototype, word, {
        configurable: true,
        get() {
          // [0] is this message, [1] this getter, [2] who asks
          const asker = new Error().stack?.split('\n')[2]?.trim() ?? '';
          if (!asker.includes('node_modules')) asked.add(asker);
          return undefined;
        },
      });
    }
    const texts = STRANGER.flatMap((word) => withEveryWord(7, word).slice(0, 3));
    compareSources(texts.map((text, i) => analyseSource(String(i), text)));
    expect([...asked]).toEqual([]);
  }, 60_000);
});

/** The texts of `seeds` with every n-th word put out by another: from the first, from the second and so on. */
function withEveryWord(n: number, word: string): string[] {
  return seeds.map((text, from) => {
    let at = from;
    return text.replace(/[\p{L}\p{N}]+/gu, (old) => (at++ % n === 0 ? word : old));
  });
}
