import { capitalOf, findPlaces, isInside, samePlace } from '../entities/places.ts';
import type { Span } from '../model.ts';
import type { Relation, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Adjunct, ReadSentence } from './clauses/read.ts';
import { SIZES, type Venue, venueOf } from './lexicon/venues.ts';
import { type Reading, textAt } from './reading.ts';

/** Prepositions that say where something is. */
export const WHERE = new Set(
  'in at near inside outside on off aboard under beneath behind beside within along'.split(' '),
);
/** Something can be beside several things. */
const BESIDE = new Set(['near', 'behind', 'beside', 'along', 'off']);
/** What lies around a place or is a part of it: "the coast of Yemen", "the outskirts of Leeds". */
const PARTS = new Set(
  'front middle centre center heart outskirts edge coast shore coastline side back rear corner district suburb city town village capital port area region part north south east west border neighbourhood neighborhood bottom top foot home house apartment flat grounds'.split(
    ' ',
  ),
);

/**
 * A place as it is told, with all that it lies in: the names of towns, regions and countries, and the kinds of building, room or spot. Each of
 * these may have what tells it from others of its kind, after a bar: "hospital|st mary".
 */
export function placeAt(
  reading: Reading,
  sentence: ReadSentence,
  { group, preposition, start }: Adjunct,
): Located | undefined {
  const chain = chainOf(sentence, group, preposition);
  const names = [...new Set(chain.flatMap((link) => link.names))];
  const words = chain.flatMap((link) => link.words);
  if (names.length === 0 && words.length === 0) return undefined;
  const focus = { start, end: Math.max(...chain.map(({ end }) => end)) };
  return { value: { type: 'words', words, names, text: textAt(reading, { ...focus, start: group.start }) }, focus };
}

export interface Located {
  value: WordsValue;
  focus: Span;
}

/** What a noun group says of a place: its names, and the kind of place that it is. */
interface Link {
  end: number;
  names: string[];
  words: string[];
}

/** A group, and what it is said to be in or a part of. */
function chainOf(sentence: ReadSentence, group: NounGroup, preposition: string): Link[] {
  const linkOf = (part: NounGroup, before: string): Link => ({
    end: part.end,
    names: placeNames(sentence, part),
    words: BESIDE.has(before) ? [] : venueWord(sentence, part, before),
  });
  const links = [linkOf(group, preposition)];
  if (group.possessor?.name) links.push(linkOf(group.possessor, 'in'));
  if (group.apposition) links.push(linkOf(group.apposition, preposition));
  for (const post of group.post) {
    const isWhole = post.preposition === 'of' && PARTS.has(group.head) && !post.group.quantity;
    if (!isWhole && !WHERE.has(post.preposition)) continue;
    const inside = chainOf(sentence, post.group, isWhole ? preposition : post.preposition);
    if (inside.some(({ names, words }) => names.length + words.length > 0)) links.push(...inside);
  }
  return links;
}

/** "Leeds", "the Swiss capital", "a Leeds nightclub". */
function placeNames({ words }: ReadSentence, group: NounGroup): string[] {
  if (group.name) return findPlaces(group.name.text).length > 0 ? [group.name.text] : [];
  const before = words.slice(group.first, group.headIndex);
  if (group.head === 'capital') {
    const capital = before.map((w) => capitalOf(w.text)).find((town) => town !== undefined);
    if (capital) return [capital];
  }
  const town = before.find((w) => w.tag === 'PROPN' && isCity(w.text));
  return town ? [town.text] : [];
}

/** A town of a hundred thousand people or more; of the many smaller ones too many are called like something else. */
const isCity = (name: string) => findPlaces(name).some(({ kind, size }) => kind === 'town' && size >= CITY);
const CITY = 6;

