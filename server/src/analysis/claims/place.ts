import { findPlaces, isInside, samePlace } from '../entities/places.ts';
import type { Span } from '../model.ts';
import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { claim, isReporting, type Reading, termOf } from './reading.ts';

/**
 * Kinds of building and spot by size: one of a size cannot be another of that size, but one lies inside another of the next size.
 * Words on one line can be the same place.
 */
const VENUES: Record<'room' | 'building' | 'open', string[]> = {
  room: [
    'kitchen',
    'bedroom',
    'bathroom toilet',
    'basement cellar',
    'attic loft',
    'corridor hallway stairwell staircase',
    'lobby foyer',
    'classroom',
    'roof rooftop',
    'cell',
    'canteen cafeteria',
    'storeroom stockroom',
    'workshop',
    'laboratory lab',
    'garage',
    'cab cabin cockpit',
    'sleeper couchette',
  ],
  building: [
    'home house apartment flat residence cottage villa bungalow farmhouse',
    'ranch farm farmstead plantation vineyard',
    'camp barracks base',
    'square plaza',
    'hospital clinic',
    'hospice',
    'hotel inn',
    'motel',
    'prison jail',
    'school college',
    'church cathedral chapel',
    'mosque',
    'synagogue temple',
    'restaurant bar pub club cafe nightclub',
    'car vehicle van taxi truck lorry',
    'train carriage',
    'bus coach',
    'plane aircraft helicopter',
    'boat ship ferry yacht vessel',
    'store shop supermarket mall',
    'airport',
    'station',
    'factory plant mill works refinery',
    'warehouse depot',
    'court courthouse',
    'embassy consulate',
    'museum gallery',
    'library',
    'bank',
    'theater theatre cinema',
    'stadium arena',
    'barn stable',
    'mine',
  ],
  open: [
    'park garden',
    'street road highway motorway',
    'field meadow',
    'forest wood woods',
    'river',
    'lake',
    'sea ocean',
    'beach',
    'desert',
    'mountain hill',
  ],
};
interface Venue {
  line: string;
  size: string;
}
const venueOf = new Map<string, Venue>();
for (const [size, lines] of Object.entries(VENUES))
  for (const line of lines) for (const word of line.split(' ')) venueOf.set(word, { line, size });
/** An office can be a room or a building. */
venueOf.set('office', { line: 'office', size: 'room' });

function venue(word: string): Venue | undefined {
  const known = venueOf.get(word);
  if (known) return known;
  return word.endsWith(' room') || word.endsWith(' hall') ? { line: word, size: 'room' } : undefined;
}

/** "the ice room", "Hall 2": rooms that are told apart by what stands with the word. */
function venueWords(group: NounGroup): string[] {
  const words = group.name ? group.name.text.toLowerCase().split(/\s+/) : [group.head];
  if (group.head === 'room' || group.head === 'hall')
    return [[group.modifiers.at(-1), group.head].filter(Boolean).join(' ')];
  return words.filter((w) => venueOf.has(w));
}

/** Things that can happen only in one place each. */
const ONCE = new Set(
  'die kill shoot arrest stab burn crash explode strike capture find cut sink derail rescue hijack kidnap suicide hang marry sign attack bomb'.split(
    ' ',
  ),
);
const WHERE = new Set(['in', 'at', 'near', 'inside', 'outside', 'on', 'off']);

/** Where something happened, and in which town a named place lies. */
export function readPlaces(reading: Reading, sentence: ReadSentence): Claim[] {
  const claims: Claim[] = [];
  for (const clause of sentence.clauses) claims.push(...happened(reading, sentence, clause));
  const withPosts = sentence.groups.filter((group) => group.post.length > 0);
  for (const group of withPosts) claims.push(...eventIn(reading, sentence, group));
  for (const group of withPosts) claims.push(...lies(reading, sentence, group));
  return claims;
}

