import type { Span } from '../model.ts';
import { assertionOf } from './assertion.ts';
import type { Claim, Relation, StanceValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import { isSuffered } from './clauses/action.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { polaritiesOf } from './lexicon/thesaurus.ts';
import { isPerson } from './numbers/measure.ts';
import { claim, type Reading, textAt } from './reading.ts';

const NOBODY = new Set(['nobody', 'no-one', 'none']);
/** What their subject suffers or does without an object. */
const OF_SUBJECT = new Set(['die', 'survive', 'escape', 'surrender', 'resign', 'sign', 'confess']);

/**
 * Whether something happened to anybody at all: "no one has been arrested", "there were no arrests" against one person of whom another source
 * tells it. Figures answer how many there were (number.ts).
 */
export function readAnyone(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  const claims: Claim[] = [];
  sentence.clauses.forEach((clause, i) => {
    if (clause.verb.modality !== 'fact' || assertionOf(sentence, clause, i) !== 'asserted') return;
    claims.push(...done(reading, sentence, clause));
    for (const group of [clause.object, clause.subject])
      if (group) claims.push(...noneOf(reading, sentence, clause, group));
  });
  return claims;
}

/** "no one was arrested", "arrested a former employee" */
function done(reading: Reading, sentence: ReadSentence, clause: Clause): Claim[] {
  const { verb } = clause;
  const patient = verb.passive || OF_SUBJECT.has(clause.action) || isSuffered(clause) ? clause.subject : clause.object;
  if (!clause.known || !patient || verb.negative || !(verb.finite || verb.passive)) return [];
  const nobody = isNobody(sentence, patient);
  if (!nobody && !isSomebody(reading, sentence, patient)) return [];
  const focus = {
    start: Math.min(verb.start, startOf(sentence, patient)),
    end: Math.max(sentence.words[clause.idiom ?? verb.last]?.end ?? 0, patient.end),
  };
  // "no one on the ground was hurt" says nothing of those on board
  const of = nobody ? patient.post.map((p) => p.group.head) : [patient.head, ...patient.post.map((p) => p.group.head)];
  return toClaims(reading, sentence, clause.action, { stance: nobody ? 'no' : 'yes', of, focus });
}

/** "there were no arrests", "made no arrests" */
function noneOf(reading: Reading, sentence: ReadSentence, { verb }: Clause, group: NounGroup): Claim[] {
  const event = actionOfNoun(group.head);
  if (!event || (verb.negative && !verb.copula)) return [];
  const start = startOf(sentence, group);
  if (start === group.start && sentence.words[group.first]?.normal !== 'no') return [];
  const focus = { start, end: group.end };
  return toClaims(reading, sentence, event, { stance: 'no', of: group.post.map((p) => p.group.head), focus });
}

function toClaims(
  reading: Reading,
  sentence: ReadSentence,
  action: string,
  { stance, of, focus }: { stance: 'yes' | 'no'; of: string[]; focus: Span },
): Claim[] {
  return polaritiesOf(action).map(({ key, positive }) => {
    const no = (stance === 'no') === positive;
    const value: StanceValue = {
      type: 'stance',
      stance: no ? 'no' : 'yes',
      text: textAt(reading, focus),
      of,
    };
    return claim(reading, sentence, {
      kind: 'anyone',
      as: 'polarity',
      topic: `anyone:${action}:${key}`,
      value,
      focus,
      negative: no,
    });
  });
}

/** Where a group begins, with a "no" that stands before it. */
function startOf({ words }: ReadSentence, group: NounGroup): number {
  const before = words[group.first - 1];
  return before?.normal === 'no' ? before.start : group.start;
}

/** "nobody", "no one", but not "no one else". */
function isNobody({ words }: ReadSentence, group: NounGroup): boolean {
  if (words[group.last + 1]?.normal === 'else') return false;
  const [before, own] = [words[group.first - 1]?.normal, words[group.first]?.normal];
  if (NOBODY.has(own ?? '')) return group.head !== 'none' || group.post.every((p) => p.preposition !== 'of');
  return group.head === 'one' && (before === 'no' || own === 'no');
}

/** One person, by name or by what he is: several are counted elsewhere. */
function isSomebody(reading: Reading, { words }: ReadSentence, group: NounGroup): boolean {
  if (group.pronoun || group.quantity || words[group.first - 1]?.normal === 'no' || group.determiner === 'no')
    return false;
  if (/^(?:neither|none)$/.test(words[group.first]?.normal ?? '')) return false;
  if (group.name) return reading.entities[reading.entityAt(group.name) ?? -1]?.type === 'person';
  return isPerson(group.head);
}

/** One person is enough to disprove that there was nobody; that it happened to two says nothing against it. */
export function compareAnyone(a: StanceValue, b: StanceValue): Relation {
  if (a.stance === b.stance) return SAME;
  const [none, some] = a.stance === 'no' ? [a, b] : [b, a];
  if (none.of?.length && !none.of.some((word) => some.of?.includes(word))) return COMPATIBLE;
  return { is: 'conflict', strength: 0.8, reason: 'one source has nobody, another somebody' };
}
