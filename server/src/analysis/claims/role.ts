import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { singular } from './lexicon/inflect.ts';
import { areRivalRoles, COURTESY, ROLE_NOUNS } from './lexicon/roles.ts';
import { claim, type Reading, termOf } from './reading.ts';

/** Pairs of offices that sound alike and are not the same. */
const RIVALS = [
  ['aide', 'adviser'],
  ['aide', 'advisor'],
  ['captain', 'lieutenant'],
  ['sergeant', 'lieutenant'],
  ['secretary', 'minister'],
  ['chairman', 'president'],
];
const FORMER = new Set(['former', 'ex', 'ex-', 'onetime', 'then', 'retired', 'outgoing']);
const BELOW = new Set(['deputy', 'vice', 'assistant', 'associate', 'acting', 'interim']);

/** Under which title a person appears. */
export function readRoles(reading: Reading, sentence: ReadSentence): Claim[] {
  return [...ofGroups(reading, sentence), ...sentence.clauses.flatMap((clause) => ofClause(reading, sentence, clause))];
}

/** "Holt is a former soldier" */
function ofClause(reading: Reading, sentence: ReadSentence, { verb, subject, object }: Clause): Claim[] {
  if (!verb.copula || verb.negative || verb.modality !== 'fact' || verb.past) return [];
  if (!subject || !object?.title || object.name || object.quantity || object.determiner === 'no') return [];
  const term = termOf(reading, subject, sentence);
  return term?.name ? toClaims(reading, sentence, term, object.title) : [];
}

function ofGroups(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) => {
    const found = titleOf(group);
    // "my niece": of whom that is so another speaker would say otherwise
    if (!found || /^(?:my|our)$/.test((group.apposition?.title ? group.apposition : group).determiner ?? '')) return [];
    const subject = termOf(reading, found.person, sentence);
    return subject ? toClaims(reading, sentence, subject, found.title) : [];
  });
}

function toClaims(
  reading: Reading,
  sentence: ReadSentence,
  subject: Term,
  { text, start, end }: NonNullable<NounGroup['title']>,
): Claim[] {
  const words = text.toLowerCase().split(/[\s-]+/);
  const head = words.at(-1)?.replace(/\.$/, '') ?? '';
  if (COURTESY.has(head) || !ROLE_NOUNS.has(singular(head))) return [];
  const value: WordsValue = { type: 'words', words, names: [], text };
  const focus = { start, end };
  return [claim(reading, sentence, { kind: 'role', as: 'role', topic: 'role', subject: [subject], value, focus })];
}

function titleOf(group: NounGroup): { title: NonNullable<NounGroup['title']>; person: NounGroup } | undefined {
  if (group.name && group.title) return { title: group.title, person: group };
  if (group.name && group.apposition?.title && !group.apposition.name)
    return { title: group.apposition.title, person: group };
  if (group.title && !group.name && group.apposition?.name) return { title: group.title, person: group.apposition };
  return undefined;
}

/** Two titles of one person. Most differences are only more or less detail. */
export function compareRoles(a: WordsValue, b: WordsValue): Relation {
  const [x, y] = [headOf(a), headOf(b)];
  if (RIVALS.some((pair) => pair.includes(x) && pair.includes(y) && x !== y))
    return { is: 'variation', strength: 0.8, reason: 'the titles differ' };
  if (areRivalRoles(x, y)) return { is: 'conflict', strength: 0.7, reason: 'nobody is both' };
  if (x !== y) return COMPATIBLE;
  const former = (v: WordsValue) => v.words.some((w) => FORMER.has(w));
  if (former(a) !== former(b)) return { is: 'update', strength: 0.6, reason: 'one title is said to be a former one' };
  const below = (v: WordsValue) => v.words.some((w) => BELOW.has(w));
  if (below(a) !== below(b) && (a.words.length === 1 || b.words.length === 1))
    return { is: 'variation', strength: 0.7, reason: 'one title is below the other' };
  if (below(a) !== below(b)) return { is: 'conflict', strength: 0.7, reason: 'one title is below the other' };
  return SAME;
}

const headOf = (value: WordsValue) => singular(value.words.at(-1) ?? '').replace('advisor', 'adviser');
