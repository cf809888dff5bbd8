import type { Token, WordForm } from '../model.ts';
import { wordForm } from '../text/wordForms.ts';
import { fold } from './fold.ts';
import { isFamilyName, isGivenName, isWord } from './gazetteer.ts';
import { acronymAs, goesOn, listsOf, longestFrom, plain } from './known.ts';
import * as lexicon from './lexicon.ts';
import { isNorp } from './norps.ts';
import { endsPlace, placeSize, startsPlace } from './places.ts';

/** Word classes as bits, so that a word's classes are one number. */
export const CLASSES = [
  'title',
  'role',
  'roleModifier',
  'organizationHead',
  'legalForm',
  'placeHead',
  'placeStart',
  'ofHead',
  'eventHead',
  'workHead',
  'givenName',
  'familyName',
  'word',
  'norp',
  'knownOrganization',
  'knownPlace',
  'town',
  'city',
  'country',
  'dayOrMonth',
  'furniture',
  'organizationNoun',
  'placeNoun',
  'placePreposition',
  'particle',
  'nameSuffix',
  'acronym',
  'placeAcronym',
  'saying',
  'personVerb',
  'kin',
] as const;

export type WordClass = (typeof CLASSES)[number];

/** The bit of each class. */
export const BIT = Object.fromEntries(CLASSES.map((name, i) => [name, 1 << i])) as Record<WordClass, number>;

/** What is known of a word wherever it stands. */
export interface WordInfo {
  /** The word as words are compared (see fold.ts). */
  folded: string;
  /** The word without marks: see {@link plain}. */
  plain: string;
  /** The lists of well-known names that have it, the words of the longest that begins with it, and the lists that have it as an acronym. */
  lists: number;
  longest: number;
  acronym: number;
  /** Whether a well-known name goes on with it. */
  goesOn: boolean;
  /** Whether it can start a name, and whether it can start and end one of a place of several words. */
  startsName: boolean;
  startsPlace: boolean;
  endsPlace: boolean;
  hash: number;
  classes: number;
  /** Hashes of the last two, three and four and the first three letters. */
  affixes: [number, number, number, number];
  /** How it is written: see {@link shapeOf}. */
  shape: number;
  /** Room for what the tagger makes of the word, by its place in or beside a name; a bit for each place that it has looked at. */
  scores: Int16Array | undefined;
  scored: number;
}

/** How many places a word can have in or beside a name (see features.ts). */
export const PLACE_COUNT = 15;

/** What stands where no word does. */
export const NO_WORD: WordInfo = {
  folded: '',
  plain: '',
  lists: 0,
  longest: 0,
  acronym: 0,
  goesOn: false,
  startsName: false,
  startsPlace: false,
  endsPlace: false,
  hash: 0,
  classes: 0,
  affixes: [0, 0, 0, 0],
  shape: 0,
  scores: undefined,
  scored: 0,
};

/** What is known of a token's word. */
export function infoOf({ form }: Token): WordInfo {
  form.name ??= lookUp(form);
  return form.name;
}

/** What is known of a word, as it stands in the text. */
export function wordInfo(text: string): WordInfo {
  const form = wordForm(text);
  form.name ??= lookUp(form);
  return form.name;
}

function lookUp(form: WordForm): WordInfo {
  const { text } = form;
  const folded = fold(text);
  const bare = plain(folded);
  const lists = listsOf(bare);
  const classes = classesOf(folded, lists);
  return {
    folded,
    plain: bare,
    lists,
    longest: longestFrom(bare),
    acronym: acronymAs(text),
    goesOn: goesOn(bare),
    startsName: canStart(form, classes),
    startsPlace: startsPlace(folded),
    endsPlace: endsPlace(folded),
    hash: hash(folded),
    classes,
    affixes: affixesOf(folded),
    shape: shapeOf(text),
    scores: undefined,
    scored: 0,
  };
}