/** "Hall 2", "Deck 3": a room by its number. */
function numberedRoom({ words }: ReadSentence, { quantity, first }: NounGroup): string | undefined {
  const kind = quantity && quantity.first > first ? words[quantity.first - 1]?.normal : undefined;
  if (!kind || !quantity) return undefined;
  if (kind === 'room' || kind === 'hall') return `${quantity.low} ${kind}`;
  return venueOf(kind) ? `${kind}|${quantity.low}` : undefined;
}

/** The kind of building, room or spot, with what tells it from others: a name, a number, "ice" of "the ice room". */
function venueWord(sentence: ReadSentence, group: NounGroup, preposition: string): string[] {
  const outside = preposition === 'outside' ? 'outside ' : '';
  const numbered = numberedRoom(sentence, group);
  if (numbered) return [outside + numbered];
  const name = group.name?.text.toLowerCase().split(/\s+/) ?? [];
  if (!group.name && (group.head === 'room' || group.head === 'hall'))
    return [outside + [group.modifiers.at(-1), group.head].filter(Boolean).join(' ')];
  const word = venueOf(group.head) ? group.head : name.find((w) => venueOf(w));
  if (!word) return [];
  const own = name.filter((w) => w !== word && !/^(?:the|of|and)$/.test(w));
  return [outside + (own.length > 0 ? `${word}|${own.join(' ')}` : word)];
}

/** Two places for one event. One inside the other agrees with it; so does what cannot be told apart. */
export function comparePlaces(a: WordsValue, b: WordsValue): Relation {
  const towns = compareNames(a.names, b.names);
  if (towns) return towns;
  const [xs, ys] = [a.words.map(spotOf), b.words.map(spotOf)];
  let relation = COMPATIBLE;
  for (const size of SIZES) {
    const [own, other] = [xs, ys].map((list) => list.filter(({ venue }) => venue?.size === size)) as [Spot[], Spot[]];
    const found = own.flatMap((x) => other.map((y) => compareSpots(x, y)));
    if (found.some(({ is }) => is === 'same')) relation = SAME;
    else if (found[0]?.is === 'conflict') return found[0];
  }
  return relation;
}

interface Spot {
  venue: Venue | undefined;
  /** What tells it from others of its kind. */
  own: string[];
  isOutside: boolean;
}

function spotOf(word: string): Spot {
  const isOutside = word.startsWith('outside ');
  const [kind = '', own = ''] = word.slice(isOutside ? 8 : 0).split('|');
  return { venue: venueOf(kind), own: own.split(' ').filter(Boolean), isOutside };
}

function compareSpots(x: Spot, y: Spot): Relation {
  if (x.venue?.line !== y.venue?.line)
    return x.isOutside || y.isOutside
      ? COMPATIBLE
      : {
          is: 'conflict',
          strength: x.venue?.size === 'open' ? 0.6 : 0.7,
          reason: 'these are different kinds of place',
        };
  if (x.own.length > 0 && y.own.length > 0)
    return x.own.some((w) => y.own.includes(w))
      ? SAME
      : { is: 'conflict', strength: 0.7, reason: 'these are different places' };
  if (x.isOutside !== y.isOutside) return { is: 'conflict', strength: 0.6, reason: 'one is outside, the other inside' };
  return SAME;
}

function compareNames(a: string[], b: string[]): Relation | undefined {
  const exact = (names: string[]) => names.find((name) => levelOf(name) === 'town') ?? names[0];
  const [x, y] = [exact(a), exact(b)];
  if (!x || !y) return undefined;
  if (samePlace(x, y)) return undefined;
  if (levelOf(x) !== levelOf(y)) return COMPATIBLE;
  const isSure = levelOf(x) === 'country' || (isCity(x) && isCity(y));
  if (!isSure && (isInside(x, y) !== false || isInside(y, x) !== false)) return COMPATIBLE;
  return { is: 'conflict', strength: 0.8, reason: 'these are different places' };
}

/** What the largest place of that name is: a town can bear the name of a country. */
const levelOf = (name: string) => findPlaces(name)[0]?.kind;
