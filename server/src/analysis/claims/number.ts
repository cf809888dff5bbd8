import type { Span } from '../model.ts';
import type { Claim, QuantityValue, Relation, Term } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Quantity } from './clauses/quantity.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { cuesAt, isPartial, nameOf } from './cues.ts';
import { actionOfNoun, actionOfState, actionOfVerb, knownVerb } from './lexicon/actions.ts';
import { ROLE_NOUNS } from './lexicon/roles.ts';
import { isPeople, senseOf } from './lexicon/senses.ts';
import { claim, type Reading, subjectsOf, termOf, textAt } from './reading.ts';

/** What happens to people that the news counts, and under which name. */
const CASUALTY: Record<string, string> = {
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
};
const PEOPLE = new Set(
  'person people other others more # them victim casualty suspect passenger villager resident patient man woman child civilian member soldier officer worker'.split(
    ' ',
  ),
);
const isPerson = (noun: string) => PEOPLE.has(noun) || ROLE_NOUNS.has(noun) || isPeople(senseOf(noun));
const JOBS = new Set('job position post role'.split(' '));
const LOST = /^(?:cut|lose|go|shed|disappear|axe|eliminate|chop|slash|travel|miss)$/;

/** The claims that numbers make. */
export function readNumbers(reading: Reading, sentence: ReadSentence): Claim[] {
  const claims: Claim[] = [];
  const summed = new Set<Quantity>();
  for (const clause of sentence.clauses) claims.push(...readSum(reading, sentence, clause, summed));
  for (const quantity of sentence.quantities) {
    if (summed.has(quantity)) continue;
    const found = readOne(reading, sentence, quantity);
    if (found) claims.push(found);
  }
  return claims;
}

interface Place {
  group?: NounGroup;
  clause?: Clause;
  role?: 'subject' | 'object' | 'adjunct';
  preposition?: string;
}

/** The group that a quantity stands in and what that group does in the sentence. */
function locate(sentence: ReadSentence, quantity: Quantity): Place {
  const group = sentence.groups.find((g) => g.first <= quantity.last && quantity.first <= g.last);
  if (!group) return {};
  const host = sentence.groups.find((g) => g.members?.includes(group)) ?? group;
  for (const clause of sentence.clauses) {
    if (clause.subject === host || clause.subject === group) return { group, clause, role: 'subject' };
    if (clause.object === host || clause.object === group) return { group, clause, role: 'object' };
  }
  for (const clause of sentence.clauses) {
    const adjunct = clause.adjuncts.find((a) => a.group === host || a.group === group);
    if (adjunct) return { group, clause, role: 'adjunct', preposition: adjunct.preposition };
  }
  return { group };
}

function readOne(reading: Reading, sentence: ReadSentence, quantity: Quantity): Claim | undefined {
  const place = locate(sentence, quantity);
  const measure =
    magnitude(sentence, quantity) ??
    casualties(sentence, quantity, place) ??
    reached(reading, sentence, quantity, place) ??
    children(reading, sentence, quantity) ??
    jobs(sentence, quantity, place) ??
    staff(reading, sentence, quantity, place) ??
    moved(reading, sentence, quantity) ??
    age(reading, sentence, quantity, place) ??
    distance(reading, sentence, quantity) ??
    remaining(sentence, quantity) ??
    interval(sentence, quantity) ??
    record(reading, sentence, quantity) ??
    amount(reading, sentence, quantity, place) ??
    counted(reading, sentence, quantity, place);
  if (!measure && isNoMeasure(reading, sentence, quantity, place)) return undefined;
  const cues = cuesAt(reading, sentence, quantity, place.clause, place.group);
  if (isPartial(sentence, quantity)) cues.partial = true;
  if (!measure) cues.loose = true;
  return claim(reading, sentence, {
    kind: 'number',
    as: 'number',
    topic: measure?.topic ?? `${quantity.dimension}:${nameOf(cues)}`,
    subject: measure?.subject ?? agents(reading, sentence, place),
    value: { ...quantityValue(reading, quantity), ...(measure?.dimension ? { dimension: measure.dimension } : {}) },
    focus: measure?.focus ?? quantity,
    cues,
    modality: place.clause?.verb.modality ?? 'fact',
    negative: place.clause?.verb.negative ?? false,
  });
}

