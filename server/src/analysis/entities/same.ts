import type { EntityType } from '../model.ts';
import { isMedium } from './cues.ts';
import { isGivenName, isWord } from './gazetteer.ts';
import { LEGAL_FORMS, ORGANIZATION_HEADS } from './lexicon.ts';
import { areNicknames } from './nicknames.ts';
import { isNorp } from './norps.ts';
import { canonicalPlace } from './places.ts';
import { isTransliterated, type PersonName, parsePerson, samePerson, sameSound, soundKey } from './similarity.ts';
import { fullState } from './states.ts';

/** A name taken apart for comparing. */
export interface Form {
  type: EntityType;
  /** Folded, without a leading article, and for organizations without the legal form. */
  key: string;
  words: string[];
  person?: PersonName;
  /** For places: the name that all names of the place share. */
  place?: string;
  /** For organizations of several words: the acronyms that it can have. */
  acronyms?: string[];
}

const forms = new Map<string, Form>();
/** Folders repeat their names; past this many the memory starts anew. */
const MEMORY = 20_000;

/** Takes a folded name apart; remembers what it has read. */
export function readForm(type: EntityType, folded: string): Form {
  const id = `${type}:${folded}`;
  let form = forms.get(id);
  if (!form) {
    if (forms.size > MEMORY) forms.clear();
    form = takeApart(type, folded);
    forms.set(id, form);
  }
  return form;
}

function takeApart(type: EntityType, folded: string): Form {
  const plain =
    folded
      .replace(/^the /, '')
      .replace(/[,"“”]/g, '')
      .replace(/\s+/g, ' ')
      .trim() || folded;
  if (type === 'person') {
    const person = parsePerson(plain);
    return { type, key: plain, words: [...person.given, person.surname], person };
  }
  if (type === 'place') return { type, key: plain, words: plain.split(' '), place: canonicalPlace(fullState(plain)) };
  if (type !== 'organization') return { type, key: plain, words: plain.split(' ') };
  const key = stripLegalForm(plain);
  const words = key.split(' ');
  return { type, key, words, acronyms: acronymsOf(plain.split(/[ -]/)) };
}

/** Words that say in any language that a company is a group, and the abbreviations of clubs: names are known without them. */
const GROUP = /^(?:group|groep|gruppe|groupe|grupo|gruppo|grupa|koncern|koncernen|konzern|gruppen)$/;
const CLUB =
  /^(?:f\.?c\.?|a\.?f\.?c\.?|c\.?f\.?|s\.?c\.?|r\.?f\.?c\.?|c\.?c\.?|fk|sk|nk|bk|if|ac|ssc|sv|vfb|vfl|tsv|cd|ud|rc|krc|kv)$/;
const FOREIGN_FORM =
  /^(?:a\.?s\.?|s\.?r\.?l\.?|s\.?r\.?o\.?|d\.?o\.?o\.?|s\.?l\.?|l\.?d\.?a\.?|e\.?v\.?|k\.?k\.?|oü|uab|sia|kft|zrt|nyrt|aps|a\/s|tbk|bhd|pte|sas|sarl|gmbh)$/;

function stripLegalForm(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && isForm(words.at(-1) as string)) words.pop();
  while (words.length > 1 && CLUB.test(words[0] as string)) words.shift();
  return words.join(' ');
}

function isForm(word: string): boolean {
  return LEGAL_FORMS.has(word) || GROUP.test(word) || CLUB.test(word) || FOREIGN_FORM.test(word);
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'in', '&', 'on', 'de', 'to']);

function acronymsOf(words: string[]): string[] {
  if (words.length < 2) return [];
  const initials = (list: string[]) => list.map((word) => word[0] ?? '').join('');
  const full = words.filter((word) => !SMALL_WORDS.has(word));
  return [initials(full), initials(words)].filter((acronym) => acronym.length > 1);
}

/** Two capitals or more and no blank: "BFSA", "SoFi", "AT&T". */
export function isAcronym(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{Ll}&]*$/u.test(name) && /\p{Lu}.*\p{Lu}/u.test(name);
}

/** Whether two names, neither the short form of the other, name one thing. */
export function sameThing(a: Form, b: Form): boolean {
  if (a.key === b.key) return true;
  if (a.person && b.person) {
    if (samePerson(a.person, b.person)) return true;
    return a.words.length === 1 && b.words.length === 1 && sameSound(a.person.surname, b.person.surname);
  }
  if (a.place && b.place) return a.place === b.place;
  if (a.type !== 'organization' || b.type !== 'organization') return false;
  return a.words.length > 1 && b.words.length === a.words.length && soundKey(a.key) === soundKey(b.key);
}

/** Whether a name is a short form of a fuller one: surname, given name, first word of a company, acronym, last word. */
export function isShortForm(short: Form, full: Form): boolean {
  if (full.person && short.person) return isShortPerson(short, full.person);
  if (full.type !== 'organization' || short.type !== 'organization') return false;
  const letters = short.key.replaceAll('.', '');
  if (full.acronyms?.includes(letters)) return true;
  if (short.words.length >= full.words.length) return false;
  if (full.words.slice(0, short.words.length).join(' ') === short.key) return canStandAlone(short);
  const head = short.words.length === 1 && short.words[0] === full.words.at(-1);
  if (head && (ORGANIZATION_HEADS.has(short.key) || isMedium(short.key))) return true;
  return short.words.length > 1 && full.key.endsWith(` ${short.key}`);
}

/** The start of an organization's name can be its short name unless it is a common modifier such as "European". */
function canStandAlone({ key, words }: Form): boolean {
  return words.length > 1 || !(isNorp(key) || (isWord(key) && key.length < 4));
}

function isShortPerson(short: Form, full: PersonName): boolean {
  if (short.words.length > 1 || full.given.length === 0) return false;
  const word = short.words[0] as string;
  if (sameSound(word, full.surname)) return true;
  const parts = full.surname.split(' ');
  if (parts.length > 1 && sameSound(word, parts.at(-1) as string)) return true;
  const first = full.given[0] as string;
  if (full.given.some((given) => given === word && given.length > 1 && isGivenName(word))) return true;
  // rare given names are in no list
  if (word.length > 3 && !isWord(word) && (word === first || isTransliterated(word, first))) return true;
  return areNicknames(word, first);
}
