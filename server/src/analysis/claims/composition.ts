import type { Claim, Relation, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { ReadSentence } from './clauses/read.ts';
import { wordClasses } from './lexicon/classes.ts';
import { claim, type Reading, textAt } from './reading.ts';

/** Kinds that people are counted by side by side. */
const KINDS = new Set(
  'man woman boy girl child adult civilian soldier officer passenger student teacher adult infant teenager male female'.split(
    ' ',
  ),
);
/** Bodies that people belong to, under one word each. */
const BODIES = wordClasses([
  'jury panel',
  'board council committee cabinet commission',
  'crew team squad',
  'delegation',
  'parliament',
  'class',
  'court',
]);
/** What happened to people who are counted so. */
const FATES = new Set(['die', 'kill', 'injure', 'arrest', 'rescue', 'miss', 'kidnap', 'charge', 'convict', 'evacuate']);

export const COMPOSITION_TRIGGERS = KINDS;

/** How a group is made up: "seven women and five men". */
export function readCompositions(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group, i) => {
    const next = sentence.groups[i + 1];
    const between = next && sentence.words.slice(group.last + 1, next.first).map((w) => w.normal);
    if (!next || between?.join(' ') !== 'and' || group.head === next.head) return [];
    const [a, b] = [countOf(group), countOf(next)];
    if (a === undefined || b === undefined) return [];
    const topic = aboutOf(reading, sentence, group);
    if (!topic) return [];
    const focus = { start: group.start, end: next.end };
    const words = [`${group.head} ${a}`, `${next.head} ${b}`].sort();
    const value: WordsValue = { type: 'words', words, names: [], text: textAt(reading, focus) };
    return [claim(reading, sentence, { kind: 'composition', as: 'roster', topic, value, focus })];
  });
}

function countOf(group: NounGroup): number | undefined {
  if (!KINDS.has(group.head)) return undefined;
  const { quantity } = group;
  if (quantity?.dimension === 'count' && !quantity.approximate && !quantity.bound) return quantity.low;
  return group.determiner === 'a' || group.determiner === 'an' ? 1 : undefined;
}

/** The body that the sentence names, or what happened to the people. */
function aboutOf(reading: Reading, sentence: ReadSentence, group: NounGroup): string | undefined {
  const fate = sentence.clauses.find(
    (c) =>
      FATES.has(c.action) &&
      (c.subject === group || c.object === group || c.subject?.post.some((p) => p.group === group)),
  );
  if (fate) return `composition:${fate.action}`;
  const body = sentence.groups.find((g) => BODIES[g.head] && Math.abs(g.last - group.first) < 14);
  if (body) return `composition:${BODIES[body.head]}`;
  // "The seven women and five men deliberated": a body that the text names elsewhere
  const named = reading.sentences.flatMap((other) => other.groups).find((g) => BODIES[g.head]);
  return group.determiner === 'the' && named ? `composition:${BODIES[named.head]}` : undefined;
}

/** Two compositions: the same kinds in other numbers. */
export function compareCompositions(a: WordsValue, b: WordsValue): Relation {
  if (a.words.join() === b.words.join()) return SAME;
  const kinds = (v: WordsValue) => v.words.map((w) => w.split(' ')[0]).join();
  if (kinds(a) !== kinds(b)) return COMPATIBLE;
  return { is: 'conflict', strength: 0.8, reason: 'the numbers differ' };
}
