import { assertionOf } from './assertion.ts';
import type { Claim, Relation, ScaleValue, StanceValue, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { claim, type Reading, subjectsOf, textAt } from './reading.ts';

/** Words that name an offence. */
const OFFENCES = new Set(
  `murder manslaughter homicide assault rape robbery burglary arson fraud theft larceny kidnapping abduction dui dwi perjury bribery conspiracy
  treason espionage terrorism battery stalking harassment molestation trafficking possession obstruction evasion laundering corruption
  extortion blackmail forgery embezzlement vandalism trespassing negligence endangerment`.split(/\s+/),
);

export const CHARGE_TRIGGERS = OFFENCES;

/** With what somebody is charged, and of what convicted. */
export function readCharges(reading: Reading, sentence: ReadSentence): Claim[] {
  return [...namedCharges(reading, sentence), ...verbCharges(reading, sentence), ...verdicts(reading, sentence)];
}

/** "faces manslaughter charges". */
function namedCharges(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) => {
    const words = [...new Set(offencesOf(group))].sort();
    if ((group.head !== 'charge' && group.head !== 'count') || words.length === 0) return [];
    if (sentence.clauses.some((c) => c.action === 'charge' || c.action === 'convict' || c.action === 'acquit'))
      return [];
    const clause = sentence.clauses.find((c) => c.object === group || c.adjuncts.some((a) => a.group === group));
    const last = group.post[0]?.group;
    const focus = { start: group.start, end: Math.max(group.end, last?.members?.at(-1)?.end ?? last?.end ?? 0) };
    const value: WordsValue = { type: 'words', words, names: [], text: textAt(reading, focus) };
    const undecided = sentence.clauses.some(
      (c) => /^(?:weigh|consider|mull|decide|review)$/.test(c.verb.lemma) || c.verb.via === 'decide',
    );
    const named = clause ? subjectsOf(reading, clause.subject, sentence).filter((t) => t.name) : [];
    const subject = [...named, { word: '@suspect', name: false }];
    const stage: ScaleValue = { type: 'scale', scale: 'filing', rank: undecided ? 1 : 3, text: value.text };
    return [
      claim(reading, sentence, { kind: 'charge', as: 'other', topic: 'offence:charge', subject, value, focus }),
      claim(reading, sentence, {
        kind: 'outcome',
        as: 'outcome',
        topic: 'ladder:filing',
        subject,
        value: stage,
        focus,
      }),
    ];
  });
}

/** The offences that a clause is about: "convicted him of manslaughter", "cleared of murder". */
export function offencesIn(clause: Clause, until = Number.POSITIVE_INFINITY): string[] {
  const groups = clause.adjuncts
    .filter((a) => a.start < until)
    .filter((a) => /^(?:with|of|in|on)$/.test(a.preposition))
    .flatMap((a) => a.group.members ?? [a.group]);
  return [...new Set(groups.flatMap(offencesOf))].sort();
}

/** Whether somebody was found guilty of an offence, one claim for each offence. */
function verdicts(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause, i) => {
    if (clause.action !== 'convict' && clause.action !== 'acquit') return [];
    if (clause.verb.modality !== 'fact' || assertionOf(sentence, clause, i) !== 'asserted') return [];
    const guilty = (clause.action === 'convict') !== clause.verb.negative;
    const focus = { start: clause.verb.start, end: clause.end };
    const value: StanceValue = { type: 'stance', stance: guilty ? 'yes' : 'no', text: textAt(reading, focus) };
    // "cleared of murder but guilty of manslaughter"
    const turn = sentence.words.find((w) => w.start > clause.verb.end && w.normal === 'but');
    return offencesIn(clause, turn?.start).map((offence) =>
      claim(reading, sentence, {
        kind: 'deed',
        as: 'outcome',
        topic: `verdict:${offence}`,
        subject: accused(reading, sentence, clause),
        value,
        focus,
      }),
    );
  });
}

function verbCharges(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause) => {
    if (
      (clause.action !== 'charge' && clause.action !== 'convict') ||
      clause.verb.negative ||
      clause.verb.modality !== 'fact'
    )
      return [];
    const groups = clause.adjuncts
      .filter((a) => /^(?:with|of|in)$/.test(a.preposition))
      .flatMap((a) => a.group.members ?? [a.group]);
    const words = [...new Set(groups.flatMap(offencesOf))].sort();
    if (words.length === 0) return [];
    const first = groups[0] as NounGroup;
    const focus = { start: first.start, end: Math.max(...groups.map((g) => g.end)) };
    const value: WordsValue = { type: 'words', words, names: [], text: textAt(reading, focus) };
    return [
      claim(reading, sentence, {
        kind: 'charge',
        as: 'other',
        topic: `offence:${clause.action}`,
        subject: accused(reading, sentence, clause),
        value,
        focus,
      }),
    ];
  });
}

function accused(reading: Reading, sentence: ReadSentence, clause: Clause): Term[] {
  const patient = clause.verb.passive || !clause.object ? clause.subject : clause.object;
  const named = subjectsOf(reading, patient, sentence).filter((t) => t.name);
  return [...named, { word: '@suspect', name: false }];
}

/** "two counts of attempted murder": the offence, told apart from murder itself. */
function offencesOf(group: NounGroup): string[] {
  const groups = [
    group,
    ...group.post.filter((p) => p.preposition === 'of').flatMap((p) => p.group.members ?? [p.group]),
  ];
  return groups.flatMap((g) => {
    const found = [g.head, ...g.modifiers].filter((w) => OFFENCES.has(w));
    return found.map((w) => (g.modifiers.includes('attempted') ? `attempted ${w}` : w));
  });
}

/** Two lists of offences. One may be shorter; different ones conflict. */
export function compareCharges(a: WordsValue, b: WordsValue): Relation {
  const killing = (words: string[]) => words.some((w) => /^(?:murder|manslaughter)$/.test(w));
  if ((a.words.includes('homicide') && killing(b.words)) || (b.words.includes('homicide') && killing(a.words)))
    return COMPATIBLE;
  const shared = a.words.filter((w) => b.words.includes(w)).length;
  if (shared === a.words.length && shared === b.words.length) return SAME;
  if (shared > 0) return { is: 'variation', strength: 0.6, reason: 'one list of charges is longer' };
  return { is: 'conflict', strength: 0.7, reason: 'the charges differ' };
}
