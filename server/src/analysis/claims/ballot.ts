import type { Claim, StanceValue } from './claim.ts';
import type { ReadSentence } from './clauses/read.ts';
import { NUMBER_WORDS } from './lexicon/numbers.ts';
import { claim, type Reading, textAt } from './reading.ts';

const VOTING = new Set(
  'vote votes voted voting ballot verdict decision resolution motion approved passed adopted recommended'.split(' '),
);
const NOBODY = new Set(['nobody', 'none']);

export const BALLOT_TRIGGERS = [...VOTING, ...NOBODY, 'unanimous', 'unanimously', 'no', 'without'];

/** Whether a body was of one mind: "unanimously", "nobody voted against", "by nine votes to three". */
export function readBallots(reading: Reading, sentence: ReadSentence): Claim[] {
  const { words } = sentence;
  for (let k = 0; k < words.length; k++) {
    const found =
      unanimous(words, k) ?? (sentence.words.some((w) => VOTING.has(w.normal)) ? divided(words, k) : undefined);
    if (!found) continue;
    const body = bodyNear(reading, sentence);
    if (!body) return [];
    const focus = { start: words[found.first]?.start ?? sentence.start, end: words[found.last]?.end ?? sentence.end };
    const value: StanceValue = { type: 'stance', stance: found.stance, text: textAt(reading, focus) };
    return [
      claim(reading, sentence, {
        kind: 'deed',
        as: 'outcome',
        topic: 'ballot',
        subject: [{ word: body, name: false }],
        value,
        focus,
      }),
    ];
  }
  return [];
}

/** Bodies that vote; the sentence or the one before has to name one. */
const BODIES = new Set(
  'jury board council committee cabinet commission panel court parliament senate assembly congress chamber house bundestag knesset duma union members shareholders delegates judges'.split(
    ' ',
  ),
);

function bodyNear(reading: Reading, sentence: ReadSentence): string | undefined {
  const find = (s: ReadSentence | undefined) => s?.words.find((w) => BODIES.has(w.normal))?.normal;
  return find(sentence) ?? find(reading.sentences[sentence.index - 1]);
}

interface Found {
  first: number;
  last: number;
  stance: 'yes' | 'no';
}

type Words = ReadSentence['words'];

function unanimous(words: Words, k: number): Found | undefined {
  const at = (offset: number) => words[k + offset]?.normal ?? '';
  if (at(0) === 'unanimous' || at(0) === 'unanimously')
    return { first: k, last: k, stance: /^(?:not|n't|never)$/.test(at(-1)) ? 'no' : 'yes' };
  const noOne = at(0) === 'no' && at(1) === 'one' ? 2 : NOBODY.has(at(0)) ? 1 : 0;
  if (noOne > 0 && at(noOne) === 'voted' && at(noOne + 1) === 'against')
    return { first: k, last: k + noOne + 1, stance: 'yes' };
  if (at(0) === 'without' && /^(?:dissent|opposition|abstention)$/.test(at(1)))
    return { first: k, last: k + 1, stance: 'yes' };
  return undefined;
}

/** "nine votes to three", "47 to 41", "four votes for A, three for B", "three members voted against". */
function divided(words: Words, k: number): Found | undefined {
  const at = (offset: number) => words[k + offset]?.normal ?? '';
  if (numberOf(at(0)) === undefined) return undefined;
  const unit = /^(?:votes?|members|deputies|lawmakers)$/.test(at(1)) ? 2 : 1;
  const to = /^(?:to|against|for)$/.test(at(unit)) ? numberOf(at(unit + 1)) : undefined;
  if (to !== undefined && (unit === 2 || at(unit) === 'to') && isBallot(words, k))
    return { first: k, last: k + unit + 1, stance: to > 0 ? 'no' : 'yes' };
  if (/^votes?$/.test(at(1)) && at(2) === 'for') {
    const second = words.findIndex(
      (w, j) => j > k + 2 && numberOf(w.normal) !== undefined && /^(?:for|against)$/.test(words[j + 1]?.normal ?? ''),
    );
    return second > 0 && second - k < 14 ? { first: k, last: second + 1, stance: 'no' } : undefined;
  }
  return undefined;
}

/** A score is no ballot: the figures stand by "vote" or "by". */
const isBallot = (words: Words, k: number) =>
  words.slice(Math.max(0, k - 4), k + 6).some((w) => /^(?:votes?|voted|voting|by)$/.test(w.normal));

const numberOf = (word: string): number | undefined =>
  NUMBER_WORDS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined);
