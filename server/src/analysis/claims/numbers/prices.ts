import type { Term } from '../claim.ts';
import type { Quantity } from '../clauses/quantity.ts';
import type { Clause, ReadSentence } from '../clauses/read.ts';
import { actionOfNoun } from '../lexicon/actions.ts';
import { senseOf } from '../lexicon/senses.ts';
import { type Reading, termOf } from '../reading.ts';
import { type Measure, near, type Place } from './measure.ts';

const BOUGHT = /^(?:buy|sell|merge)$/;

/** "is buying ATI for $5.4 billion", "a $5.4 billion takeover", "$25 a share": what is paid for a company, and for each of its shares. */
export function takeover(
  reading: Reading,
  sentence: ReadSentence,
  quantity: Quantity,
  place: Place,
): Measure | undefined {
  if (quantity.dimension !== 'money' || !isTakeover(sentence)) return undefined;
  const around = near(sentence, quantity, 3, 4);
  if (around.some((w) => NOT_PRICE.test(w))) return undefined;
  const rate = isPerShare(sentence, quantity) ? '/share' : '';
  if (!rate && (quantity.low < 1e6 || !isPaid(sentence, quantity, place))) return undefined;
  // with what the company owes it is another price
  const isWhole = sentence.words.some(({ lemma }) => lemma === 'debt');
  return { topic: `money${rate}:takeover${isWhole ? ' with debt' : ''}`, subject: companies(reading, sentence) };
}

const NOT_PRICE =
  /^(?:revenue|sales|profit|earnings|loss|debt|savings?|cash|fee|bonus|salary|annual|a-year|market|worth_of)$/;

/** A sentence that tells of a company that is bought. */
const isTakeover = ({ clauses, groups }: ReadSentence) =>
  clauses.some((c) => BOUGHT.test(c.action) && (c.object?.name || c.subject?.name)) ||
  groups.some(
    (g) =>
      /^(?:price|sale|bid|offer)$/.test(g.head) &&
      g.post.some((p) => /^(?:for|to|of)$/.test(p.preposition) && p.group.name),
  ) ||
  groups.some((g) => actionOfNoun(g.head) === 'buy' || (actionOfNoun(g.head) === 'merge' && !g.name)) ||
  clauses.some((c) => c.action === 'pay' && c.adjuncts.some((a) => a.preposition === 'for' && a.group.name)) ||
  clauses.some((c) => c.verb.lemma === 'value' && c.object?.name && c.subject && DEAL.test(c.subject.head));

const DEAL = /^(?:deal|offer|bid|agreement|transaction|acquisition|takeover|buyout|purchase|sale|merger|price|buy)$/;

const isPerShare = ({ words }: ReadSentence, { last }: Quantity) =>
  /^(?:a|per|each|every|for|-)$/.test(words[last + 1]?.normal ?? '') &&
  words.slice(last + 2, last + 8).some(({ lemma }) => lemma === 'share' || lemma === 'a-share');

/** What the amount itself is said of: the deal, or what is bought. */
function isPaid(sentence: ReadSentence, quantity: Quantity, { group, clause, preposition }: Place): boolean {
  if (group && group.headIndex > quantity.last) return DEAL.test(group.head);
  const before = sentence.words[quantity.first - 1]?.normal ?? '';
  const deal = sentence.groups.findLast((g) => g.last < quantity.first);
  if (/^(?:worth|at|is|of|was|for)$/.test(before) && deal && DEAL.test(deal.head)) return true;
  if (before === 'for' || preposition === 'for') return buys(clause) || sentence.clauses.some(buys);
  if (!clause) return false;
  if (/^(?:pay|offer|bid)$/.test(clause.action) || /^(?:pay|offer|bid|value)$/.test(clause.verb.lemma)) return true;
  return (
    clause.subject !== undefined &&
    DEAL.test(clause.subject.head) &&
    (clause.verb.copula || clause.verb.lemma === 'value')
  );
}

const buys = (clause: Clause | undefined) => clause !== undefined && BOUGHT.test(clause.action);

function companies(reading: Reading, sentence: ReadSentence): Term[] {
  const named = sentence.groups.filter((g) => g.name).map((g) => termOf(reading, g, sentence));
  return named.filter((t): t is Term => t?.name === true);
}

/** What a buyer pays for one. */
export const RETAIL = 'money:retail price';
const SELLS = /^(?:cost|sell|price|retail|charge)$/;

/** "sells for $599", "priced at $599", "with a price tag of $599". */
export function retail(
  reading: Reading,
  sentence: ReadSentence,
  quantity: Quantity,
  { clause }: Place,
): Measure | undefined {
  if (quantity.dimension !== 'money' || !clause || quantity.high > 500_000) return undefined;
  return isPriced(sentence, quantity, clause)
    ? { topic: RETAIL, subject: productOf(reading, sentence, clause) }
    : undefined;
}

function isPriced({ words }: ReadSentence, quantity: Quantity, { verb, action, subject }: Clause): boolean {
  if (action === 'pay') return subject !== undefined && senseOf(subject.head) === '=customer';
  if (verb.modality === 'fact' && verb.form === 'past' && !verb.passive && verb.lemma !== 'cost') return false;
  const before = words[quantity.first - 1]?.normal ?? '';
  if (SELLS.test(verb.lemma)) return action !== 'charge';
  if (/^(?:start|begin|go|range)$/.test(verb.lemma)) return /^(?:at|for|from)$/.test(before);
  if (/^(?:carry|set|have|get)$/.test(verb.lemma))
    return words.some(({ normal }) => /^(?:price|price-tag)$/.test(normal));
  if (!verb.copula) return false;
  if (subject?.head === 'price') return !subject.modifiers.some((m) => /^(?:purchase|share|stock|oil|house)$/.test(m));
  return /^(?:available|out)$/.test(words[verb.last + 1]?.normal ?? '') && /^(?:for|at|from)$/.test(before);
}

/** What is sold: the object, what a price is set for, else the subject. */
function productOf(reading: Reading, sentence: ReadSentence, { object, adjuncts, subject }: Clause): Term[] {
  const sold = [object, ...adjuncts.filter((a) => a.preposition === 'for').map((a) => a.group)].find(
    (group) => group?.name,
  );
  const term = termOf(reading, sold ?? subject, sentence);
  return term?.name ? [term] : [];
}
