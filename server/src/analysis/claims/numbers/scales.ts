import type { NounGroup } from '../clauses/groups.ts';
import type { Quantity } from '../clauses/quantity.ts';
import type { ReadSentence } from '../clauses/read.ts';
import { actionOfNoun } from '../lexicon/actions.ts';
import { ROLE_NOUNS } from '../lexicon/roles.ts';
import { isPeople, senseOf } from '../lexicon/senses.ts';
import { personOf, type Reading, termOf } from '../reading.ts';
import { type Measure, near, PEOPLE, type Place } from './measure.ts';

/** "a 6.1-magnitude quake", "M6.1", "measured 6.1 on the Richter scale", "the quake, first put at 4.5". */
export function magnitude(sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.high > 10) return undefined;
  const { words } = sentence;
  const found: Measure = { topic: 'magnitude', dimension: 'magnitude' };
  if (quantity.dimension === 'magnitude') return found;
  const decimal = /\d\.\d/.test(`${words[quantity.first]?.text} ${words[quantity.last]?.text}`);
  const [before = '', next = ''] = [quantity.first - 1, quantity.last + 1].map((at) => words[at]?.normal);
  const isQuake = words.some((w) => actionOfNoun(w.normal) === 'quake');
  const isM = quantity.unit === 'm' && words[quantity.last]?.text.endsWith('M') === true;
  if (decimal && isQuake && (isM || (/^m[wsl]?$/.test(before) && quantity.dimension === 'count'))) return found;
  if (quantity.dimension !== 'count') return undefined;
  const around = near(sentence, quantity, 4, 4);
  if (around.some((w) => /^(?:magnitude|richter|magnitude-)/.test(w)) && !PEOPLE.has(next)) return found;
  if (!decimal) return undefined;
  if (actionOfNoun(next) === 'quake') return found;
  return isQuake &&
    MEASURED.test(before) &&
    (next === 'degrees' || !/^(?:NOUN|ADJ|SYM)$/.test(words[quantity.last + 1]?.tag ?? ''))
    ? found
    : undefined;
}

/** What stands before the strength of a quake that is not named: "measuring 5.8", "downgraded to 4.3", "a quake of 6.1". */
const MEASURED = /^(?:of|at|to|as|from|between|and|than|(?:measur|register|record|report)(?:e|es|ed|ing|s)?)$/;

/** "60-year-old Sharron Smith", "Sharron Smith, 60,", "aged 61", "at the age of 95". */
export function age(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
  const { words, groups } = sentence;
  const before = words[quantity.first - 1]?.normal ?? '';
  const second = words[quantity.first - 2]?.normal ?? '';
  const after = words[quantity.last + 1]?.normal ?? '.';
  if (quantity.low > 115 || !(quantity.dimension === 'age' || quantity.dimension === 'count')) return undefined;
  let person: NounGroup | undefined;
  if (quantity.dimension === 'age')
    person = place.group?.name
      ? place.group
      : (groups.find((g) => g.apposition === place.group) ?? place.group?.apposition);
  else if (before === 'aged' || before === 'age' || (before === 'of' && second === 'age'))
    person = personNear(sentence, quantity);
  else if (before === 'at' && /^[,.;)]$/.test(after) && quantity.low >= 12 && isLife(sentence, quantity))
    person = personNear(sentence, quantity);
  // "At 26, she is the youngest"
  else if (before === 'at' && after === ',' && quantity.first === 1 && quantity.low >= 6)
    person = sentence.clauses.find((c) => c.subject && c.subject.first > quantity.last)?.subject;
  else if (before === ',' && /^[,.;)]$/.test(after) && quantity.low >= 1)
    person = groups.find((g) => g.last === quantity.first - 2 && (g.name || isKnownPerson(g)));
  else if (isAgeSaid(sentence, quantity, place)) person = place.clause?.subject;
  if (quantity.dimension === 'age' && !person?.name && place.group?.determiner === 'the') person = place.group;
  if (!person) return undefined;
  const named = termOf(reading, person, sentence);
  const term = named?.name ? named : personOf(reading);
  return term ? { topic: 'age', subject: [term], dimension: 'age' } : undefined;
}

/** "the runner, 28,", "the old lady": one who was spoken of before. */
const isKnownPerson = ({ determiner, head, pronoun }: NounGroup) =>
  (/^(?:the|this|that|his|her|their)$/.test(determiner ?? '') &&
    (PEOPLE.has(head) || ROLE_NOUNS.has(head) || isPeople(senseOf(head)))) ||
  (pronoun && /^(?:he|she|who)$/.test(head));

const isChild = (group: NounGroup | undefined) => /^(?:boy|girl|child|toddler|pupil|baby)$/.test(group?.head ?? '');

