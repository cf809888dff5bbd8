import type { Claim, Relation, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { claim, type Reading, termOf, textAt } from './reading.ts';

/** The points of the compass, clockwise from north, in steps of 45 degrees. */
const COMPASS = 'north northeast east southeast south southwest west northwest'.split(' ');
const bearings = new Map(
  COMPASS.flatMap((point, i) => {
    const hyphened = point.replace(/^(north|south)(east|west)$/, '$1-$2');
    return [point, hyphened].map((word): [string, number] => [word, i]);
  }),
);

export const DIRECTION_TRIGGERS = [...bearings.keys()];

/** On which side of a named place something happened: "18 kilometres north of Nurata", "some 20 km to the south of Nurata". */
export function readDirections(reading: Reading, sentence: ReadSentence): Claim[] {
  const { words, groups, quantities, clauses } = sentence;
  const happenings = [...clauses.map((c) => c.action), ...words.map((w) => actionOfNoun(w.normal) ?? '')];
  return words.flatMap((word, i) => {
    const bearing = bearings.get(word.normal);
    if (bearing === undefined || words[i + 1]?.normal !== 'of') return [];
    const group = groups.find((g) => g.first === i + 2);
    const at = [group, group?.post.find((p) => p.preposition === 'of')?.group].find(
      (g) => g && words[g.headIndex]?.tag === 'PROPN',
    );
    // a length before it says that it is measured from there: "the north of Portugal" is a part of it
    const before = quantities.findLast((q) => q.last < i && i - q.last <= 4 && q.dimension === 'length');
    if (!at || !before) return [];
    const place = termOf(reading, at, sentence);
    const focus = { start: before.start, end: at.end };
    const value: WordsValue = { type: 'words', words: [String(bearing)], names: [], text: textAt(reading, focus) };
    const event = happenings.find((action) => EVENTS.has(action));
    return [
      claim(reading, sentence, {
        kind: 'direction',
        as: 'place',
        topic: 'direction',
        subject: place ? [{ ...place, name: true }] : [],
        object: event ? [{ word: `@${event}`, name: false }] : [],
        value,
        focus,
      }),
    ];
  });
}

const EVENTS = new Set('quake crash sink derail explode attack shoot burn landslide storm collapse'.split(' '));

/** One of the eight points beside another is only less exact. */
export function compareDirections(a: WordsValue, b: WordsValue): Relation {
  const apart = Math.abs(Number(a.words[0]) - Number(b.words[0]));
  const steps = Math.min(apart, COMPASS.length - apart);
  if (steps === 0) return SAME;
  if (steps === 1) return COMPATIBLE;
  return { is: 'conflict', strength: 0.8, reason: 'these are different sides' };
}
