import type { Claim, Relation, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { claim, type Reading, subjectsOf, textAt } from './reading.ts';

const FROM = new Set(['of', 'from', 'by']);
/** Words that name no cause of their own. */
const EMPTY = new Set('cause reason complication effect result age part home illness natural long short'.split(' '));
const NOT_CAUSES = new Set('year month day home hospital person man woman age'.split(' '));

export const CAUSE_TRIGGERS = ['die', 'succumb'];

/** What somebody died of. */
export function readCauses(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause) => {
    const found = causeOfDeath(reading, sentence, clause);
    return found ? [found] : [];
  });
}

function causeOfDeath(reading: Reading, sentence: ReadSentence, clause: Clause): Claim | undefined {
  const succumbed = clause.verb.lemma === 'succumb';
  if (!(clause.verb.lemma === 'die' || succumbed) || clause.verb.negative) return undefined;
  const group = clause.adjuncts.find((a) =>
    succumbed ? a.preposition === 'to' : FROM.has(a.preposition) && a.preposition !== 'by',
  )?.group;
  const subject = subjectsOf(reading, clause.subject, sentence).find((t) => t.name);
  if (!group || group.name?.text.includes(' ') || NOT_CAUSES.has(group.head) || group.pronoun || !subject)
    return undefined;
  const last = deepest(group);
  const focus = { start: clause.verb.start, end: last.end };
  const value: WordsValue = {
    type: 'words',
    words: causeWords(group),
    names: [],
    text: textAt(reading, { start: group.start, end: last.end }),
  };
  return claim(reading, sentence, { kind: 'cause', as: 'cause', topic: 'cause:die', subject: [subject], value, focus });
}

function deepest(group: NounGroup): NounGroup {
  const next = group.post.find((p) => p.preposition === 'of' || p.preposition === 'from')?.group;
  return next ?? group.members?.at(-1) ?? group;
}

function causeWords(group: NounGroup): string[] {
  const groups = [
    group,
    ...group.post.filter((p) => p.preposition === 'of' || p.preposition === 'from').map((p) => p.group),
    ...(group.members ?? []),
  ];
  return [...new Set(groups.flatMap((g) => [...g.modifiers, g.head]))].filter((w) => !EMPTY.has(w));
}

/** Two causes. One that shares a word with the other is the other told more fully; one with no content of its own says nothing. */
export function compareCauses(a: WordsValue, b: WordsValue): Relation {
  if (a.words.length === 0 || b.words.length === 0)
    return { is: 'variation', strength: 0.6, reason: 'one source is less precise' };
  if (a.words.some((w) => b.words.includes(w))) return SAME;
  return a.text === b.text ? COMPATIBLE : { is: 'conflict', strength: 0.8, reason: 'the causes differ' };
}