/** "who is 44", "he was 61": a bare figure that a person is. */
const isAgeSaid = ({ words }: ReadSentence, quantity: Quantity, { clause, group }: Place) =>
  clause?.verb.copula === true &&
  !/^(?:until|when|since|before|after|till)$/.test(
    clause.opener ?? words[(clause.subject?.first ?? 0) - 1]?.normal ?? '',
  ) &&
  clause.object === group &&
  group?.head === '#' &&
  (quantity.low >= 12 || isChild(clause.subject)) &&
  quantity.first === clause.verb.last + 1 &&
  /^(?:[,.;)]|and|but)$/.test(words[quantity.last + 1]?.normal ?? '.') &&
  (clause.subject?.name !== undefined || (clause.subject !== undefined && isKnownPerson(clause.subject)));

/** "died at 84", "dead at 84", "retired at 61", "married at 30": what happens at an age. */
const isLife = (sentence: ReadSentence, quantity: Quantity) =>
  near(sentence, quantity, 4, 0).some((w) =>
    /^(?:dead|dies?|died|dying|retire[sd]?|marrie[sd]|debut|born|became|was|turns?|turned)$/.test(w),
  );

/** The named person that an age without a name goes with: the subject of the clause around it. */
function personNear(sentence: ReadSentence, quantity: Quantity): NounGroup | undefined {
  const around = sentence.clauses.filter((c) => c.subject && c.start <= quantity.start);
  const subject = around.at(-1)?.subject;
  if (subject) return subject.name ? subject : subject.apposition;
  return sentence.groups.findLast((g) => g.name && g.end <= quantity.start);
}

const DIRECTION =
  /^(?:(?:north|south|east|west)(?:-?(?:north|south))?-?(?:east|west)?(?:ern|wards?)?|offshore|away|outside|from|off)$/;

/** "33 km under the seabed", "10 miles below the surface" */
const isBeneath = (after: string[]) =>
  /^(?:below|beneath|under|underneath)$/.test(after[0] ?? '') &&
  after
    .slice(1, 5)
    .some((w) => /^(?:surface|ground|sea|seabed|sea-bed|seafloor|ocean|earth|floor|bed|underground)$/.test(w));

/** "was travelling at 44 km/h": how fast something went; winds have a speed of their own. */
export function speed(sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.dimension !== 'speed' || near(sentence, quantity, 6, 6).some((w) => /^limit/.test(w))) return undefined;
  const isWind = sentence.words.some(
    ({ lemma, facts }) => lemma === 'gust' || lemma === 'wind' || actionOfNoun(facts.singular) === 'storm',
  );
  return { topic: isWind ? 'speed:wind' : 'speed:of' };
}

/** "35 miles southwest of Bandar Abbas": how far from where. */
export function distance(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.dimension !== 'length' || quantity.compound) return undefined;
  const after = near(sentence, quantity, 0, 7).slice(quantity.last - quantity.first + 1);
  const deep = after[0] === 'deep' || after.includes('depth') || near(sentence, quantity, 6, 0).includes('depth');
  if (deep || isBeneath(after)) return { topic: 'depth' };
  if (!DIRECTION.test(after.find((w) => w !== '(') ?? '')) return undefined;
  const place = sentence.groups.find((g) => g.name && g.first > quantity.last && g.first <= quantity.last + 6);
  const term = termOf(reading, place, sentence);
  return term ? { topic: 'distance', subject: [term] } : undefined;
}

/** "with 7:42 left in the first half". */
export function remaining(sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.dimension !== 'duration') return undefined;
  const after = near(sentence, quantity, 0, 7).slice(quantity.last - quantity.first + 1);
  const left =
    after[0] === 'left' || after[0] === 'remaining' || (after[0] === 'to' && /^(?:go|play)$/.test(after[1] ?? ''));
  if (!left || quantity.unit === 'year' || quantity.unit === 'month') return undefined;
  const around = sentence.words.map((w) => w.normal);
  const stage = around.find((w) => /^(?:half|quarter|period|inning|round|game|match)$/.test(w)) ?? '';
  return { topic: `left:${stage}` };
}

/** "nine days after suffering a heart attack": how long after what. */
export function interval(sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  const link = sentence.words[quantity.last + 1]?.normal;
  if (quantity.dimension !== 'duration' || (link !== 'after' && link !== 'before')) return undefined;
  const noun = sentence.groups.find(
    (g) => g.first > quantity.last && g.first - quantity.last < 6 && actionOfNoun(g.head),
  );
  return noun ? { topic: `interval:${link}:${actionOfNoun(noun.head)}` } : undefined;
}

/** "Klitschko (52-3, 46 KOs)": wins and losses after a name. */
export function record(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.dimension !== 'record' || !/^[(,]$/.test(sentence.words[quantity.first - 1]?.normal ?? ''))
    return undefined;
  const group = sentence.groups.find((g) => g.last === quantity.first - 2 && g.name);
  const term = termOf(reading, group, sentence);
  if (term?.entity === undefined || reading.entities[term.entity]?.type !== 'person') return undefined;
  return term ? { topic: 'record', subject: [term], dimension: 'record' } : undefined;
}
