import type { Claim, Relation, ScaleValue, Term } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { ReadSentence } from './clauses/read.ts';
import { ordinal } from './lexicon/numbers.ts';
import { claim, type Reading, subjectsOf, textAt } from './reading.ts';

/** Nouns that ordinals number within a game, a day or a text rather than in a row of events. */
const PARTS = new Set(
  'half quarter period round inning set time day floor street avenue place person one party world class base grade lady minister hand degree baseman anniversary'.split(
    ' ',
  ),
);

/** Which in a row something is: the third death, the seventh straight win, the second-largest bank. */
export function readRanks(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) => {
    for (let k = group.first; k < group.last; k++) {
      const word = sentence.words[k];
      const value = word && ordinal(word.normal);
      if (!word || value === undefined || PARTS.has(group.head) || group.name) continue;
      if (sentence.times.some((t) => t.first <= k && k <= t.last)) continue;
      const clause = sentence.clauses.find((c) => c.object === group || c.subject === group);
      const owner = group.possessor ?? (clause?.subject === group ? undefined : clause?.subject);
      const subject: Term[] = subjectsOf(reading, owner, sentence).filter((t) => t.name);
      if (subject.length === 0) continue;
      const focus = { start: word.start, end: group.end };
      const scale: ScaleValue = { type: 'scale', scale: 'rank', rank: value, text: textAt(reading, focus) };
      const qualifier = group.modifiers.filter((m) => ordinal(m) === undefined).slice(-1)[0] ?? '';
      return [
        claim(reading, sentence, {
          kind: 'rank',
          as: 'sequence',
          topic: `rank:${qualifier} ${group.head}`.replace(': ', ':'),
          subject,
          value: scale,
          focus,
        }),
      ];
    }
    return [];
  });
}

/** Two places in one row. */
export function compareRanks(a: ScaleValue, b: ScaleValue): Relation {
  if (a.rank === b.rank) return SAME;
  return Math.abs(a.rank - b.rank) < 40
    ? { is: 'conflict', strength: 0.7, reason: 'the places in the row differ' }
    : COMPATIBLE;
}
