import type { Quantity } from '../clauses/quantity.ts';
import type { Clause, ReadSentence } from '../clauses/read.ts';
import { actionOfNoun } from '../lexicon/actions.ts';
import { GATHERINGS } from '../lexicon/gatherings.ts';
import { isPeople, senseOf } from '../lexicon/senses.ts';
import { countedNoun, isPerson, type Measure, type Place } from './measure.ts';

const MARCHERS = /^=(?:demonstrator|spectator|person|resident|student|worker|worshipper|mourner)$/;
const TURN_OUT =
  /^(?:march|rally|protest|demonstrate|gather|assemble|attend|join|draw|attract|fill|throng|flock|crowd|parade|chant|mass|turn)$/;
const isWhereMany = (noun: string) => GATHERINGS.has(noun) || noun === 'street' || noun === 'square';

/** "4,000 people marched", "the rally drew 4,000", "a crowd of 4,000": how many came to where many did. */
export function crowd(
  sentence: ReadSentence,
  quantity: Quantity,
  { group, clause: own, role }: Place,
): Measure | undefined {
  const noun = countedNoun(group, quantity)?.head ?? '';
  const host = sentence.groups.find(({ post }) => post.some((p) => p.preposition === 'of' && p.group === group));
  const clause = own ?? sentence.clauses.find(({ subject, object }) => host && (subject === host || object === host));
  if (quantity.dimension !== 'count' || quantity.high < 20 || !clause) return undefined;
  const sense = senseOf(noun);
  const isCrowd = host?.head === 'crowd' || sense === '=demonstrator';
  if (!isCrowd && !MARCHERS.test(sense) && !isPerson(noun) && noun !== '#') return undefined;
  const told = TURN_OUT.test(clause.verb.lemma) || clause.action === 'protest' || tookPart(clause);
  if (!told || (role === undefined && !isCrowd)) return undefined;
  const isThere = isCrowd || clause.action === 'protest' || sentence.words.some(({ lemma }) => isWhereMany(lemma));
  return isThere ? { topic: 'count:crowd' } : undefined;
}

/** "took part in a march", "took to the streets", "turned out for the rally" */
const tookPart = ({ verb, adjuncts, object, action }: Clause) =>
  action === 'attend' ||
  (verb.lemma === 'take' &&
    (object?.head === 'part' ||
      adjuncts.some(({ preposition, group }) => preposition === 'to' && group.head === 'street')));

const HOMES = /^(?:home|house|dwelling|apartment|flat|village|town|neighbourhood|neighborhood)$/;
const LEAVE = /^(?:leave|flee|quit|abandon|evacuate)$/;

/** "had to leave their homes", "were told to leave", "forced 4,000 from their homes", "the evacuation of 4,000 people". */
export function evacuated(
  sentence: ReadSentence,
  quantity: Quantity,
  { group, clause, role }: Place,
): Measure | undefined {
  const noun = countedNoun(group, quantity)?.head ?? '';
  const people = noun === '#' || isPerson(noun) || isPeople(senseOf(noun));
  if (quantity.dimension !== 'count' || !people) return undefined;
  const found: Measure = { topic: 'count:evacuated:person' };
  const host = sentence.groups.find(({ post }) => post.some((p) => p.preposition === 'of' && p.group === group));
  if (host && actionOfNoun(host.head) === 'evacuate') return found;
  if (!clause) return undefined;
  return (role === 'subject' ? leftHome(sentence, clause) : role === 'object' && drovenFrom(clause))
    ? found
    : undefined;
}

function leftHome(sentence: ReadSentence, clause: Clause): boolean {
  const { verb } = clause;
  const next = sentence.clauses[sentence.clauses.indexOf(clause) + 1];
  const isTold = verb.passive && /^(?:order|tell|urge|ask|advise|force|instruct|make)$/.test(verb.lemma);
  if (isTold && next?.verb.infinitive && LEAVE.test(next.verb.lemma)) return true;
  if (verb.passive && isForced(clause)) return true;
  const leaving = LEAVE.test(verb.lemma)
    ? clause
    : next?.verb.infinitive && LEAVE.test(next.verb.lemma)
      ? next
      : undefined;
  return leaving !== undefined && !leaving.verb.negative && HOMES.test(leaving.object?.head ?? '');
}

/** "forced 4,000 people from their homes" */
const drovenFrom = (clause: Clause) => !clause.verb.passive && isForced(clause);
const isForced = ({ verb, adjuncts }: Clause) =>
  /^(?:force|drive|chase|move|remove|order)$/.test(verb.lemma) &&
  adjuncts.some(({ preposition, group }) => /^(?:from|out)$/.test(preposition) && HOMES.test(group.head));

/** "left 2,000 people homeless", "2,000 lost their homes", "40,000 customers were without power": what people were left without. */
export function deprived(
  { words }: ReadSentence,
  quantity: Quantity,
  { group, clause, role }: Place,
): Measure | undefined {
  if (quantity.dimension !== 'count') return undefined;
  const noun = countedNoun(group, quantity)?.head ?? '';
  const sense = senseOf(noun);
  const isTaken =
    noun === '#' ||
    isPerson(noun) ||
    isPeople(sense) ||
    sense === '=house' ||
    noun === 'household' ||
    noun === 'family';
  if (!isTaken) return undefined;
  const rest = words.slice((group?.last ?? quantity.last) + 1).map(({ normal }) => normal);
  const lost = role === 'subject' && clause?.verb.lemma === 'lose' ? clause.object?.head : undefined;
  if (lost === 'home' || rest.slice(0, 5).includes('homeless')) return { topic: 'count:displaced:person' };
  const outage = clause?.subject && actionOfNoun(clause.subject.head) === 'outage' && role === 'object';
  const dark = lost === 'power' || lost === 'electricity' || WITHOUT_POWER.test(rest.slice(0, 6).join(' '));
  const before = words.slice(Math.max(0, quantity.first - 5), quantity.first).map(({ normal }) => normal);
  const isCutTo =
    /^(?:to|for|off)$/.test(before.at(-1) ?? '') && before.some((w) => w === 'power' || w === 'electricity');
  return outage || dark || isCutTo ? { topic: 'count:powerless:person' } : undefined;
}

const WITHOUT_POWER =
  /^(?:(?:were|was|are|is|being|had been|have been|still|remained|went|left) )*(?:without|no|in the dark)(?: (?:power|electricity)|$| )/;
