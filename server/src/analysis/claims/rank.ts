import type { Claim, QuantityValue, Relation, Term } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { ReadSentence } from './clauses/read.ts';
import type { Word } from './clauses/words.ts';
import { cuesOf } from './cues.ts';
import { ordinal } from './lexicon/numbers.ts';
import { claim, type Reading, subjectsOf, textAt } from './reading.ts';

/** Nouns that ordinals number within a game, a day or a text rather than in a row of events. */
const PARTS = new Set(
  'half quarter seed period round inning set time day floor street avenue place person one party world class base grade lady hand degree baseman anniversary'.split(
    ' ',
  ),
);

/** Which in a row something is: the third death, the seventh straight win, the second-largest bank. */
export function readRanks(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) => {
    for (let k = group.first; k < group.last; k++) {
      const word = sentence.words[k];
      const value = word && ordinal(word.normal);
      if (
        !word ||
        value === undefined ||
        PARTS.has(group.head) ||
        (k + 1 < group.last && PARTS.has(sentence.words[k + 1]?.lemma ?? '')) ||
        isTitle(group, word, value)
      )
        continue;
      if (sentence.times.some((t) => t.first <= k && k <= t.last)) continue;
      const clause = sentence.clauses.find((c) => c.object === group || c.subject === group);
      const owner = group.possessor ?? (clause?.subject === group ? undefined : clause?.subject);
      const subject: Term[] = subjectsOf(reading, owner, sentence).filter((t) => t.name);
      const focus = { start: word.start, end: group.end };
      const rank: QuantityValue = {
        type: 'quantity',
        dimension: 'rank',
        low: value,
        high: value,
        approximate: false,
        vague: false,
        text: textAt(reading, focus),
      };
      const qualifier = group.modifiers.filter((m) => ordinal(m) === undefined).slice(-1)[0] ?? '';
      return [
        claim(reading, sentence, {
          kind: 'rank',
          as: 'sequence',
          topic: `rank:${qualifier} ${group.head}`.replace(': ', ':'),
          subject,
          value: rank,
          cues: cuesOf(reading, sentence, focus),
          focus,
        }),
      ];
    }
    return [];
  });
}

/** "First Minister", "Fourth Street": the ordinal is part of a title or name. */
const isTitle = ({ name, head }: NounGroup, word: Word, value: number) =>
  (name !== undefined && (name.start <= word.start || /^\p{Lu}/u.test(word.text))) ||
  (head === 'minister' && value === 1);

/** Two places in one row. */
export function compareRanks(a: QuantityValue, b: QuantityValue): Relation {
  if (a.low === b.low) return SAME;
  return Math.abs(a.low - b.low) < 40
    ? { is: 'conflict', strength: 0.7, reason: 'the places in the row differ' }
    : COMPATIBLE;
}
