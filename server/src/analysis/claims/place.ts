import { findPlaces, isInside, samePlace } from '../entities/places.ts';
import type { Span } from '../model.ts';
import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { claim, isReporting, type Reading, termOf } from './reading.ts';

/** Kinds of building and spot, each with what it cannot be at the same time. Words on one line can be the same place. */
const VENUES = [
  'home house apartment flat residence',
  'hospital clinic',
  'hospice',
  'hotel',
  'motel',
  'prison jail cell',
  'school',
  'church',
  'office',
  'restaurant bar pub club',
  'car vehicle van',
  'park',
  'store shop supermarket',
  'airport',
  'station',
  'street road',
];
const venueOf = new Map<string, number>();
VENUES.forEach((line, i) => {
  for (const word of line.split(' ')) venueOf.set(word, i);
});
/** Things that can happen only in one place each. */
const ONCE = new Set(
  'die kill shoot arrest stab burn crash explode strike capture find cut sink derail rescue hijack kidnap suicide hang marry sign attack bomb'.split(
    ' ',
  ),
);
const WHERE = new Set(['in', 'at', 'near', 'inside', 'outside', 'on', 'off']);

/** Where something happened, and in which town a named place lies. */
export function readPlaces(reading: Reading, sentence: ReadSentence): Claim[] {
  return [
    ...sentence.clauses.flatMap((clause) => happened(reading, sentence, clause)),
    ...sentence.groups.flatMap((group) => eventIn(reading, sentence, group)),
    ...sentence.groups.flatMap((group) => lies(reading, sentence, group)),
  ];
}

function happened(reading: Reading, sentence: ReadSentence, clause: Clause): Claim[] {
  if (!ONCE.has(clause.action) || isReporting(clause) || clause.verb.negative) return [];
  const patient = clause.verb.passive || clause.action === 'die' || !clause.object ? clause.subject : clause.object;
  const subject = termOf(reading, patient, sentence);
  if (!subject) return [];
  return clause.adjuncts
    .filter((a) => WHERE.has(a.preposition) && (subject.name || a.group.name))
    .flatMap((a) => {
      const value = placeValue(reading, a.group);
      return value
        ? [
            claim(reading, sentence, {
              kind: 'place',
              as: 'place',
              topic: `place:${clause.action}`,
              subject: [subject],
              value,
              focus: spanOf(a.group, a),
            }),
          ]
        : [];
    });
}

/** "the fire in Leeds": where an event noun is set. */
function eventIn(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  const event = actionOfNoun(group.head);
  if (!event || !EVENTS.has(event) || group.name) return [];
  return group.post
    .filter((p) => WHERE.has(p.preposition) && p.group.name)
    .flatMap((p) => {
      const value = placeValue(reading, p.group);
      return value
        ? [
            claim(reading, sentence, {
              kind: 'place',
              as: 'place',
              topic: `place:@${event}`,
              value,
              focus: spanOf(p.group, p.group),
            }),
          ]
        : [];
    });
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
  const words = chain.flatMap((g) => (g.name ? lastWords(g.name.text) : [g.head])).filter((w) => venueOf.has(w));
  if (names.length === 0 && words.length === 0) return undefined;
  const span = spanOf(group, group);
  return { type: 'words', words, names, text: reading.read.text.slice(span.start, span.end) };
}

const lastWords = (name: string) => [name.toLowerCase().split(/\s+/).at(-1) ?? ''];

function spanOf(group: NounGroup, from: Span): Span {
  const end = Math.max(group.end, ...group.post.filter((p) => WHERE.has(p.preposition)).map((p) => p.group.end));
  return { start: from.start, end };
}

/** Two places for one event. One inside the other agrees with it; so does what cannot be told apart. */
export function comparePlaces(a: WordsValue, b: WordsValue): Relation {
  const towns = compareNames(a.names, b.names);
  if (towns) return towns;
  const [x, y] = [venueOf.get(a.words[0] ?? ''), venueOf.get(b.words[0] ?? '')];
  if (x === undefined || y === undefined) return COMPATIBLE;
  if (x === y) return SAME;
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