/** Figures that say nothing that another source could say otherwise: years, pronouns, numbers in names and lists. */
function isNoMeasure(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): boolean {
  const { words } = sentence;
  const first = words[quantity.first];
  if (
    quantity.dimension === 'count' &&
    quantity.low >= 1500 &&
    quantity.low < 2100 &&
    /^\d{4}$/.test(first?.text ?? '')
  )
    return true;
  if (
    /^(?:no|no\.|number|nr|#|chapter|page|section|article|highway|route|flight|unit)$/.test(
      words[quantity.first - 1]?.normal ?? '',
    ) &&
    quantity.dimension === 'count'
  )
    return true;
  if (first?.normal === 'one' && place.group?.head === '#') return true;
  if (words[quantity.first - 1]?.tag === 'PROPN' && quantity.dimension === 'count') return true;
  if (place.group?.name && quantity.dimension === 'count') return true;
  return reading.entityAt(quantity) !== undefined && quantity.dimension === 'count';
}

interface Measure {
  topic: string;
  subject?: Term[];
  focus?: Span;
  dimension?: string;
}

function quantityValue(reading: Reading, quantity: Quantity): QuantityValue {
  const { dimension, low, high, approximate, bound, unit, parts } = quantity;
  return {
    type: 'quantity',
    dimension,
    low,
    high,
    approximate,
    vague: high > low * 1.9 && parts === undefined && dimension === 'count',
    text: textAt(reading, quantity),
    ...(bound ? { bound } : {}),
    ...(unit ? { unit } : {}),
    ...(parts ? { parts } : {}),
  };
}

const near = (sentence: ReadSentence, quantity: Quantity, before: number, after: number) =>
  sentence.words.slice(Math.max(0, quantity.first - before), quantity.last + 1 + after).map((w) => w.normal);

function magnitude(sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.high > 10 || (quantity.dimension !== 'magnitude' && quantity.dimension !== 'count')) return undefined;
  const around = near(sentence, quantity, 4, 4);
  const next = sentence.words[quantity.last + 1]?.normal ?? '';
  const decimal =
    /\d\.\d/.test(sentence.words[quantity.last]?.text ?? '') ||
    /\d\.\d/.test(sentence.words[quantity.first]?.text ?? '');
  const said = around.some((w) => w === 'magnitude' || w === 'richter' || w.startsWith('magnitude-'));
  if (
    quantity.dimension === 'magnitude' ||
    (said && !PEOPLE.has(next)) ||
    (decimal && actionOfNoun(next) === 'quake')
  ) {
    return { topic: 'magnitude', dimension: 'magnitude' };
  }
  return undefined;
}

/** Who is counted: the noun after the number, or after its "of". */
function countedNoun(group: NounGroup | undefined, quantity: Quantity): { head: string; group: NounGroup } | undefined {
  if (!group) return undefined;
  const of = group.post.find((p) => p.preposition === 'of');
  if (group.head === '#') return { head: of?.group.head ?? '#', group: of?.group ?? group };
  return quantity.last < group.headIndex || group.quantity === quantity ? { head: group.head, group } : undefined;
}

/** People killed, injured, missing, arrested and so on, in any of the ways that news says it. */
function casualties(sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
  if (quantity.dimension !== 'count') return undefined;
  const noun = countedNoun(place.group, quantity);
  const what = casualtyOf(sentence, quantity, place, noun?.head);
  if (!what) return undefined;
  return { topic: `count:${what.state}:${what.who}`, focus: what.focus ?? quantity };
}

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
  const before = near(sentence, quantity, 7, 0).join(' ');
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
  const { clause, role } = place;
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
    clause.verb.copula
      ? role === 'subject'
      : role === 'object';
  if (!patient) return undefined;
  return { state: suffered, who: 'person' };
}

