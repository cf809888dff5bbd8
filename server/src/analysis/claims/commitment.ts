import { dictionary } from '../dictionary.ts';
import { isEarlier, isUnproven } from './assertion.ts';
import { offencesIn } from './charge.ts';
import type { Claim, Relation, StanceValue, Term } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { claim, isReporting, type Reading, termOf, textAt } from './reading.ts';

/** Actions that are each other's denial: a claim about the second is a claim about the first, turned round. */
const OPPOSITE: Record<string, string> = dictionary({
  skip: 'attend',
  withdraw: 'attend',
  reject: 'accept',
  lose: 'win',
});
/** Decisions: whether they have been taken is the news. */
const DECISIONS = new Set(['accept', 'approve', 'sign', 'resign', 'agree']);
const NOT_ASSERTED = new Set(['if', 'unless', 'whether', 'until', 'before']);

/** Whether somebody does, did or will do something: yes, no, or only on a condition. */
export function readCommitments(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  const claims: Claim[] = [];
  sentence.clauses.forEach((clause, i) => {
    const found = readOne(reading, sentence, clause, i);
    if (found) claims.push(found);
  });
  return claims;
}

function readOne(reading: Reading, sentence: ReadSentence, clause: Clause, i: number): Claim | undefined {
  if (isReporting(clause) || (clause.opener && NOT_ASSERTED.has(clause.opener))) return undefined;
  if (!clause.known && clause.verb.lemma !== 'do') return undefined;
  if ((clause.action === 'convict' || clause.action === 'acquit') && offencesIn(clause).length > 0) return undefined;
  const doSo =
    clause.verb.lemma === 'do' && clause.verb.finite
      ? sentence.clauses.slice(0, i).findLast((c) => c.known && !c.verb.finite)
      : undefined;
  const action = doSo?.action ?? clause.action;
  if (
    !(clause.known || doSo) ||
    !(clause.verb.finite || clause.verb.via || (clause.verb.infinitive && clause.verb.first === clause.subject?.last))
  )
    return undefined;
  if (clause.verb.modality === 'planned' && clause.verb.perfect && !clause.verb.via) return undefined;
  // "has yet to pay": and will
  if (clause.verb.via === 'yet') return undefined;
  if (clause.verb.modality === 'possible' || clause.verb.modality === 'obligatory') return undefined;
  const bare = clause.verb.form === 'base' && clause.verb.first === clause.verb.last && !clause.subject?.members;
  if (bare && !clause.verb.infinitive) return undefined;
  if (isEarlier(sentence, clause, i) || isUnproven(sentence, i)) return undefined;
  const subject = termOf(reading, clause.subject, sentence);
  if (!subject) return undefined;
  const turned = OPPOSITE[action];
  const no = (clause.verb.negative || isNegativeSubject(sentence, clause.subject)) !== (turned !== undefined);
  const stance = clause.condition
    ? 'conditional'
    : no
      ? 'no'
      : clause.verb.modality === 'attempt'
        ? 'tried'
        : clause.verb.modality === 'planned' && DECISIONS.has(action)
          ? 'planned'
          : 'yes';
  const focus = { start: clause.verb.start, end: Math.max(clause.end, clause.condition?.end ?? 0) };
  const value: StanceValue = { type: 'stance', stance, text: textAt(reading, focus) };
  return claim(reading, sentence, {
    kind: 'commitment',
    as: stance === 'conditional' ? 'modality' : 'polarity',
    topic: `do:${turned ?? action}`,
    subject: [subject],
    value,
    focus,
    modality: clause.verb.modality,
    negative: no,
    object: objectOf(reading, clause),
  });
}

/** Whom or what the action is done to; two stances are compared only when these can be the same. */
function objectOf(reading: Reading, clause: Clause): Term[] {
  const groups = [clause.object, ...clause.adjuncts.map((a) => a.group)].filter((g): g is NounGroup => g !== undefined);
  return groups.flatMap((g) => termOf(reading, g) ?? []);
}

/** "neither Putin nor Trump", "nobody": the subject carries the negation. */
function isNegativeSubject(sentence: ReadSentence, subject: NounGroup | undefined): boolean {
  if (!subject) return false;
  const before = sentence.words[subject.first - 1]?.normal ?? '';
  const own = sentence.words[subject.first]?.normal ?? '';
  return /^(?:neither|nor)$/.test(before) || /^(?:neither|no|none|nobody|nor)$/.test(own);
}

/** Yes against no is a conflict; either against "only if" is one too, as long as nothing says that the condition is met. */
export function compareStances(a: StanceValue, b: StanceValue): Relation {
  if (a.stance === b.stance) return SAME;
  const [planned, done] = a.stance === 'planned' ? [a, b] : [b, a];
  if (planned.stance === 'planned' && done.stance === 'yes')
    return { is: 'update', strength: 0.5, reason: 'one report has it still to come' };
  if (a.stance === 'tried' || b.stance === 'tried') {
    const other = a.stance === 'tried' ? b : a;
    return other.stance === 'yes'
      ? { is: 'variation', strength: 0.5, reason: 'one source has only an attempt' }
      : COMPATIBLE;
  }
  if (a.stance === 'conditional' || b.stance === 'conditional') {
    const other = a.stance === 'conditional' ? b : a;
    if (other.stance === 'no') return { is: 'update', strength: 0.4, reason: 'one source names a condition' };
    return { is: 'conflict', strength: 0.8, reason: 'one source names a condition' };
  }
  return { is: 'conflict', strength: 0.8, reason: 'one source affirms what the other denies' };
}
