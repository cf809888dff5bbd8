import { dictionary } from '../dictionary.ts';
import { assertionOf } from './assertion.ts';
import type { Claim, Relation, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { classesOf } from './lexicon/thesaurus.ts';
import { claim, isReporting, type Reading, textAt } from './reading.ts';

type Order = 'before' | 'during' | 'after';

const ORDERS: Record<string, Order> = dictionary({
  before: 'before',
  after: 'after',
  following: 'after',
  during: 'during',
  amid: 'during',
  while: 'during',
  as: 'during',
});
const INVERSE: Record<Order, Order> = { before: 'after', after: 'before', during: 'during' };
/** Verbs that only place an event. */
const PLACING = new Set([
  'come',
  'happen',
  'occur',
  'begin',
  'start',
  'break',
  'erupt',
  'follow',
  'precede',
  'take',
  'stop',
  'end',
]);
/** Gatherings and stages of a day that are events though no verb is. */
const GATHERINGS = new Set(
  'vigil service mass handover shift game match concert march rally speech funeral wedding ceremony storm meal lunch dinner breakfast exam lesson show parade curfew conference debate session inspection landing take-off takeoff launch match interval half-time break'.split(
    ' ',
  ),
);

export const ORDER_TRIGGERS = Object.keys(ORDERS);

/** What came before, during or after what. */
export function readOrders(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause, i) => {
    if (isReporting(clause) || clause.verb.negative || assertionOf(sentence, clause, i) !== 'asserted') return [];
    return [...byPhrase(reading, sentence, clause), ...byClause(reading, sentence, clause, i)];
  });
}

/** "The riot broke out during the vigil", "the clashes came after a march". */
function byPhrase(reading: Reading, sentence: ReadSentence, clause: Clause): Claim[] {
  const first = eventOf(clause);
  if (!first) return [];
  return sentence.groups.flatMap((group) => {
    const order = ORDERS[sentence.words[group.first - 1]?.normal ?? ''];
    const second =
      order && group.first > clause.verb.last && group.first - clause.verb.last < 12 ? eventIn(group) : undefined;
    if (!order || !second || second === first) return [];
    const start = sentence.words[group.first - 1]?.start ?? group.start;
    return toClaim(reading, sentence, first, second, order, { start, end: group.end });
  });
}

/** "Clashes broke out as vigils were being held", "the pump stopped before the shifts changed". */
function byClause(reading: Reading, sentence: ReadSentence, clause: Clause, i: number): Claim[] {
  const order = ORDERS[clause.opener ?? ''];
  const main = sentence.clauses[i - 1];
  const first = main && eventOf(main);
  const second = clause.subject && (eventIn(clause.subject) ?? eventOf(clause));
  if (!order || !first || !second || first === second || (order === 'during' && !eventIn(clause.subject as NounGroup)))
    return [];
  return toClaim(reading, sentence, first, second, order, { start: clause.start, end: clause.end });
}

function toClaim(
  reading: Reading,
  sentence: ReadSentence,
  first: string,
  second: string,
  order: Order,
  focus: { start: number; end: number },
): Claim[] {
  const [a, b, value] = first < second ? [first, second, order] : [second, first, INVERSE[order]];
  const words: WordsValue = { type: 'words', words: [value], names: [], text: textAt(reading, focus) };
  const topic = `order:${a}`;
  const subject = [{ word: b, name: false }];
  return [claim(reading, sentence, { kind: 'order', as: 'sequence', topic, subject, value: words, focus })];
}

/** The event that a noun names, as a class or a word. */
function eventIn(group: NounGroup): string | undefined {
  const action = actionOfNoun(group.head);
  if (action) return `@${action}`;
  if (GATHERINGS.has(group.head)) return group.head;
  return undefined;
}

/** The event of a clause: its subject where the verb only places it, else what is done and to what. */
function eventOf(clause: Clause): string | undefined {
  const { verb, subject, object, action, known } = clause;
  const named = subject && eventIn(subject);
  if (named && (PLACING.has(verb.lemma) || !known)) return named;
  const thing = verb.passive || !object ? subject : object;
  if (!thing || thing.pronoun || thing.name || verb.modality !== 'fact') return undefined;
  if (known) return `${action} ${thing.head}`;
  return classesOf(verb.lemma).length > 0 && !verb.copula && verb.finite ? `${verb.lemma} ${thing.head}` : undefined;
}

/** Two orders of the same two events. */
export function compareOrders(a: WordsValue, b: WordsValue): Relation {
  const [x, y] = [a.words[0], b.words[0]];
  if (x === undefined || y === undefined) return COMPATIBLE;
  if (x === y) return SAME;
  return { is: 'conflict', strength: 0.75, reason: 'the events follow each other in another order' };
}