function happened(reading: Reading, sentence: ReadSentence, clause: Clause): Claim[] {
  if (isReporting(clause) || clause.verb.negative) return [];
  const event = happening(clause);
  if (event)
    return clause.adjuncts.filter((a) => WHERE.has(a.preposition)).flatMap((a) => eventAt(reading, sentence, event, a));
  const lay = BODIES.has(clause.subject?.head ?? '') && /^(?:lie|lay|recover|discover|locate)$/.test(clause.verb.lemma);
  if (!ONCE.has(clause.action) && !lay) return [];
  const patient = clause.verb.passive || clause.action === 'die' || !clause.object ? clause.subject : clause.object;
  const subject = termOf(reading, patient, sentence);
  if (!subject) return [];
  return clause.adjuncts
    .filter((a) => WHERE.has(a.preposition) && (subject.name || a.group.name || BODIES.has(subject.word)))
    .flatMap((a) => {
      const value = placeValue(reading, a.group);
      return value
        ? [
            claim(reading, sentence, {
              kind: 'place',
              as: 'place',
              topic: `place:${lay ? 'find' : clause.action}`,
              subject: [subject],
              value,
              focus: spanOf(a.group, a),
            }),
          ]
        : [];
    });
}

const BODIES = new Set('body corpse remains gun weapon knife'.split(' '));
/** Verbs that say no more of an event than that it was. */
const HAPPENING = new Set('occur happen begin start erupt break take strike'.split(' '));

/** "the explosion occurred in …", "a fire broke out at …": the event that a clause only sets somewhere. */
function happening(clause: Clause): string | undefined {
  if (!HAPPENING.has(clause.verb.lemma) || clause.verb.passive) return undefined;
  const event = actionOfNoun(clause.subject?.head ?? '');
  return event && EVENTS.has(event) ? event : undefined;
}

function eventAt(reading: Reading, sentence: ReadSentence, event: string, at: { group: NounGroup } & Span): Claim[] {
  const value = placeValue(reading, at.group);
  const focus = spanOf(at.group, at);
  return value
    ? [claim(reading, sentence, { kind: 'place', as: 'place', topic: `place:@${event}`, value, focus })]
    : [];
}

/** "the fire in Leeds": where an event noun is set. */
function eventIn(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  const event = actionOfNoun(group.head);
  if (!event || !EVENTS.has(event) || group.name) return [];
  return group.post
    .filter((p) => WHERE.has(p.preposition) && p.group.name)
    .flatMap((p) => eventAt(reading, sentence, event, { group: p.group, start: p.group.start, end: p.group.end }));
}

const EVENTS = new Set('burn explode crash shoot attack bomb quake flood storm derail kidnap steal'.split(' '));

/** "the Betty Ford Center in Rancho Mirage": a named building and its town. */
function lies(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  const town = group.post.find((p) => p.preposition === 'in' && p.group.name)?.group;
  if (!group.name || !town?.name || !group.name.text.includes(' ')) return [];
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

const isTown = (name: string) => findPlaces(name).some((p) => p.kind === 'town');

function placeValue(reading: Reading, group: NounGroup): WordsValue | undefined {
  const chain = [group, ...group.post.filter((p) => WHERE.has(p.preposition)).map((p) => p.group)];
  const names = chain.flatMap((g) => (g.name && findPlaces(g.name.text).length > 0 ? [g.name.text] : []));
  const words = chain.flatMap(venueWords).filter((w) => venue(w) !== undefined);
  if (names.length === 0 && words.length === 0) return undefined;
  const span = spanOf(group, group);
  return { type: 'words', words, names, text: reading.read.text.slice(span.start, span.end) };
}

function spanOf(group: NounGroup, from: Span): Span {
  const end = Math.max(group.end, ...group.post.filter((p) => WHERE.has(p.preposition)).map((p) => p.group.end));
  return { start: from.start, end };
}

/** Two places for one event. One inside the other agrees with it; so does what cannot be told apart. */
export function comparePlaces(a: WordsValue, b: WordsValue): Relation {
  const towns = compareNames(a.names, b.names);
  if (towns) return towns;
  const [x, y] = [venue(a.words[0] ?? ''), venue(b.words[0] ?? '')];
  if (x === undefined || y === undefined || x.size !== y.size) return COMPATIBLE;
  if (x.line === y.line) return SAME;
  return { is: 'conflict', strength: 0.7, reason: 'these are different kinds of place' };
}

function compareNames(a: string[], b: string[]): Relation | undefined {
  const towns = (names: string[]) => names.filter(isTown);
  const [x, y] = [towns(a)[0] ?? a[0], towns(b)[0] ?? b[0]];
  if (!x || !y) return undefined;
  if (isTown(x) !== isTown(y)) return COMPATIBLE;
  if (samePlace(x, y)) return undefined;
  if (isInside(x, y) !== false || isInside(y, x) !== false) return COMPATIBLE;
  return { is: 'conflict', strength: 0.8, reason: 'these are different towns' };
}
