import { dictionary } from '../../dictionary.ts';
/** Cardinal numbers in words. */
export const NUMBER_WORDS = new Map<string, number>();
`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
  .split(' ')
  .forEach((word, i) => {
    NUMBER_WORDS.set(word, i + 1);
  });
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, i) => {
  NUMBER_WORDS.set(word, (i + 2) * 10);
});

/** Ordinal numbers in words and digits. */
export function ordinal(word: string): number | undefined {
  const first = word.charCodeAt(0);
  const digits = first >= 48 && first <= 57 ? /^(\d+)(?:st|nd|rd|th)$/.exec(word) : undefined;
  return digits ? Number(digits[1]) : ORDINALS.get(word);
}

const ORDINALS = new Map<string, number>();
`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth`
  .split(' ')
  .forEach((word, i) => {
    ORDINALS.set(word, i + 1);
  });

/** Words for a number nobody counted, with the range they leave open. */
export const VAGUE: Record<string, [low: number, high: number]> = dictionary({
  tens: [20, 100],
  dozens: [20, 200],
  scores: [30, 300],
  hundreds: [100, 1500],
  thousands: [1000, 20000],
  millions: [1e6, 5e7],
  several: [3, 12],
  'a couple': [2, 3],
  'a few': [2, 8],
  'a dozen': [11, 13],
  'a handful': [3, 9],
  'a half-dozen': [6, 6],
});
