import { fold } from '../entities/fold.ts';
import { isGivenName } from '../entities/gazetteer.ts';
import { areNicknames } from '../entities/nicknames.ts';
import { findPlaces } from '../entities/places.ts';
import { sameSound } from '../entities/similarity.ts';
import type { LocalEntity, Mention } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { ReadSentence } from './clauses/read.ts';
import { singular } from './lexicon/inflect.ts';
import { nationOf } from './lexicon/nations.ts';
import { isSameGivenName } from './lexicon/transliterations.ts';
import { claim, type Reading, textAt } from './reading.ts';

const TYPES = new Set(['person', 'organization', 'place', 'work', 'event', 'product']);
/** Spellings of one word on the two sides of the Atlantic, and words that names carry or drop. */
const REGIONAL: [RegExp, string][] = [
  [/centre/g, 'center'],
  [/defence/g, 'defense'],
  [/theatre/g, 'theater'],
  [/our\b/g, 'or'],
  [/\bsaint\b/g, 'st'],
  [/\bmount\b/g, 'mt'],
  [/\band\b/g, '&'],
  [/ise\b/g, 'ize'],
  [/[.,]/g, ''],
  [/['’]s?$/g, ''],
];

/** How names are spelled: one claim for each spelling that a sentence is the first to use. */
export function readNames(reading: Reading, sentence: ReadSentence): Claim[] {
  const spellings = firstSpellings(reading);
  const claims: Claim[] = [];
  for (let k = firstFrom(spellings, sentence.start); k < spellings.length; k++) {
    const { mention, entity } = spellings[k] as Spelling;
    if (mention.end > sentence.end) break;
    claims.push(toClaim(reading, sentence, mention, entity));
  }
  return claims;
}

interface Spelling {
  mention: Mention;
  entity: number;
}

const cache = new WeakMap<Reading, Spelling[]>();

/** The first mention of every distinct spelling of every entity. */
function firstSpellings(reading: Reading): Spelling[] {
  let found = cache.get(reading);
  if (!found) {
    found = reading.entities
      .flatMap((entity, index) => spellingsOf(reading, entity, index))
      .sort((a, b) => a.mention.start - b.mention.start);
    cache.set(reading, found);
  }
  return found;
}

function firstFrom(spellings: Spelling[], start: number): number {
  let [low, high] = [0, spellings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spellings[middle]?.mention.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spellingsOf(reading: Reading, entity: LocalEntity, index: number): Spelling[] {
  if (!TYPES.has(entity.type)) return [];
  const seen = new Set<string>();
  return entity.mentions.flatMap((mention) => {
    if (mention.kind !== 'name') return [];
    const key = spelling(textAt(reading, mention));
    if (seen.has(key) || key.length < 4) return [];
    seen.add(key);
    return [{ mention, entity: index }];
  });
}

function toClaim(reading: Reading, sentence: ReadSentence, mention: Mention, entity: number): Claim {
  const text = textAt(reading, mention);
  const words = spelling(text).split(' ');
  const keys =
    words.length > 1
      ? words.filter((w) => w.length > 3).map(singular)
      : text.length > 6
        ? [`${words[0]?.slice(0, 4)}…`]
        : [];
  const tokens: Term[] = keys.map((word) => ({ word, name: true }));
  const value: WordsValue = { type: 'words', words, names: [reading.entities[entity]?.type ?? ''], text };
  return claim(reading, sentence, {
    kind: 'name',
    as: 'name',
    topic: 'name',
    subject: [{ word: words.at(-1) ?? text, name: true, entity }, ...tokens],
    value,
    focus: { start: mention.start, end: mention.end },
    quoted: false,
  });
}

/** Lower case without accents, and without what is house style rather than spelling. */
const spelling = remembered((text) => {
  const folded = fold(text).replace(/^the /, '');
  return REGIONAL.reduce((name, [pattern, to]) => name.replace(pattern, to), folded).replace(/\s+/g, ' ');
});

/** Two spellings that are close enough to be meant for one name, and are not equal. */
export function compareSpellings(a: WordsValue, b: WordsValue): Relation {
  const [x, y] = [a.words, b.words];
  if (lettersOf(x) === lettersOf(y)) return SAME;
  if (a.names[0] !== b.names[0]) return COMPATIBLE;
  if (x.length === y.length) return compareWordByWord(x, y, a.names[0]);
  if (x.length === 1 || y.length === 1) return compareLast(x.at(-1) ?? '', y.at(-1) ?? '');
  return COMPATIBLE;
}

/** Whether two spellings can be of one name. */
export const canBeOne = (a: WordsValue, b: WordsValue) => compareSpellings(a, b).is !== 'compatible';

/** Whether two names are one in two spellings. */
export function spellingsDiffer(a: WordsValue, b: WordsValue): boolean {
  const [x, y] = [a.words, b.words];
  if (x.length === y.length && x.every((word, i) => word === y[i])) return false;
  return compareSpellings(a, b).is === 'variation';
}

/** Marks are no spelling: `Vincent "Chin" Gigante`, "Vincent 'Chin' Gigante". */
const lettersOf = (words: string[]) => words.map((w) => w.replace(/[^\p{L}\p{N}]+/gu, '')).join(' ');

function compareWordByWord(x: string[], y: string[], type: string | undefined): Relation {
  const differing = x.map((word, i) => [word, y[i] ?? ''] as const).filter(([v, w]) => v !== w);
  if (x.length === 1) return compareLast(x[0] ?? '', y[0] ?? '');
  const plural = differing.every(([v, w]) => v === `${w}s` || w === `${v}s`);
  if (plural) return { is: 'variation', strength: 0.8, reason: 'one name is spelled in two ways' };
  if (differing.length !== 1) return COMPATIBLE;
  if (type === 'organization' && x.length === 3 && x[0] === y[0] && x[2] === y[2]) {
    return { is: 'variation', strength: 0.5, reason: 'the names differ in the middle' };
  }
  const [v, w] = differing[0] as readonly [string, string];
  const givenNames = v !== x.at(-1) && isGivenName(v) && isGivenName(w);
  if (givenNames && areNicknames(v, w) && v.length > 4 && w.length > 4)
    return { is: 'variation', strength: 0.5, reason: 'the first name differs' };
  return isSameGivenName(v, w) || isMisspelling(v, w, givenNames, true)
    ? { is: 'variation', strength: 0.8, reason: 'one name is spelled in two ways' }
    : COMPATIBLE;
}

/** A place or a given name that exists is no misspelling of another one. */
const exists = (word: string) => findPlaces(word).length > 0 || isGivenName(word);

const compareLast = (v: string, w: string): Relation =>
  v !== w && !(exists(v) && exists(w)) && isMisspelling(v, w, false)
    ? { is: 'variation', strength: 0.7, reason: 'one name is spelled in two ways' }
    : v === w
      ? SAME
      : COMPATIBLE;

function isMisspelling(v: string, w: string, givenNames: boolean, within = false): boolean {
  if (nationOf(v) !== undefined && nationOf(v) === nationOf(w)) return false;
  const [short, long] = v.length <= w.length ? [v, w] : [w, v];
  if (short.length < 4 || long === `${short}s` || long === `${short}n` || /\d/.test(long)) return false;
  if (sameSound(v, w)) return true;
  if (givenNames) return false;
  const distance = editDistance(v, w);
  return (distance === 1 && short.length >= (within ? 4 : 5)) || (distance === 2 && short.length >= 9 && v[0] === w[0]);
}

/** Number of letters to insert, drop, change or swap; stops counting at three. */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (previous[j - 1] ?? 9) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 9) + 1);
      row[j] = best;
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 3;
}
