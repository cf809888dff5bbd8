import type { TaggedSentence } from './features.ts';
import { SEVERAL, typeBits } from './known.ts';
import type { TaggedName, TypeScores } from './tagger.ts';
import { BIT, type WordInfo } from './words.ts';

/** How probable each type is of a name of several words that is on a list: no list is free of namesakes. */
const LISTED: Record<number, TypeScores> = {
  1: [0.02, 0.05, 0.85, 0.02],
  2: [0.02, 0.85, 0.05, 0.02],
  3: [0.9, 0.02, 0.02, 0.02],
  4: [0.02, 0.05, 0.05, 0.8],
};

/**
 * Well-known names of several words that the tagger passes over or cuts ("Department of Housing | and Urban Development").
 * A longer name around one stays as it is; of the same name, list and tagger are believed alike.
 */
export function addListed(tagged: TaggedSentence, names: TaggedName[]): TaggedName[] {
  const { sentence, known } = tagged;
  let out = names;
  for (let first = 0; first < known.length; first++) {
    const code = known[first] as number;
    if (code === 0 || (code & 1) !== 0 || ((code & SEVERAL) === 0 && !isSurePlace(tagged, first))) continue;
    let last = first;
    while (known[last + 1] === code + 1) last++;
    const probabilities = LISTED[typeBits(code)] as TypeScores;
    out = addName(out, { sentence, first, last, probabilities });
    first = last;
  }
  return out;
}

function addName(names: TaggedName[], listed: TaggedName): TaggedName[] {
  const { first, last } = listed;
  const around = names.find((name) => name.first <= first && name.last >= last);
  if (!around) return [...names.filter((name) => name.last < first || name.first > last), listed];
  if (last > first && around.first === first && around.last === last)
    around.probabilities = mean(around.probabilities, listed.probabilities);
  return names;
}

const ORDINARY = BIT.word | BIT.givenName | BIT.familyName | BIT.norp | BIT.dayOrMonth;

/** Whether a listed place of one word is no other word, and part of no longer name. */
function isSurePlace({ words, known, candidates }: TaggedSentence, i: number): boolean {
  const { classes } = words[i] as WordInfo;
  if (typeBits(known[i] as number) !== 1) return false;
  return (classes & ORDINARY) === 0 && candidates[i + 1] !== 2 && (candidates[i - 1] !== 2 || i === 1);
}

function mean(a: TypeScores, b: TypeScores): TypeScores {
  return a.map((value, i) => (value + (b[i] as number)) / 2) as TypeScores;
}
