import { dictionary } from '../../dictionary.ts';
import type { Span } from '../../model.ts';
import type { Claim, QuantityValue } from '../claim.ts';
import { isSuffered } from '../clauses/action.ts';
import type { NounGroup } from '../clauses/groups.ts';
import type { Quantity } from '../clauses/quantity.ts';
import type { Clause, ReadSentence } from '../clauses/read.ts';
import { actionOfNoun, actionOfState, actionOfVerb, knownVerb } from '../lexicon/actions.ts';
import { claim, type Reading, textAt } from '../reading.ts';
import { agents, countedNoun, isPerson, type Measure, near, PEOPLE, type Place } from './measure.ts';

/** What happens to people that the news counts, and under which name. */
export const CASUALTY: Record<string, string> = dictionary({
  die: 'killed',
  kill: 'killed',
  injure: 'injured',
  miss: 'missing',
  sicken: 'infected',
  arrest: 'arrested',
  charge: 'charged',
  rescue: 'rescued',
  evacuate: 'evacuated',
  hospitalize: 'hospitalized',
  kidnap: 'kidnapped',
  trap: 'trapped',
  strand: 'stranded',
  displace: 'displaced',
  convict: 'convicted',
  shoot: 'shot',
  dismiss: 'dismissed',
});

/** People killed, injured, missing, arrested and so on, in any of the ways that news says it. */
export function casualties(sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
  if (quantity.dimension !== 'count') return undefined;
  const noun = countedNoun(place.group, quantity);
  const what = casualtyOf(sentence, quantity, place, noun?.head);
  if (!what) return undefined;
  return { topic: `count:${what.state}:${what.who}`, focus: what.focus ?? quantity };
}

/** The words before a figure that are looked for below. */
const TOLD = /\bnumber$|\btoll\b|death|fatalit|claim|\blost\b|\btook\b|\bkilled\b/;

function casualtyOf(
  sentence: ReadSentence,
  quantity: Quantity,
  place: Place,
  noun: string | undefined,
): { state: string; who: string; focus?: Span } | undefined {
  const { words } = sentence;
  const next = words[quantity.last + 1]?.normal ?? '';
  const state = CASUALTY[actionOfState(next) ?? ''];
  if (state && !words[quantity.last + 2]?.normal.match(/^(?:person|people)$/)) return { state, who: 'person' };
  const left = leftSo(sentence, quantity, place, noun);
  if (left) return { state: left, who: 'person' };
  const around = near(sentence, quantity, 10, 0);
  const before = around.some((w) => TOLD.test(w)) ? around.join(' ') : '';
  const number = /\bnumber of (?:people |those )?(\p{L}+)\b/u.exec(before)?.[1] ?? '';
  const numbered =
    CASUALTY[actionOfState(number) ?? actionOfNoun(number) ?? actionOfVerb(knownVerb(number)?.base ?? '', '') ?? ''];
  if (numbered && !next.match(/^(?:people|persons)$/)) return { state: numbered, who: 'person' };
  if (/\btoll\b/.test(before) && !/\bmiles?\b/.test(before)) return { state: 'killed', who: 'person' };
  if (/\bdeaths ?:|\bfatalities ?:/.test(before)) return { state: 'killed', who: 'person' };
  const counted = CASUALTY[actionOfNoun(noun ?? '') ?? ''];
  if (counted && /^(?:death|fatality|injury|arrest|victim|infection)$/.test(noun ?? ''))
    return { state: counted, who: 'person' };
  if ((noun === 'life' || noun === 'lives') && /\b(?:claim|claimed|claiming|claims|lost|took|killed)\b/.test(before))
    return { state: 'killed', who: 'person' };
  if (LIVES.test(around.slice(0, -1 - quantity.last + quantity.first).join(' ')))
    return { state: 'killed', who: 'person' };
  const { clause, role } = place;
  if (clause?.verb.lemma === 'lose' && role === 'subject' && clause.object?.head === 'life')
    return { state: 'killed', who: 'person' };
  if (!clause) return undefined;
  const missing = clause.action === 'miss_out' && clause.verb.form === 'ing';
  const suffered =
    clause.verb.lemma === 'disappear' && noun === '#' ? undefined : CASUALTY[missing ? 'miss' : clause.action];
  if (!suffered || !noun || !(isPerson(noun) || place.group?.title)) return undefined;
  const patient =
    clause.action === 'die' ||
    clause.action === 'miss' ||
    missing ||
    clause.verb.lemma === 'fall' ||
    clause.verb.passive ||
    clause.verb.copula ||
    isSuffered(clause)
      ? role === 'subject'
      : role === 'object';
  if (!patient) return undefined;
  return { state: suffered, who: 'person' };
}

