import { dictionary } from '../dictionary.ts';
import type { Token } from '../model.ts';
import { ROLE_MODIFIERS, ROLES, TITLES } from './lexicon.ts';
import type { NameSpan } from './names.ts';
import { countryCode, countryOfDemonym } from './places.ts';

/** Words that a role can hold between its parts: "Secretary of State", "chief executive of the bank". */
const ROLE_LINKS = new Set(['of', '-', 'and', 'for']);
/** How far an apposition is read. */
const LONGEST = 12;

/**
 * The title or role that stands at a person's name: before it ("Deputy Foreign Minister Mikhail Galuzin") or after a comma
 * ("Vladimir Medinsky, a senior adviser to President Putin"). Empty where there is none.
 */
export function roleAt(span: NameSpan, text: string): string {
  return roleBefore(span, text) || roleAfter(span, text);
}

/** The title or role before a name; empty where there is none. */
export function roleBefore({ sentence: { tokens }, first }: NameSpan, text: string): string {
  let start = first;
  let holdsRole = false;
  while (start > 0 && first - start < LONGEST) {
    const token = tokens[start - 1] as Token;
    const word = token.normal;
    const names = ROLES.has(word) || TITLES.has(word) || (word === 'state' && tokens[start - 2]?.normal === 'of');
    const modifies =
      ROLE_MODIFIERS.has(word) || (start < first && (token.pos === 'ADJ' || ROLE_LINKS.has(word)) && word !== 'and');
    if (!names && !(modifies && start < first)) break;
    holdsRole ||= names;
    start--;
  }
  // "White House counterpart": a modifier that ends a longer name is no part of the role
  const inName = (i: number) =>
    isCapital(tokens[i - 1]) && isCapital(tokens[i]) && !ROLES.has((tokens[i] as Token).normal);
  while (start < first && (ROLE_LINKS.has((tokens[start] as Token).normal) || inName(start))) start++;
  if (!holdsRole || start >= first) return '';
  return slice(text, tokens, affiliationStart(tokens, start), first - 1);
}

/** A nationality, or a country with or without a possessive, right before a role belongs to it: "Ukrainian President". */
function affiliationStart(tokens: Token[], start: number): number {
  const before = tokens[start - 1];
  if (before && countryCode(before.text)) return start - 1;
  const owner = tokens[start - 2];
  return before?.normal === "'s" && owner && countryCode(owner.text) ? start - 2 : start;
}

function isCapital(token: Token | undefined): boolean {
  return token?.form.isCapital === true && token.pos !== 'DET' && countryOfDemonym(token.text) === undefined;
}

function roleAfter({ sentence: { tokens }, last }: NameSpan, text: string): string {
  if (tokens[last + 1]?.text !== ',') return '';
  let start = last + 2;
  if (/^\d+$/.test(tokens[start]?.text ?? '') && tokens[start + 1]?.text === ',') start += 2;
  if (['a', 'an', 'the', 'his', 'her', 'its', 'their'].includes(tokens[start]?.normal ?? '')) start++;
  let end = start;
  while (end < tokens.length && end - start < LONGEST && isInsideRole(tokens[end] as Token)) end++;
  const words = tokens.slice(start, end);
  const role = words.findIndex((token) => ROLES.has(token.normal));
  return role >= 0 && words.slice(0, role).every((token) => token.pos !== 'ADP')
    ? slice(text, tokens, start, end - 1)
    : '';
}

function isInsideRole(token: Token): boolean {
  return (
    !['VERB', 'AUX', 'PRON', 'PUNCT', 'CCONJ', 'SCONJ'].includes(token.pos) ||
    token.text === '-' ||
    token.normal === "'s"
  );
}

function slice(text: string, tokens: Token[], first: number, last: number): string {
  return text.slice((tokens[first] as Token).start, (tokens[last] as Token).end);
}

/** Forms of address, offices and kin that only men or only women bear. */
const MALE =
  /^(?:mr|sir|lord|king|prince|duke|father|brother|herr|monsieur|señor|senor|don|dom|baron|emperor|pope|sheikh|imam|husband|son|stepson|uncle|nephew|grandfather|grandson|widower|boyfriend|fiance|dad|granddad|grandad|spokesman|chairman|congressman|councilman|businessman|policeman|fireman|fisherman|frontman)$/;
const FEMALE =
  /^(?:mrs|ms|miss|dame|lady|queen|princess|duchess|madam|madame|frau|señora|senora|doña|dona|baroness|mother|sister|mme|wife|daughter|stepdaughter|aunt|niece|grandmother|granddaughter|widow|girlfriend|fiancee|mum|mom|granny|grandma|spokeswoman|chairwoman|congresswoman|councilwoman|businesswoman|policewoman|actress)$/;

/** The gender that a form of address or a role shows by its last word. */
export function genderOfTitle(role: string): 'male' | 'female' | undefined {
  const last = (role.toLowerCase().split(/\s+/).at(-1) ?? '').replace('.', '');
  return MALE.test(last) ? 'male' : FEMALE.test(last) ? 'female' : undefined;
}

/** Abbreviated ranks and offices in full. */
const FULL_TITLES: Record<string, string> = dictionary({
  ...{ adm: 'admiral', brig: 'brigadier', capt: 'captain', col: 'colonel', cpl: 'corporal', det: 'detective' },
  ...{ dr: 'doctor', gen: 'general', gov: 'governor', insp: 'inspector', lt: 'lieutenant', maj: 'major' },
  ...{ pres: 'president', prof: 'professor', rep: 'representative', rev: 'reverend', sen: 'senator', sgt: 'sergeant' },
  ...{ supt: 'superintendent', premier: 'prime minister', councilor: 'councillor' },
});
/** Anybody can be addressed so. */
const CIVIL = /^(?:mr|mrs|ms|miss|mx|sir|madam|madame|monsieur|herr|frau|señor|señora|senor|don|dona|doña|dom)$/;

/** The office that a role ends in ("Detective Sgt." is a sergeant); empty for a mere form of address. */
export function officeOf(role: string): string {
  const [own = ''] = role.toLowerCase().split(/ (?:of|for|to|in|at) |,/);
  const words = own.split(/\s+/).map((word) => FULL_TITLES[word.replace('.', '')] ?? word.replace('.', ''));
  const held = words.filter((word) => (ROLES.has(word) || TITLES.has(word)) && !CIVIL.test(word));
  return held.at(-1) ?? '';
}

/** Whether two roles are of one office: "Judge" and "Circuit Judge", "Detective Sgt." and "Sergeant". */
export function sameRole(a: string, b: string): boolean {
  const office = officeOf(a);
  return office !== '' && office === officeOf(b);
}
