import type { Token } from '../model.ts';
import { ORGANIZATION_HEADS, ORGANIZATION_NOUNS } from './lexicon.ts';
import type { TaggedName } from './tagger.ts';
import { BIT, infoOf } from './words.ts';

/** Votes for person, organization and place. */
export type CueVotes = [person: number, organization: number, place: number];

/** What companies and institutions have and people do not. */
const POSSESSIONS =
  /^(?:shares?|shareholders?|stock|workforce|employees|staff|board|headquarters|subsidiary|subsidiaries|factory|factories|plants?|works|site|sites|revenues?|profits?|sales|turnover|chief|ceo|management|parent|customers|branches|stores?|refinery|mill|brewery|dairy|shipyard|production|takeover|acquisition|merger|bankruptcy|insolvency|spokesman|spokeswoman|spokesperson)$/;
/** Nouns that follow a company's name as its kind: "the Quimsado works". */
const SITES =
  /^(?:works|plants?|factory|factories|site|shares|stock|board|headquarters|management|workforce|subsidiary|stores?|branch|refinery|mill|depot|shipyard|brewery|dairy|supermarket|employees|workers|shareholders|customers|executives?|spokesman|spokeswoman|spokesperson|newspaper|union|account)$/;
/** Participles that tell where a company comes from. */
const ORIGINS = /^(?:founded|established|headquartered|listed|incorporated|owned)$/;
const INSIDE =
  /^(?:management|employees|staff|owners?|shareholders?|shares|board|subsidiary|unit|headquarters|takeover|customers|workers|kitchen|shareholding|stake|part|premises)$/;

/** Nouns that no person goes by: what is said to be one is an organization even if it begins like a person's name. */
const INANIMATE =
  /^(?:company|firm|business|dairy|bakery|brewery|distillery|cannery|factory|hospital|clinic|newspaper|magazine|broadcaster|agency|union|charity|club|bank|restaurant|hotel|chain|group|party|school|college|university|museum|theater|theatre|airline|consultancy|conglomerate|startup|nonprofit|think-tank|subsidiary|supermarket|website|station|federation|association|organization|organisation|network|laboratory|institute|processor|manufacturer|retailer|wholesaler|supplier|airport|bookmaker|lender|insurer|carmaker|drugmaker|chipmaker)$/;
/** Nouns of both people and firms. */
const FIRMS = /^(?:producer|maker|operator|contractor|developer|builder|distributor|grower|packer|caterer)$/;

/** What the words around a name tell of its kind, beyond what the tagger sees; the votes of one mention. */
export function cuesOf(name: TaggedName, isPlace: boolean): CueVotes {
  const { first, last } = name;
  const { tokens } = name.sentence;
  const next = (n: number) => tokens[last + n]?.normal ?? '';
  const person =
    (next(1) === ',' && /^\d\d?$/.test(next(2)) && /^[,.]$/.test(next(3)) ? 2 : 0) + (/^whom?$/.test(next(2)) ? 1 : 0);
  const given = (infoOf(tokens[first] as Token).classes & BIT.givenName) !== 0 && last > first;
  const kind = next(1) === ',' ? kindAfter(tokens, last + 2) : '';
  let organization = INANIMATE.test(kind) ? 2 : !given && isFirm(kind) ? 1.5 : 0;
  if (isShouted(tokens, first, last)) organization++;
  // a given name is proof against what people own too, and a known place has works and owners as a company has
  if (!given && !isPlace) organization += ownership(tokens, first, last);
  return [next(1) === ',' ? person : 0, organization, isDateline(tokens, first, last) ? 2 : 0];
}