/** "claimed the lives of 12 people" */
const LIVES = /\b(?:claim(?:ed|s|ing)?|took|take|taken|taking|cost|costing|ended) the lives of$/;

/** "left 12 people dead", "with 32 people injured": the state that stands after those who are counted. */
function leftSo(
  { words }: ReadSentence,
  quantity: Quantity,
  { group, clause, preposition }: Place,
  noun = '',
): string | undefined {
  if (!group || !isPerson(noun)) return undefined;
  const isLeft = clause?.verb.lemma === 'leave' || preposition === 'with' || words[group.first - 1]?.normal === 'with';
  return isLeft && quantity.first >= group.first
    ? CASUALTY[actionOfState(words[group.last + 1]?.normal ?? '') ?? STATE[words[group.last + 1]?.normal ?? ''] ?? '']
    : undefined;
}

/** Participles that are states where somebody is left so. */
const STATE: Record<string, string> = dictionary({
  injured: 'injure',
  wounded: 'injure',
  hurt: 'injure',
  killed: 'kill',
  stranded: 'strand',
  trapped: 'trap',
  missing: 'miss',
});

/** "cases rise to 23", "the number of cases has risen to 27", "confirmed cases: 27", "the outbreak reaches 27 cases". */
export function reached(
  reading: Reading,
  sentence: ReadSentence,
  quantity: Quantity,
  place: Place,
): Measure | undefined {
  if (quantity.dimension !== 'count') return undefined;
  const { words } = sentence;
  const before = words[quantity.first - 1]?.normal ?? '';
  let noun: NounGroup | undefined;
  if (before === ':' && quantity.first <= 4) noun = sentence.groups.find((g) => g.last === quantity.first - 2);
  else if (before === 'to' || before === 'at')
    noun = countOf(
      sentence.clauses.findLast((c) => c.verb.first < quantity.first && MOVES.test(c.verb.lemma))?.subject,
    );
  const counted =
    (place.group && place.group.head !== '#' && CASUALTY[actionOfNoun(place.group.head) ?? '']
      ? place.group.head
      : undefined) ??
    noun?.head ??
    (place.clause && /^(?:reach|hit|total|confirm)$/.test(place.clause.verb.lemma) ? place.group?.head : undefined) ??
    (confirmed(place.group) ? place.group?.head : undefined);
  if (!counted || counted === '#') return undefined;
  const state = CASUALTY[actionOfNoun(counted) ?? ''];
  if (state) return { topic: `count:${state}:person` };
  return noun && !noun.name ? { topic: `count:${counted}`, subject: agents(reading, sentence, place) } : undefined;
}

const MOVES = /^(?:rise|climb|increase|grow|fall|drop|jump|go|stand|stay|remain)$/;
const confirmed = (group: NounGroup | undefined) => group?.modifiers.includes('confirmed') === true;

/** "the number of cases": the cases. */
function countOf(group: NounGroup | undefined): NounGroup | undefined {
  if (!group || !/^(?:number|total|toll|count|tally)$/.test(group.head)) return group;
  return group.post.find((p) => p.preposition === 'of')?.group ?? group;
}

/** "two women and one man died": the sum, where every member of the list counts people. */
export function readSum(reading: Reading, sentence: ReadSentence, clause: Clause, summed: Set<Quantity>): Claim[] {
  const state = clause.known ? CASUALTY[clause.action] : undefined;
  if (!state) return [];
  const patient = clause.action === 'die' || clause.verb.passive || clause.verb.copula ? clause.subject : clause.object;
  const members = patient?.members;
  if (!members || members.length > 4) return [];
  let total = 0;
  for (const member of members) {
    const one = /^(?:a|an|one)$/.test(member.determiner ?? '') && !member.quantity ? 1 : 0;
    const count =
      member.quantity?.dimension === 'count' && member.quantity.low === member.quantity.high
        ? member.quantity.low
        : one;
    if (count === 0 || !(PEOPLE.has(member.head) || member.title)) return [];
    total += count;
  }
  for (const member of members) if (member.quantity) summed.add(member.quantity);
  const focus = { start: members[0]?.start ?? 0, end: members.at(-1)?.end ?? 0 };
  const value: QuantityValue = {
    type: 'quantity',
    dimension: 'count',
    low: total,
    high: total,
    approximate: false,
    vague: false,
    text: textAt(reading, focus),
  };
  return [claim(reading, sentence, { kind: 'number', as: 'number', topic: `count:${state}:person`, value, focus })];
}
