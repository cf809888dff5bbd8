import { findPlaces, isTown } from '../entities/places.ts';
import { assertionOf } from './assertion.ts';
import type { Claim, Term, WordsValue } from './claim.ts';
import { isPerson, type NounGroup } from './clauses/groups.ts';
import type { Adjunct, Clause, ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { GATHERINGS } from './lexicon/gatherings.ts';
import { claim, isReporting, type Reading, termOf } from './reading.ts';
import { placeAt, WHERE } from './whereabouts.ts';

/** Events that have one place, whoever takes part. */
const EVENTS = new Set(
  'burn explode crash sink shoot attack bomb quake flood storm derail kidnap steal meet negotiate trial funeral marry premiere ceremony launch inaugurate referendum landslide collapse raid birth'.split(
    ' ',
  ),
);
/** What somebody or something does or suffers in one place only. */
const ONCE = new Set(
  `die kill shoot stab arrest capture burn crash explode strike find sink derail rescue hijack kidnap suicide hang marry sign attack bomb build trap strand
  surrender treat funeral erupt collapse launch meet negotiate bear detect spot hide conceal stash bury strangle drown`.split(
    /\s+/,
  ),
);
/** Of these, what the verb tells is told as well by the noun alone: "the plane crashed", "the crash". */
const GENERAL = new Set(
  'burn explode crash sink derail marry launch collapse erupt meet negotiate shoot attack bomb'.split(' '),
);
const eventTopic = (event: string) => `place:@${event === 'negotiate' ? 'meet' : event}`;
/** Verbs for one deed. */
const DEEDS: Record<string, string> = { conceal: 'hide', stash: 'hide', spot: 'find', detect: 'find', bear: 'born' };
/** Events by nouns that name several kinds. */
const eventOfNoun = (noun: string) =>
  /^(?:accident|collision)$/.test(noun) ? 'crash' : /^(?:flame|smoke)$/.test(noun) ? 'burn' : actionOfNoun(noun);
/** Verbs that say no more of an event than that it was. */
const HAPPENING = new Set(
  'be hold occur happen begin start erupt break take strike end finish host stage film'.split(' '),
);
/** Where a thing is. */
const STANDING = new Set('be stand hang lie sit park keep store locate situate house'.split(' '));
/** Where something or somebody was brought: one journey, in the passive or with an object. */
const BRINGING = new Set(
  'take bring carry drive fly transport transfer airlift bus tow ship send rush ferry evacuate extradite deport'.split(
    ' ',
  ),
);
/** To where somebody got away. */
const FLEEING = new Set(['flee', 'escape']);
/** To where somebody's home or seat, or an event, is moved. */
const MOVING = new Set(['move', 'relocate', 'shift', 'settle', 'emigrate']);
/** Where a journey is to end. */
const BOUND = new Set(['fly', 'sail', 'head', 'travel', 'bind']);

/** Where something happened, where a thing is, to where somebody was brought, and in which town a named place lies. */
export function readPlaces(reading: Reading, sentence: ReadSentence): Claim[] {
  const claims: Claim[] = [];
  sentence.clauses.forEach((clause, i) => {
    if (isReporting(clause) || clause.verb.negative || assertionOf(sentence, clause, i) === 'open') return;
    claims.push(...hosted(reading, sentence, clause));
    const deed =
      filmed(clause) ?? eventOf(clause) ?? doneIn(reading, sentence, clause) ?? wentTo(reading, sentence, clause);
    if (deed)
      for (const at of [...placesOf(clause, deed), ...placeBefore(sentence, clause)])
        claims.push(...toClaim(reading, sentence, deed, at));
  });
  for (const group of sentence.groups) {
    if (group.post.length === 0) continue;
    claims.push(...bound(reading, sentence, group));
    claims.push(...eventIn(reading, sentence, group), ...lies(reading, sentence, group));
  }
  return claims;
}

/** What is set somewhere: what happened, and to whom or what. */
interface Deed {
  topic: string;
  of: Term[];
  prepositions: ReadonlySet<string>;
  /** Its place has to have a name, as too much else is the same. */
  named?: boolean;
}

/** The adjuncts that say where; what stands in a part of another one is told with it, and what follows who did it goes with the deed. */
function placesOf({ adjuncts }: Clause, { prepositions }: Deed): Adjunct[] {
  const found: Adjunct[] = [];
  for (const adjunct of adjuncts) {
    const { group } = adjunct;
    if (prepositions.has(adjunct.preposition)) {
      if (!found.some((a) => a.group.post.some((p) => p.group === group))) found.push(adjunct);
    } else if (adjunct.preposition === 'by')
      for (const p of group.post)
        if (prepositions.has(p.preposition)) found.push({ ...p, start: p.group.start, end: p.group.end });
  }
  return found;
}

/** "the farm, where the explosion took place" */
function placeBefore({ words, groups }: ReadSentence, { opener, subject, verb }: Clause): Adjunct[] {
  const where = (subject?.first ?? verb.first) - 1;
  if (opener !== 'where' || words[where]?.normal !== 'where') return [];
  const last = words[where - 1]?.normal === ',' ? where - 2 : where - 1;
  const group = groups.find((g) => g.last === last);
  return group ? [{ group, preposition: 'in', start: group.start, end: group.end }] : [];
}

function toClaim(reading: Reading, sentence: ReadSentence, { topic, of, named }: Deed, adjunct: Adjunct): Claim[] {
  const place = placeAt(reading, sentence, adjunct);
  if (!place || (named && place.value.names.length === 0)) return [];
  const about = topic.startsWith('place:@') ? { object: of } : { subject: of };
  return [claim(reading, sentence, { kind: 'place', as: 'place', topic, ...about, ...place })];
}

/** "the explosion occurred in …", "a fire broke out at …", "the talks were held in …": the event that a clause only sets somewhere. */
function eventOf({ verb, subject, object }: Clause): Deed | undefined {
  const noun = verb.passive || !object || verb.lemma === 'take' ? subject : object;
  if (!HAPPENING.has(verb.lemma) || !noun || noun.name || isAnother(noun)) return undefined;
  const event = eventOfNoun(noun.head);
  if (event && EVENTS.has(event)) return { topic: eventTopic(event), of: [], prepositions: WHERE };
  return GATHERINGS.has(noun.head) && isOne(noun)
    ? { topic: 'place:hold', of: [{ word: noun.head, name: false }], prepositions: WHERE }
    : undefined;
}

const FILMS = /^(?:film|movie|series|picture|drama|sequel|remake|comedy|thriller|episode|scene)$/;

/** "the film will be shot in Prague", "filming is to start in Prague", "shooting of the film begins in Prague" */
function filmed({ verb, subject, object }: Clause): Deed | undefined {
  const what = verb.passive || !object ? subject : object;
  const isShot = /^(?:shoot|film)$/.test(verb.lemma) && FILMS.test(what?.head ?? '');
  const isMaking =
    HAPPENING.has(verb.lemma) &&
    (subject?.head === 'filming' ||
      (/^(?:shooting|shoot|production)$/.test(subject?.head ?? '') &&
        (verb.modality === 'planned' || subject?.post.some((p) => FILMS.test(p.group.head)))));
  return isShot || isMaking ? { topic: 'place:@film', of: [], prepositions: WHERE, named: true } : undefined;
}

/** "Geneva will host the talks" */
function hosted(reading: Reading, sentence: ReadSentence, { verb, subject, object }: Clause): Claim[] {
  const event = object && !object.name && !isAnother(object) ? eventOfNoun(object.head) : undefined;
  if (verb.lemma !== 'host' || verb.passive || !event || !EVENTS.has(event) || !subject?.name) return [];
  if (findPlaces(subject.name.text).length === 0) return [];
  const deed: Deed = { topic: eventTopic(event), of: [], prepositions: WHERE, named: true };
  return toClaim(reading, sentence, deed, {
    group: subject,
    preposition: 'in',
    start: subject.start,
    end: subject.end,
  });
}

/** "new talks", "another fire": not the one that was told of. */
const isAnother = ({ modifiers, determiner, quantity }: NounGroup) =>
  determiner === 'another' || quantity !== undefined || modifiers.some((word) => ANOTHER.has(word));
const ANOTHER = new Set(
  'new next further fresh other earlier previous former past later recent similar separate second third last future'.split(
    ' ',
  ),
);

/** "died at home", "the bomb was hidden in a car", "the statue stands in the park" */
function doneIn(reading: Reading, sentence: ReadSentence, clause: Clause): Deed | undefined {
  const { verb, subject, object, action } = clause;
  const patient = verb.passive || action === 'die' || !object ? subject : object;
  if (!patient) return undefined;
  const lies = LYING.has(verb.lemma) && BODIES.has(patient.head);
  const caught = CATCHING.has(verb.lemma) && isSomeone(patient) ? 'arrest' : undefined;
  const deed = lies ? 'find' : (caught ?? DEEDS[verb.lemma] ?? (ONCE.has(action) ? action : undefined));
  const stands = !deed && STANDING.has(verb.lemma) && !isPerson(patient) && isOne(patient);
  const term = deed || stands ? termOf(reading, patient, sentence) : undefined;
  if (!term) return undefined;
  if (MEETING.has(action) && term.name)
    return verb.modality === 'planned' && patient.members
      ? { topic: eventTopic('meet'), of: [], prepositions: WHERE, named: true }
      : undefined;
  const prepositions = TAKEN.has(action) ? FROM : WHERE;
  const named = !term.name && !BODIES.has(patient.head) && !isOne(patient);
  const topic = deed && GENERAL.has(deed) ? eventTopic(deed) : `place:${deed ?? 'stand'}`;
  return { topic, of: [term], prepositions, named };
}

/** One deed of the police in many words. */
const CATCHING = new Set('catch capture recapture apprehend nab pick detain collar'.split(' '));
const isSomeone = (group: NounGroup) => isPerson(group) || group.pronoun;

/** What is taken is taken from where it was. */
const TAKEN = new Set(['kidnap', 'arrest', 'rescue', 'steal']);
const FROM = new Set([...WHERE, 'from']);
/** The same people meet in many places. */
const MEETING = new Set(['meet', 'negotiate']);
const BODIES = new Set('body corpse remains gun weapon knife victim'.split(' '));
const LYING = new Set(['lie', 'lay', 'recover', 'discover', 'locate']);
/** "the suspect", "her car": one that the text has told of. */
const isOne = (group: NounGroup) =>
  group.name !== undefined ||
  group.possessor !== undefined ||
  (/^(?:the|this|his|her|its|their)$/.test(group.determiner ?? '') && !group.quantity);

/** Who is brought on was elsewhere before. */
const LATER = new Set(['later', 'then', 'first', 'initially', 'subsequently', 'eventually', 'finally']);
const TO = new Set(['to', 'into', 'in', 'at']);
const BOUND_FOR = new Set(['to', 'for']);

/** "was taken to hospital", "fled to Canada", "the concert was moved to the arena" */
function wentTo(reading: Reading, sentence: ReadSentence, clause: Clause): Deed | undefined {
  const { verb, subject, object } = clause;
  const brought = BRINGING.has(verb.lemma) && (verb.passive || object);
  const way = brought ? 'take' : FLEEING.has(verb.lemma) ? 'escape' : MOVING.has(verb.lemma) ? 'move' : undefined;
  const what = verb.passive || !object ? subject : object;
  if (!what || !isOne(what) || verb.adverbs.some((word) => LATER.has(word))) return undefined;
  const term = termOf(reading, what, sentence);
  if (!term) return undefined;
  if (way) return { topic: `place:${way}`, of: [term], prepositions: TO };
  const bound = BOUND.has(verb.lemma) && !term.name;
  return bound ? { topic: 'place:@travel', of: [term], prepositions: BOUND_FOR, named: true } : undefined;
}

/** "the fire in Leeds", "talks in the Swiss capital": where an event noun is set. */
function eventIn(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  const event = eventOfNoun(group.head);
  if (!event || !EVENTS.has(event) || group.name || isAnother(group)) return [];
  const deed: Deed = { topic: eventTopic(event), of: [], prepositions: WHERE, named: true };
  return group.post
    .filter((p) => WHERE.has(p.preposition))
    .flatMap((p) => toClaim(reading, sentence, deed, { ...p, start: p.group.start, end: p.group.end }));
}

const JOURNEYS = new Set('flight way trip voyage journey route'.split(' '));

/** "a flight to Miami", "on its way to Larnaca": where a journey was to end. */
function bound(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  if (!JOURNEYS.has(group.head)) return [];
  const deed: Deed = { topic: 'place:@travel', of: [], prepositions: TO, named: true };
  return group.post
    .filter((p) => p.preposition === 'to')
    .flatMap((p) => toClaim(reading, sentence, deed, { ...p, start: p.group.start, end: p.group.end }));
}

/** "the Betty Ford Center in Rancho Mirage": a named building and its town. */
function lies(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  const town = group.post.find((p) => p.preposition === 'in' && p.group.name)?.group;
  if (!group.name || !town?.name || !group.name.text.includes(' ')) return [];
  const entity = reading.entityAt(group.name);
  if (entity !== undefined && reading.entities[entity]?.type === 'person') return [];
  if (findPlaces(group.name.text).length > 0 || !isTown(town.name.text)) return [];
  const subject = nameTerm(group);
  const value: WordsValue = { type: 'words', words: [], names: [town.name.text], text: town.name.text };
  const focus = { start: group.start, end: town.end };
  return [
    claim(reading, sentence, { kind: 'place', as: 'place', topic: 'place:lies', subject: [subject], value, focus }),
  ];
}

/** A building is known by the first two words of its name; what comes after varies ("Center", "Clinic"). */
function nameTerm(group: NounGroup): Term {
  const words = (group.name?.text ?? '').toLowerCase().split(/\s+/);
  return { word: words.slice(0, 2).join(' '), name: true };
}