/** The place in capitals that a report begins with: "GENEVA, May 6 (MNP) -", "SINES. The clock". */
function isDateline(tokens: Token[], first: number, last: number): boolean {
  if (first !== 0 || !/^\p{Lu}{3,}/u.test(tokens[0]?.text ?? '')) return false;
  if (!tokens.slice(0, last + 1).every(({ text }) => !/\p{Ll}/u.test(text))) return false;
  const rest = tokens.slice(last + 1, last + 14);
  const dash = rest.some(({ text }) => /^[-–—(]$/.test(text));
  return rest.length === 1 || (dash && /^[,(–—-]$/.test(rest[0]?.text ?? ''));
}

function ownership(tokens: Token[], first: number, last: number): number {
  const next = (n: number) => tokens[last + n]?.normal ?? '';
  const [before, earlier] = [tokens[first - 1]?.normal ?? '', tokens[first - 2]?.normal ?? ''];
  let votes = 0;
  if (next(1) === "'s" && (POSSESSIONS.test(next(2)) || POSSESSIONS.test(next(3)))) votes++;
  if (before === 'the' && SITES.test(next(1))) votes++;
  if (next(1) === ',' && ORIGINS.test(next(2))) votes += 1.5;
  if (next(1) === ',' && next(2) === 'which') votes++;
  if (next(1) === 'employs' || (next(1) === 'has' && /^(?:employees|staff|workers|plants)$/.test(next(3)))) votes++;
  if (/^(?:of|at|in|from)$/.test(before) && INSIDE.test(earlier)) votes++;
  return votes;
}

/** An acronym among ordinary words: "the federation, SINQUIFA, called". */
function isShouted(tokens: Token[], first: number, last: number): boolean {
  const isCapital = (i: number) => tokens[i]?.form.isCapital === true;
  if (first !== last || tokens.length <= 7 || isCapital(first - 1) || isCapital(last + 1)) return false;
  return /^\p{Lu}{3,}$/u.test((tokens[first] as Token).text);
}

function isFirm(noun: string): boolean {
  return FIRMS.test(noun) || ORGANIZATION_NOUNS.has(noun) || (ORGANIZATION_HEADS.has(noun) && noun !== 'head');
}

/** The noun that an apposition says a name to be: ", a processor near Sliven" is a processor. */
function kindAfter(tokens: Token[], first: number): string {
  if (!/^(?:a|an|the|its|their|our|one)$/.test(tokens[first]?.normal ?? '')) return '';
  let last = first;
  while (/^(?:ADJ|NOUN|NUM|PROPN)$/.test(tokens[last + 1]?.pos ?? '') && last - first < 6) last++;
  const head = tokens[last] as Token;
  return last === first || head.pos === 'PROPN' ? '' : head.normal;
}

/** The last words of newspapers' and agencies' names, here and abroad. */
const MEDIA =
  /^(?:quarterly|fortnightly|bulletin|digest|almanac|beacon|bugle|argus|advertiser|echo|sentinel|enquirer|intelligencer|clarion|ledger|newswire|newsletter|gazette|herald|tribune|chronicle|telegraph|courier|inquirer|kurier|zeitung|anzeiger|tageblatt|tagblatt|rundschau|nachrichten|allgemeine|gazzetta|corriere|diario|jornal|dagblad|bladet|avisen|tidende|vestnik|pravda|izvestia|novosti)$/;
/** The first words of streets' names where English is not spoken. */
const STREETS =
  /^(?:rua|rue|calle|via|viale|avenida|plaza|piazza|plac|ulitsa|ulica|praça|praca|travessa|largo|paseo|carrer|corso|quai|boulevard|prospekt|ulice|strada|rambla)$/;
/** The last words of areas that are governed. */
const AREAS = /^(?:county|township|borough|prefecture|oblast|raion|parish|municipality|archipelago|peninsula)$/;

/** Last words of newspapers' names that other things are called too. */
const TITLES_OF_PAPERS =
  /^(?:monitor|observer|times|post|star|sun|mail|express|standard|record|mirror|journal|independent|globe|press|examiner|dispatch|leader|guardian|news|reporter|citizen|review|bee|register|voice|pioneer)$/;

/** Whether a word can stand for a newspaper or agency whose name it ends. */
export function isMedium(word: string): boolean {
  return MEDIA.test(word) || TITLES_OF_PAPERS.test(word);
}

/** Institutions that are named after the place where they are. */
const PUBLIC =
  /^(?:university|college|school|academy|hospital|clinic|council|police|court|museum|library|inspectorate|authority|department|office|commission|parliament|assembly|prison|theatre|theater|orchestra|cathedral|church|center|centre|chamber|board|district|institute|festival|service)$/;

/** Whether an organization's name ends as those do that begin with the name of their town. */
export function isOfTown(words: string[]): boolean {
  return PUBLIC.test(words.at(-1) as string);
}

/** What a name's own first and last word tell of it. */
export function votesOfWords(key: string): CueVotes {
  const words = key.split(/[ -]/);
  if (words.length < 2) return [0, 0, 0];
  const [head, tail] = [words[0] as string, words.at(-1) as string];
  if (MEDIA.test(tail)) return [0, 2, 0];
  return [0, 0, (STREETS.test(head) && words.length > 2) || AREAS.test(tail) ? 2 : 0];
}