const LISTED = BIT.city | BIT.country | BIT.givenName | BIT.acronym | BIT.knownOrganization;

/** Capitalized words, and in careless writing what is listed as a name and is no ordinary word ("vietnam"). */
function canStart({ text, isCapital }: WordForm, classes: number): boolean {
  if (isCapital) return text[0] !== 'I' || !/^I(?:['’]|$)/.test(text);
  if ((classes & (LISTED | BIT.word)) === BIT.word || text.length < 3) return false;
  if (/^\d+\p{L}*\p{Lu}|^\p{Ll}\p{Lu}/u.test(text)) return true;
  return (classes & LISTED) !== 0 && (classes & BIT.word) === 0 && /^\p{L}{4,}$/u.test(text);
}

function affixesOf(folded: string): WordInfo['affixes'] {
  return [hash(folded.slice(-2)), hash(folded.slice(-3)), hash(folded.slice(-4)), hash(folded.slice(0, 3))];
}

/** The shapes of words in capitals, of up to four and of more. */
export const CAPITALS = 3;
export const MANY_CAPITALS = 4;

/** Initial, initials, capitals, capitalized, mixed, with a digit, lower case, abbreviation, anything else. */
function shapeOf(text: string): number {
  if (/^\p{Lu}\.?$/u.test(text)) return 1;
  if (/^(?:\p{Lu}\.){2,}$/u.test(text)) return 2;
  if (/^\p{Lu}+s?$/u.test(text)) return text.length <= 4 ? CAPITALS : MANY_CAPITALS;
  if (/^\p{Lu}\p{Ll}+$/u.test(text)) return 5;
  if (/^\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u.test(text)) return 6;
  if (/\d/.test(text)) return 7;
  if (/^\p{Ll}+$/u.test(text)) return 8;
  if (/\.$/.test(text)) return 9;
  return 10;
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const LISTS: [WordClass, ReadonlySet<string>][] = [
  ['title', lexicon.TITLES],
  ['role', lexicon.ROLES],
  ['roleModifier', lexicon.ROLE_MODIFIERS],
  ['organizationHead', lexicon.ORGANIZATION_HEADS],
  ['legalForm', lexicon.LEGAL_FORMS],
  ['placeHead', lexicon.PLACE_HEADS],
  ['placeStart', lexicon.PLACE_STARTS],
  ['ofHead', lexicon.OF_HEADS],
  ['eventHead', lexicon.EVENT_HEADS],
  ['workHead', lexicon.WORK_HEADS],
  ['dayOrMonth', lexicon.DAYS_AND_MONTHS],
  ['furniture', lexicon.FURNITURE],
  ['organizationNoun', lexicon.ORGANIZATION_NOUNS],
  ['placeNoun', lexicon.PLACE_NOUNS],
  ['placePreposition', lexicon.PLACE_PREPOSITIONS],
  ['particle', lexicon.PARTICLES],
  ['nameSuffix', lexicon.NAME_SUFFIXES],
  ['kin', lexicon.KINSHIP],
];

function classesOf(word: string, lists: number): number {
  let bits = 0;
  for (const [name, list] of LISTS) if (list.has(word)) bits |= BIT[name];
  if (isGivenName(word)) bits |= BIT.givenName;
  if (isFamilyName(word)) bits |= BIT.familyName;
  if (isWord(word)) bits |= BIT.word;
  if (isNorp(word)) bits |= BIT.norp;
  if (lists & 2) bits |= BIT.knownOrganization;
  const size = placeSize(word);
  if (size >= 8) bits |= BIT.country;
  else if (size >= 6) bits |= BIT.city;
  else if (size > 0) bits |= BIT.town;
  if (size === 0 && lists & 1) bits |= BIT.knownPlace;
  const known = lexicon.WELL_KNOWN_FOLDED.get(word);
  if (known === 'organization') bits |= BIT.acronym;
  if (known === 'place') bits |= BIT.placeAcronym;
  return bits;
}
