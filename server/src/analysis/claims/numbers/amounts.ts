import type { Quantity } from '../clauses/quantity.ts';
import type { ReadSentence } from '../clauses/read.ts';
import { actionOfNoun } from '../lexicon/actions.ts';
import { type Reading, termOf } from '../reading.ts';
import { agents, type Measure, type Place } from './measure.ts';

/** "was up 24%", "closed 4.6 percent lower": how far a price moved. */
export function moved(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.dimension !== 'percent') return undefined;
  const before = sentence.words[quantity.first - 1]?.normal ?? '';
  const after = sentence.words[quantity.last + 1]?.normal ?? '';
  const way =
    before === 'up' || after === 'higher' ? 'up' : before === 'down' || after === 'lower' ? 'down' : undefined;
  const subject = sentence.clauses.findLast((c) => c.verb.first < quantity.first)?.subject;
  if (!way || !subject || !/^(?:share|stock)$/.test(subject.head)) return undefined;
  const owner = termOf(reading, subject.possessor, sentence);
  return { topic: `percent:shares ${way}`, subject: owner?.name ? [owner] : [] };
}

/** Money, duration, length and percentage: of what, or in doing what. */
export function amount(
  reading: Reading,
  sentence: ReadSentence,
  quantity: Quantity,
  place: Place,
): Measure | undefined {
  if (
    quantity.dimension === 'count' ||
    quantity.dimension === 'age' ||
    quantity.dimension === 'magnitude' ||
    quantity.dimension === 'record'
  )
    return undefined;
  const what = thing(sentence, quantity, place);
  if (!what) return undefined;
  const rate = rateOf(sentence, quantity);
  const clause = place.clause ?? sentence.clauses.findLast((c) => c.verb.first < quantity.first);
  return {
    topic: `${quantity.dimension}${rate}:${what}`,
    subject: agents(reading, sentence, { ...place, ...(clause ? { clause } : {}) }),
  };
}

function rateOf(sentence: ReadSentence, quantity: Quantity): string {
  const [a, b] = [sentence.words[quantity.last + 1]?.normal, sentence.words[quantity.last + 2]];
  return (a === 'per' || a === 'a' || a === 'an') && b?.tag === 'NOUN' ? `/${b.lemma}` : '';
}

/** What an amount is of: the noun it stands before, else the noun before "of", "worth" or "in", else what is done with it. */
function thing(sentence: ReadSentence, quantity: Quantity, place: Place): string | undefined {
  const { group, clause } = place;
  if (group && group.headIndex > quantity.last) return nounKey(group.head);
  const before = sentence.words[quantity.first - 1]?.normal ?? '';
  const host = sentence.groups.find((g) => g.post.some((p) => p.group === group));
  const percent = quantity.dimension === 'percent';
  if (host && (before === 'of' || (!percent && (before === 'for' || before === 'at')))) {
    return percent && !AMOUNTS.has(host.head) ? undefined : nounKey(host.head);
  }
  if (before === 'worth') {
    const worth = sentence.groups.findLast((g) => g.last < quantity.first);
    if (worth) return nounKey(worth.head);
  }
  const of = group?.post.find((p) => p.preposition === 'in' || p.preposition === 'of');
  const lasting = of?.preposition === 'of' ? of.group.modifiers.map((m) => actionOfNoun(m)).find((x) => x) : undefined;
  if (lasting && quantity.dimension === 'duration') return `@${lasting}`;
  if (
    of &&
    (actionOfNoun(of.group.head) || (quantity.dimension === 'percent' && of.preposition === 'of' && !of.group.pronoun))
  )
    return nounKey(of.group.head);
  if (!clause) return undefined;
  const subject = clause.subject && !clause.subject.name ? nounKey(clause.subject.head) : '';
  if (subject === '@offer' || AMOUNTS.has(subject)) return subject;
  if (clause.verb.copula)
    return clause.subject && !clause.subject.pronoun && !clause.subject.name ? nounKey(clause.subject.head) : undefined;
  if (BARGAIN.has(clause.action)) return '@offer';
  if (quantity.dimension === 'percent')
    return /^(?:rise|drop|raise|lower)$/.test(clause.action) ? `@${clause.action}` : undefined;
  return clause.known ? `@${clause.action}` : `+${clause.verb.lemma}`;
}

/** Words for one bargain: what an offer of a contract is worth is what the contract is worth. */
const BARGAIN = new Set('offer agree deal contract bid package proposal pact'.split(' '));

/** Nouns that are amounts themselves, whatever is said to happen to them. */
const AMOUNTS = new Set(
  'price cost fine salary wage fee damage bill debt budget value revenue profit loss sale share premium reward bail prize'.split(
    ' ',
  ),
);

const LOOT = new Set('jewel jewelry jewellery gem diamond loot haul valuable treasure merchandise'.split(' '));

const nounKey = (noun: string) => {
  if (LOOT.has(noun)) return 'loot';
  if (BARGAIN.has(noun) || BARGAIN.has(actionOfNoun(noun) ?? '')) return '@offer';
  const action = actionOfNoun(noun);
  return action ? `@${action}` : noun;
};