/** "cases rise to 23", "the number of cases has risen to 27", "confirmed cases: 27", "the outbreak reaches 27 cases". */
function reached(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
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

/** Jobs that are to go, in any of the words for it. */
function jobs(sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
  const noun = countedNoun(place.group, quantity);
  if (quantity.dimension !== 'count' || !noun || !JOBS.has(noun.head)) return undefined;
  const after = near(sentence, quantity, 0, 8).slice(quantity.last - quantity.first + 1);
  const lost =
    LOST.test(place.clause?.verb.lemma ?? '') ||
    after.some((w) => /^(?:chop|lost|cut|axed|go|disappear|cuts)$/.test(w));
  return lost ? { topic: 'count:jobs lost' } : undefined;
}

/** "64 employees", "9,200 people work for the company": how many a firm employs. */
function staff(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
  const noun = countedNoun(place.group, quantity);
  if (quantity.dimension !== 'count' || !noun) return undefined;
  const works = place.clause?.verb.lemma === 'work' && place.role === 'subject' && PEOPLE.has(noun.head);
  if (!works && !/^(?:employee|staff|workforce)$/.test(noun.head)) return undefined;
  if (place.clause && !works && place.clause.known) return undefined;
  const employer = works
    ? place.clause?.adjuncts.find((a) => a.preposition === 'for' || a.preposition === 'at')?.group
    : place.clause?.subject;
  const host = sentence.groups.find((g) => g.apposition?.post.some((p) => p.group === place.group));
  const term = termOf(reading, host ?? employer, sentence);
  return { topic: 'count:staff', subject: term?.name ? [term] : [] };
}

/** "mother of 13": how many children. */
function children(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  const parent = sentence.words[quantity.first - 2]?.normal ?? '';
  if (
    sentence.words[quantity.first - 1]?.normal !== 'of' ||
    !/^(?:mother|father|mom|dad|mum|parent|parents)$/.test(parent)
  )
    return undefined;
  const group = sentence.groups.find((g) => g.last === quantity.first - 2);
  const host = sentence.groups.find((g) => g.apposition === group);
  const terms = subjectsOf(reading, host ?? group, sentence);
  return { topic: 'count:children', subject: terms.filter((t) => t.name) };
}

/** "was up 24%", "closed 4.6 percent lower": how far a price moved. */
function moved(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
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

/** "two women and one man died": the sum, where every member of the list counts people. */
function readSum(reading: Reading, sentence: ReadSentence, clause: Clause, summed: Set<Quantity>): Claim[] {
  const state = CASUALTY[clause.action];
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

/** "60-year-old Sharron Smith", "Sharron Smith, 60,", "aged 61", "at the age of 95". */
function age(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
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
  else if (before === ',' && /^[,.;)]$/.test(after) && quantity.low >= 1)
    person = groups.find((g) => g.last === quantity.first - 2 && g.name);
  if (!person?.name) return undefined;
  const term = termOf(reading, person, sentence);
  return term ? { topic: 'age', subject: [term], dimension: 'age' } : undefined;
}

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

const DIRECTION = /^(?:north|south|east|west|northeast|northwest|southeast|southwest|offshore|away|outside|from|off)$/;

/** "35 miles southwest of Bandar Abbas": how far from where. */
function distance(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.dimension !== 'length' || quantity.compound) return undefined;
  const after = near(sentence, quantity, 0, 7).slice(quantity.last - quantity.first + 1);
  const deep = after[0] === 'deep' || after.includes('depth') || near(sentence, quantity, 4, 0).includes('depth');
  if (deep) return { topic: 'depth' };
  if (!DIRECTION.test(after.find((w) => w !== '(') ?? '')) return undefined;
  const place = sentence.groups.find((g) => g.name && g.first > quantity.last && g.first <= quantity.last + 6);
  const term = termOf(reading, place, sentence);
  return term ? { topic: 'distance', subject: [term] } : undefined;
}

/** "with 7:42 left in the first half". */
function remaining(sentence: ReadSentence, quantity: Quantity): Measure | undefined {
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
function interval(sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  const link = sentence.words[quantity.last + 1]?.normal;
  if (quantity.dimension !== 'duration' || (link !== 'after' && link !== 'before')) return undefined;
  const noun = sentence.groups.find(
    (g) => g.first > quantity.last && g.first - quantity.last < 6 && actionOfNoun(g.head),
  );
  return noun ? { topic: `interval:${link}:${actionOfNoun(noun.head)}` } : undefined;
}

/** "Klitschko (52-3, 46 KOs)": wins and losses after a name. */
function record(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  if (quantity.dimension !== 'record' || !/^[(,]$/.test(sentence.words[quantity.first - 1]?.normal ?? ''))
    return undefined;
  const group = sentence.groups.find((g) => g.last === quantity.first - 2 && g.name);
  const term = termOf(reading, group, sentence);
  if (term?.entity === undefined || reading.entities[term.entity]?.type !== 'person') return undefined;
  return term ? { topic: 'record', subject: [term], dimension: 'record' } : undefined;
}

/** Money, duration, length and percentage: of what, or in doing what. */
function amount(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
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

/** The named subject and objects of a clause: an amount by another agent is another amount. */
function agents(reading: Reading, sentence: ReadSentence, place: Place): Term[] {
  const group = place.clause?.subject;
  const terms = subjectsOf(reading, group?.name ? group : (group?.possessor ?? group), sentence);
  return terms.filter((t) => t.name || t.word.startsWith('age '));
}

const VAGUE_NOUNS = new Set(
  'time way thing part side case day week month year hour minute season # other more half point percent number'.split(
    ' ',
  ),
);

/** Anything else that is counted: by its noun and what is done to it. */
function counted(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
  if (quantity.dimension !== 'count') return undefined;
  const noun = countedNoun(place.group, quantity);
  const before = sentence.words[quantity.first - 1]?.normal ?? '';
  if (before === 'of' && sentence.quantities.some((q) => q.last === quantity.first - 2)) return undefined;
  if (sentence.words[quantity.first]?.normal === 'one') return undefined;
  if (quantity.low >= 1900 && quantity.low < 2100 && /^\d{4}$/.test(sentence.words[quantity.first]?.text ?? ''))
    return undefined;
  if (!noun || VAGUE_NOUNS.has(noun.head) || noun.group.name) return undefined;
  const home =
    sentence.words[quantity.first - 1]?.normal === 'to' && sentence.words[quantity.first - 2]?.normal === 'home';
  if (home) {
    const place = sentence.groups.findLast((g) => g.name && g.last < quantity.first);
    const term = termOf(reading, place, sentence);
    return term ? { topic: 'population', subject: [term] } : undefined;
  }
  if (ROLE_NOUNS.has(noun.head) || PEOPLE.has(noun.head) || /worker$/.test(noun.head)) {
    if (!place.clause?.known || place.role === 'adjunct') return undefined;
  }
  const human = PEOPLE.has(noun.head) || ROLE_NOUNS.has(noun.head) || /(?:er|or|ist|ian|man|woman)$/.test(noun.head);
  const action = human && place.clause ? `:${place.clause.action}:${place.role}` : '';
  return { topic: `count:${noun.head}${action}`, subject: action ? agents(reading, sentence, place) : [] };
}

/** Two win-loss records: any difference is one. */
function compareRecords(a: number[], b: number[]): Relation {
  return a.join() === b.join() ? SAME : { is: 'conflict', strength: 0.8, reason: 'the records differ' };
}

/** Two figures for one measure. Rounding, hedges and bounds that leave room are no contradiction. */
export function compareNumbers(a: QuantityValue, b: QuantityValue): Relation {
  if (a.dimension !== b.dimension || (a.dimension === 'money' && a.unit !== b.unit)) return COMPATIBLE;
  if (a.parts && b.parts) return compareRecords(a.parts, b.parts);
  if (a.vague || b.vague) return compareVague(a, b);
  if (a.low === b.low && a.high === b.high) {
    if (a.bound === b.bound) return SAME;
    return { is: 'same', strength: 0.4, reason: 'one figure is a bound and the other is exact' };
  }
  if (a.low <= b.high && b.low <= a.high) return SAME;
  const [less, more] = a.high < b.low ? [a, b] : [b, a];
  const gap = (more.low - less.high) / Math.max(more.low, 1e-9);
  const tolerance =
    a.approximate || b.approximate
      ? 0.06
      : a.dimension === 'length' || a.dimension === 'mass' || a.dimension === 'area'
        ? 0.04
        : 0;
  if (gap <= tolerance || isRounding(less, more)) return SAME;
  if (less.bound === 'min' && more.bound !== 'max') {
    return { is: 'update', strength: 0.7, reason: 'the lower figure is a lower bound' };
  }
  if (more.bound === 'max') return { is: 'update', strength: 0.6, reason: 'the higher figure is an upper bound' };
  return { is: 'conflict', strength: gap < 0.1 && a.approximate ? 0.6 : 0.9, reason: 'the figures differ' };
}

/** "several" against 10 is at most a less precise report. */
function compareVague(a: QuantityValue, b: QuantityValue): Relation {
  if (a.vague && b.vague) return COMPATIBLE;
  const [vague, exact] = a.vague ? [a, b] : [b, a];
  return exact.low > vague.high * 1.5 || exact.high < vague.low * 0.7
    ? { is: 'variation', strength: 0.5, reason: 'one figure is vague' }
    : { is: 'same', strength: 0.3, reason: 'one figure is vague' };
}

/** 9,200 for 9,180: the rounder figure is the other one rounded. */
function isRounding(a: QuantityValue, b: QuantityValue): boolean {
  const [x, y] = [a.low, b.low];
  for (const [round, exact] of [
    [x, y],
    [y, x],
  ] as const) {
    if (round < 20 || exact === 0) continue;
    for (const step of [10, 100, 1000, 1e4, 1e5, 1e6, 1e8, 1e9]) {
      if (round % step === 0 && step <= round / 9 && Math.abs(round - exact) <= step / 2 && exact % step !== 0)
        return true;
    }
  }
  return false;
}
