import { dictionary } from '../../dictionary.ts';
import { NUMBER_WORDS } from '../lexicon/numbers.ts';
import type { Quantity } from './quantity.ts';
import { isLongScale, UNITS } from './units.ts';
import type { Word } from './words.ts';

const PARTS: Record<string, number> = dictionary({
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
});

/** "a third of the roofs", "two thirds of", "half of the pilots", "nine out of ten", "one in five": a share, as a percentage. */
export function readShare(words: Word[], i: number): Quantity | undefined {
  const at = (k: number) => words[i + k]?.normal ?? '';
  const many = at(0) === 'a' ? 1 : NUMBER_WORDS.get(at(0));
  const hyphen = at(1) === '-' ? 1 : 0;
  const part = PARTS[at(1 + hyphen).replace(/s$/, '')];
  const found =
    many !== undefined &&
    part !== undefined &&
    many < part &&
    ((at(2 + hyphen) === 'of' && !isLongScale(words[i + 4 + hyphen])) || isBy(words, i, 2 + hyphen))
      ? { share: many / part, last: i + 1 + hyphen }
      : at(0) === 'half' && (at(1) === 'of' || isHalved(at(1), at(2)) || isBy(words, i, 1))
        ? { share: 0.5, last: i }
        : outOf(words, i);
  if (!found) return undefined;
  const percent = Math.round(found.share * 1000) / 10;
  return {
    start: (words[i] as Word).start,
    end: (words[found.last] as Word).end,
    first: i,
    last: found.last,
    dimension: 'percent',
    low: percent * 0.97,
    high: Math.min(100, percent * 1.03),
    approximate: true,
    unit: '%',
    compound: false,
  };
}

/** "half the workers", "half his savings", not "half the size" */
const isHalved = (determiner: string, noun: string) =>
  /^(?:the|its|his|her|their|all)$/.test(determiner) &&
  !/^(?:size|price|time|number|distance|amount|value|length|cost|weight|speed|rate|way|battle|story|age)$/.test(noun);

/** "rose by a third", not "by a third man" */
const isBy = (words: Word[], i: number, after: number) =>
  words[i - 1]?.normal === 'by' && !/^(?:NOUN|PROPN|ADJ|DET)$/.test(words[i + after]?.tag ?? '');

/** "nine out of ten", "one in five", "two out of every three", "1 in 4". */
function outOf(words: Word[], i: number): { share: number; last: number } | undefined {
  const [n, link, next] = [0, 1, 2].map((k) => words[i + k]?.normal ?? '');
  let skip = link === 'out' && next === 'of' ? 3 : link === 'in' ? 2 : 0;
  if (skip > 0 && words[i + skip]?.normal === 'every') skip++;
  const [few, all] = [numberOf(n), numberOf(words[i + skip]?.normal)];
  if (skip === 0 || few === undefined || all === undefined || few >= all || all < 3) return undefined;
  return UNITS[words[i + skip + 1]?.normal ?? ''] ? undefined : { share: few / all, last: i + skip };
}

const numberOf = (word = '') => NUMBER_WORDS.get(word) ?? (/^[1-9]\d?$/.test(word) ? Number(word) : undefined);
