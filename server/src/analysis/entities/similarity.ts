import { remembered } from '../remembered.ts';
import { fold } from './fold.ts';
import { KINSHIP, NAME_SUFFIXES, PARTICLES, TITLES } from './lexicon.ts';
import { areNicknames } from './nicknames.ts';

/** A person's name in parts, folded. */
export interface PersonName {
  given: string[];
  surname: string;
  suffix?: string;
}

/** Particles that are no given name either ("Al" and "Van" are). */
const NEVER_GIVEN = new Set([
  'de',
  'del',
  'della',
  'der',
  'di',
  'du',
  'dos',
  'das',
  'von',
  'zu',
  'bin',
  'ibn',
  'abu',
  'ter',
  'ten',
]);

/** Forms of address that reports leave in the language of the country. */
const FOREIGN_TITLES =
  /^(?:dona|senorita|fraulein|signor|signora|signorina|mlle|mademoiselle|pani|gospodin|gospodja|datuk)$/;

function isAddress(word: string): boolean {
  return TITLES.has(word) || KINSHIP.has(word) || FOREIGN_TITLES.test(word);
}

/** Splits a person's name; a single word is taken as a surname. Particles belong to the surname. */
export function parsePerson(name: string): PersonName {
  const words = fold(name)
    .replace(/,/g, ' ')
    .split(/\s+/)
    .filter((word, i, all) => word !== '' && !(isAddress(word) && i < all.length - 1));
  const suffix = words.find((word, i) => i > 0 && NAME_SUFFIXES.has(word));
  const own = words.filter((word) => word !== suffix);
  let start = own.length - 1;
  while (start > 1 && PARTICLES.has(own[start - 1] as string)) start--;
  if (start === 1 && (NEVER_GIVEN.has(own[0] as string) || (own.length > 2 && PARTICLES.has(own[0] as string))))
    start = 0;
  const surname = own.slice(Math.max(start, 0)).join(' ');
  return { given: own.slice(0, Math.max(start, 0)), surname, ...(suffix ? { suffix: suffix.replace('.', '') } : {}) };
}

/** What romanizations of one name have in common: sounds that are spelled in several ways become one letter. */
const SPELLINGS: [pattern: RegExp, sound: string][] = [
  [/^(?:al|el|ul|as|ash|ad|an|ar|az)[- ]/, ''],
  [/[^a-z ]/g, ''],
  [/shch|sch|sh/g, 's'],
  [/dzh|dj/g, 'z'],
  [/tch|cz|ch|tsch/g, 'c'],
  [/zh/g, 'z'],
  [/kh|gh|h/g, 'h'],
  [/ts|tz|z/g, 's'],
  [/ph/g, 'f'],
  [/ck|c|q|k/g, 'k'],
  [/x/g, 'ks'],
  [/w|v/g, 'v'],
  [/(?:ou|oo|u)/g, 'u'],
  [/[ijy]+/g, 'i'],
  [/e(?=i)|i(?=e)/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The form in which transliterations of one name agree: Zelensky, Zelenskyy and Zelenski have one key. */
export const soundKey = remembered((name) =>
  SPELLINGS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), fold(name)),
);

/** Whether two words can be spellings of one name. */
export function sameSound(a: string, b: string): boolean {
  if (a === b) return true;
  const x = soundKey(a);
  const y = soundKey(b);
  if (x === y) return true;
  const shorter = Math.min(x.length, y.length);
  if (shorter < 5 || x[0] !== y[0] || x.at(-1) !== y.at(-1)) return false;
  return x.replace(/[aeiou]/g, '') === y.replace(/[aeiou]/g, '') && Math.abs(x.length - y.length) <= 1;
}

/**
 * Whether two words are one East Slavic given name by way of two languages: Ukrainian and Belarusian have "h" where Russian
 * has "g" (Halyna, Galina; Hryhoriy, Grigory).
 */
export function isTransliterated(a: string, b: string): boolean {
  const [x, y] = [soundKey(a), soundKey(b)];
  return x.length === y.length && x.length >= 5 && x.replaceAll('h', 'g') === y.replaceAll('h', 'g');
}

const EAST_SLAVIC =
  /(?:uk|ak|yk|ik|ko|ski|sky|skyi|skyy|skiy|skii|ska|skaya|ov|ova|ev|eva|in|ina|yn|yna|ich|ych|un|ets)$/;

/** The same for surnames, which are too various to do without an ending that shows where they are from. */
function isTransliteratedSurname(a: string, b: string): boolean {
  return isTransliterated(a, b) && EAST_SLAVIC.test(a) && EAST_SLAVIC.test(b);
}

/** Whether two given names can be one person's: equal, an initial, a nickname, another spelling. */
export function compatibleGiven(a: string, b: string): boolean {
  const x = a.replace('.', '');
  const y = b.replace('.', '');
  if (x === y || sameSound(x, y) || areNicknames(x, y) || isTransliterated(x, y)) return true;
  if (x.length === 1 || y.length === 1) return soundKey(x)[0] === soundKey(y)[0];
  return false;
}

/** Whether two full names (with given names) can be one person's. */
export function samePerson(a: PersonName, b: PersonName): boolean {
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return false;
  if (a.given.length === 0 || b.given.length === 0) return false;
  if (sameSound(a.surname, b.surname) || isTransliteratedSurname(a.surname, b.surname)) {
    const [x, y] = [a.given[0] as string, b.given[0] as string];
    if (compatibleGiven(x, y)) return compatibleMiddles(a.given.slice(1), b.given.slice(1));
    return a.given.includes(y) || b.given.includes(x);
  }
  return isReversed(a, b);
}

function compatibleMiddles(a: string[], b: string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return compatibleGiven(a[0] as string, b[0] as string);
}

/** Family name first, as in Chinese, Korean and Hungarian names. */
function isReversed(a: PersonName, b: PersonName): boolean {
  return a.given.length === 1 && b.given.length === 1 && a.given[0] === b.surname && b.given[0] === a.surname;
}
