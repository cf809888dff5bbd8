import type { Span } from '../model.ts';
import type { Claim, Relation, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { ReadSentence } from './clauses/read.ts';
import { claim, isReporting, type Reading, termOf, textAt } from './reading.ts';

const STOP = new Set(
  "the a an of to in and or is are was were be been it that this i we you he she they my our his her their for on at with as but so do did have has had not no any i've we've".split(
    ' ',
  ),
);
/** Words that turn an utterance round or take a condition away. */
const TURNING = new Set(
  "not no never nothing something none any all only if unless must may might cannot can't won't don't plans single".split(
    ' ',
  ),
);
const MAX_WORDS = 60;

/** What is said in quotation marks. */
export function readQuotes(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.quotations.length === 0) return [];
  const own = sentence.quotations.filter((q) => q.start >= sentence.start && q.start < sentence.end);
  return [...own.flatMap((q) => bySpeaker(reading, sentence, q)), ...own.flatMap((q) => worded(reading, sentence, q))];
}

/** Shorter ones are said by many. */
const LEAST_WORDS = 4;

/** Whose words they are: the same ones are not said by two. */
function bySpeaker(reading: Reading, sentence: ReadSentence, quotation: Span): Claim[] {
  const saying = sentence.clauses.filter((c) => isReporting(c) && !c.verb.negative);
  const speaker = saying.length === 1 ? termOf(reading, saying[0]?.subject, sentence) : undefined;
  const entity = speaker?.entity === undefined ? undefined : reading.entities[speaker.entity];
  if (!speaker?.name || entity?.type !== 'person') return [];
  const words = wordsOf(textAt(reading, quotation));
  if (words.length < LEAST_WORDS || words.length > MAX_WORDS) return [];
  const value: WordsValue = { type: 'words', words: [speaker.word], names: [entity.name], text: entity.name };
  const subject = [{ word: words.join(' '), name: false }];
  const { start, end } = quotation;
  return [
    claim(reading, sentence, { kind: 'doer', as: 'quote', topic: 'speaker', subject, value, focus: { start, end } }),
  ];
}

function worded(reading: Reading, sentence: ReadSentence, quotation: Span): Claim[] {
  return [quotation]
    .flatMap((q) => segments(textAt(reading, q), q.start))
    .flatMap((q) => {
      const words = wordsOf(textAt(reading, q));
      if (words.length < 2 || words.length > MAX_WORDS || content(words).length === 0 || words.join('').length < 10)
        return [];
      const value: WordsValue = { type: 'words', words, names: [], text: textAt(reading, q) };
      const subject = content(words).map((word) => ({ word, name: false }));
      return [
        claim(reading, sentence, {
          kind: 'quote',
          as: 'quote',
          topic: 'quote',
          subject,
          value,
          focus: { start: q.start, end: q.end },
          quoted: true,
        }),
      ];
    });
}

/** A long quotation is compared piece by piece: what stands between stops, and after "but" or "and" with a subject of its own. */
function segments(text: string, start: number): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?;,](?=\s|$)(?:\s+(?:but|and|so))?|(?<!\s)\s+but(?=\s)/g)) {
    if (match.index > from) found.push({ start: start + from, end: start + match.index });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ start: start + from, end: start + text.length });
  return found.length > 1 ? [{ start, end: start + text.length }, ...found] : found;
}

export const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\d']+/gu) ?? [];
const content = (words: string[]) => words.filter((w) => !STOP.has(w) && !TURNING.has(w) && w.length > 2);

/** Whether two quotations can be reports of one utterance: most of the shorter one's words stand in the other in order. */
export function soundsAlike(a: WordsValue, b: WordsValue): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const common = commonWords(short, long);
  const shared = content(common).length;
  return shared >= 1 && common.length >= Math.max(2, short.length * 0.6) && shared >= content(short).length * 0.6;
}

/** The longest run of words in order that both have. */
function commonWords(a: string[], b: string[]): string[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const next = table[i + 1] as Uint8Array;
      const row = table[i] as Uint8Array;
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const found: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found.push(a[i] as string);
      i++;
      j++;
    } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return found;
}

/** "I cannot say that …": what is left when this is cut away says the opposite. */
const DENIED =
  /\b(?:not|never|cannot|[a-z]+n't) (?:be sure|say|think|believe|claim|know|mean|promise|pretend|suggest)(?: that(?: [a-z]+){0,4})?$/;

const TURNED: Relation = { is: 'conflict', strength: 0.8, reason: 'the words turn the meaning' };

/** Two reports of one utterance. A quotation cut short agrees with the whole; other words, above all a turned negation, do not. */
export function compareQuotes(a: WordsValue, b: WordsValue): Relation {
  const [x, y] = [a.words.join(' '), b.words.join(' ')];
  if (x === y) return SAME;
  const [part, whole] = x.length < y.length ? [x, y] : [y, x];
  const cut = ` ${whole} `.indexOf(` ${part} `);
  if (cut >= 0) return part.split(' ').length > 3 && DENIED.test(whole.slice(0, cut).trimEnd()) ? TURNED : SAME;
  if (!soundsAlike(a, b)) return COMPATIBLE;
  const common = new Set(commonWords(a.words, b.words));
  const differing = [...a.words, ...b.words].filter((w) => !common.has(w));
  if (differing.every((w) => /^(?:the|a|an|that)$/.test(w))) return SAME;
  if (differing.some((w) => TURNING.has(w)) && a.words.length > 3 && b.words.length > 3) return TURNED;
  return { is: 'variation', strength: 0.7, reason: 'the wording differs' };
}
