import type { Token } from '../model.ts';
import { ORGANIZATION_HEADS, ORGANIZATION_NOUNS } from './lexicon.ts';
import type { TaggedName } from './tagger.ts';
import { BIT, wordInfo } from './words.ts';

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

/** What the words around a name tell of its kind, beyond what the tagger sees; the votes of one mention. */
export function cuesOf({ sentence: { tokens }, first, last }: TaggedName): CueVotes {
  const head = wordInfo((tokens[first] as Token).text).classes;
  const votes: CueVotes = [0, 0, 0];
  const next = (n: number) => tokens[last + n]?.normal ?? '';
  if (next(1) === ',' && /^\d\d?$/.test(next(2)) && /^[,.]$/.test(next(3))) votes[0] += 2;
  if (next(1) === ',' && /^(?:who|whom)$/.test(next(2))) votes[0] += 1;
  // a person can be a family business's namesake, so a given name is proof against the rest
  if ((head & BIT.givenName) !== 0 && last > first) return votes;
  if (next(1) === "'s" && POSSESSIONS.test(next(2))) votes[1] += 1;
  const article = /^(?:the|a|an|its|their|our|this)$/.test(tokens[first - 1]?.normal ?? '');
  if (article && SITES.test(next(1))) votes[1] += 1.5;
  if (next(1) === ',' && (ORIGINS.test(next(2)) || isCompany(tokens, last + 2))) votes[1] += 1.5;
  if (next(1) === 'employs' || (next(1) === 'has' && /^(?:employees|staff|workers|plants)$/.test(next(3))))
    votes[1] += 1;
  if (/^(?:of|at|in|from)$/.test(tokens[first - 1]?.normal ?? '') && INSIDE.test(tokens[first - 2]?.normal ?? ''))
    votes[1] += 1;
  return votes;
}

/** Whether an apposition's head is a noun of a company or institution: ", a processor near Sliven", ", the local newspaper". */
function isCompany(tokens: Token[], first: number): boolean {
  if (!/^(?:a|an|the|its|their|our|one)$/.test(tokens[first]?.normal ?? '')) return false;
  let last = first;
  while (
    /^(?:ADJ|NOUN|NUM|PROPN|ADP)$/.test(tokens[last + 1]?.pos ?? '') &&
    tokens[last + 1]?.pos !== 'ADP' &&
    last - first < 6
  )
    last++;
  const head = tokens[last];
  if (!head || last === first || head.pos === 'PROPN') return false;
  return ORGANIZATION_NOUNS.has(head.normal) || (ORGANIZATION_HEADS.has(head.normal) && head.normal !== 'head');
}

/** The last words of newspapers' and agencies' names, here and abroad. */
const MEDIA =
  /^(?:quarterly|fortnightly|bulletin|digest|almanac|beacon|bugle|argus|advertiser|echo|sentinel|enquirer|intelligencer|clarion|ledger|newswire|newsletter|gazette|herald|tribune|chronicle|telegraph|courier|inquirer|kurier|zeitung|anzeiger|tageblatt|tagblatt|rundschau|nachrichten|allgemeine|gazzetta|corriere|diario|jornal|dagblad|bladet|avisen|tidende|vestnik|pravda|izvestia|novosti)$/;
/** The first words of streets' names where English is not spoken. */
const STREETS =
  /^(?:rua|rue|calle|via|viale|avenida|plaza|piazza|plac|ulitsa|ulica|praça|praca|travessa|largo|paseo|carrer|corso|quai|boulevard|prospekt|ulice|strada|rambla)$/;
/** The last words of areas that are governed. */
const AREAS = /^(?:county|township|borough|prefecture|oblast|raion|parish|municipality|archipelago|peninsula)$/;

/** What a name's own first and last word tell of it. */
export function votesOfWords(key: string): CueVotes {
  const words = key.split(/[ -]/);
  if (words.length < 2) return [0, 0, 0];
  const [head, tail] = [words[0] as string, words.at(-1) as string];
  if (MEDIA.test(tail)) return [0, 2, 0];
  return [0, 0, (STREETS.test(head) && words.length > 2) || AREAS.test(tail) ? 2 : 0];
}
