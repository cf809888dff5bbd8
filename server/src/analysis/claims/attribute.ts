import { isNorp } from '../entities/norps.ts';
import { isTown } from '../entities/places.ts';
import type { Claim, Relation, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { ReadSentence } from './clauses/read.ts';
import { nationality, nationOf } from './lexicon/nations.ts';
import { claim, type Reading, subjectsOf } from './reading.ts';

const COLORS = new Map(
  Object.entries({
    gray: 'gray',
    grey: 'gray',
    silver: 'silver',
    black: 'black',
    white: 'white',
    red: 'red',
    blue: 'blue',
    green: 'green',
    yellow: 'yellow',
    brown: 'brown',
    orange: 'orange',
    purple: 'purple',
    pink: 'pink',
    gold: 'gold',
    beige: 'beige',
  }),
);
const COLORED = new Set(
  'car van truck lorry pickup bus suv sedan hatchback jeep vehicle motorcycle motorbike scooter bicycle jacket shirt coat hoodie dress hat scarf bag backpack suitcase boat yacht ship helicopter'.split(
    ' ',
  ),
);
const PERSON = new Set(
  'man woman boy girl teenager climber driver tourist student actor actress athlete skier hiker soldier officer journalist citizen national resident mother father couple family player victim suspect'.split(
    ' ',
  ),
);

/** What something or somebody is said to be: a color, a nationality, a place of residence. */
export function readAttributes(reading: Reading, sentence: ReadSentence): Claim[] {
  const claims: Claim[] = [];
  for (const group of sentence.groups) {
    if (group.first < group.last) {
      claims.push(...color(reading, sentence, group));
      claims.push(...nation(reading, sentence, group));
    }
    claims.push(...home(reading, sentence, group));
  }
  return claims;
}

function color(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  if (!COLORED.has(group.head) && !isModel(sentence, group)) return [];
  for (let k = group.first; k < group.last; k++) {
    const word = sentence.words[k];
    const found = word && COLORS.get(word.normal);
    if (!word || !found) continue;
    const value: WordsValue = { type: 'words', words: [found], names: [], text: word.text };
    const focus = { start: word.start, end: group.end };
    return [
      claim(reading, sentence, {
        kind: 'attribute',
        as: 'other',
        topic: 'attribute:color',
        subject: [{ word: group.head, name: false }],
        value,
        focus,
      }),
    ];
  }
  return [];
}

/** "a silver Camry": what has a make's or model's name has a color, what belongs to a people has none. */
function isModel({ words }: ReadSentence, { head, last }: NounGroup): boolean {
  const [color, name] = [words[last - 1], words[last]];
  return name?.tag === 'PROPN' && color !== undefined && COLORS.has(color.text) && !isNorp(head);
}

/** "a 36-year-old Australian climber", known by name or age. */
function nation(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  if (!group.name && !PERSON.has(group.head)) return [];
  for (let k = group.first; k < group.last; k++) {
    const word = sentence.words[k];
    const next = k + 1 < group.last ? sentence.words[k + 1] : undefined;
    const found = word && (nationality(word.normal) ?? (next && nationOf(`${word.normal} ${next.normal}`)));
    if (!word || !found) continue;
    const host = sentence.groups.find((g) => g.apposition === group);
    const own = [...subjectsOf(reading, group, sentence), ...(host ? subjectsOf(reading, host, sentence) : [])];
    const subject = own.filter((t) => t.name || t.word.startsWith('age '));
    if (subject.length === 0) return [];
    const value: WordsValue = { type: 'words', words: [found], names: [], text: word.text };
    const focus = { start: word.start, end: word.end };
    return [
      claim(reading, sentence, {
        kind: 'attribute',
        as: 'person',
        topic: 'attribute:nationality',
        subject,
        value,
        focus,
      }),
    ];
  }
  return [];
}

/** "Ann Smith, 36, of Leeds", "who lived in Leeds", "from Leeds". */
function home(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  const place = residence(sentence, group);
  if (!place?.name || !isTown(place.name.text)) return [];
  const subject = subjectsOf(reading, group, sentence).filter((t) => t.name || t.word.startsWith('age '));
  if (subject.length === 0) return [];
  const value: WordsValue = { type: 'words', words: [], names: [place.name.text], text: place.name.text };
  return [
    claim(reading, sentence, {
      kind: 'place',
      as: 'place',
      topic: 'place:home',
      subject,
      value,
      focus: { start: place.start, end: place.end },
    }),
  ];
}

function residence(sentence: ReadSentence, group: NounGroup): NounGroup | undefined {
  const lives = sentence.clauses.find(
    (c) => c.subject === group && (c.verb.lemma === 'live' || c.verb.lemma === 'reside') && !c.verb.negative,
  );
  if (lives) return lives.adjuncts.find((a) => a.preposition === 'in' || a.preposition === 'at')?.group;
  if (!group.name || sentence.quantities.length === 0) return undefined;
  const { words } = sentence;
  const age = sentence.quantities.find((q) => q.first === group.last + 2 && words[group.last + 1]?.normal === ',');
  const link = words[(age ? age.last : group.last) + (age ? 2 : 1)]?.normal;
  if (!age || (link !== 'of' && link !== 'from')) return undefined;
  return sentence.groups.find((g) => g.first === age.last + 3);
}

/** Two values of one attribute. */
export function compareAttributes(a: WordsValue, b: WordsValue): Relation {
  if (a.words[0] === b.words[0]) return SAME;
  return a.words[0] && b.words[0] ? { is: 'conflict', strength: 0.6, reason: 'the descriptions differ' } : COMPATIBLE;
}
