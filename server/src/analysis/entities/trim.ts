import type { Token } from '../model.ts';
import { smallSyllable } from './features.ts';
import { KINSHIP, PARTICLES, ROLES, TITLES } from './lexicon.ts';
import { placeSize } from './places.ts';
import type { TaggedName } from './tagger.ts';
import { isAllCaps, startsClause, type Vocabulary } from './vocabulary.ts';
import { BIT, infoOf, wordInfo } from './words.ts';

/**
 * Mends what the tagger takes in too much: titles before a person's name, a possessor before a name ("Plovdiv's St George"),
 * and in headlines the ordinary words after a name ("Zelensky Challenges Putin"), which part it in two.
 */
export function trimNames(names: TaggedName[], vocabulary: Vocabulary): TaggedName[] {
  const own = names.map((name) => takeGivenName(dropArticle(takeKinship(takeParticles(name))), vocabulary));
  const trimmed: TaggedName[] = [];
  for (const name of joinSyllables(own)) {
    for (const owner of splitPossessor(honor(name))) {
      for (const part of splitPlaces(owner)) {
        if (isPerson(part)) trimmed.push(...splitHeadline(dropTitles(part), vocabulary));
        else trimmed.push(extendOf(part));
      }
    }
  }
  return withoutOverlap(trimmed);
}

/** An extended name may have taken in the next one. */
function withoutOverlap(names: TaggedName[]): TaggedName[] {
  const out: TaggedName[] = [];
  for (const name of names) {
    const before = out.at(-1);
    if (before?.sentence !== name.sentence || before.last < name.first) out.push(name);
  }
  return out;
}

function isPerson({ probabilities: [person, organization, place, other] }: TaggedName): boolean {
  return person > organization && person > place && person > other;
}

const LEADING_PARTICLES = /^(?:van|von|der|den|de|del|della|la|du|di|da|dos|bin|ibn|abu|al|el|ter|ten)$/;

/** Particles right before a person's name belong to it: "Van der Merwe", "de la Cruz", "al-Sadr". */
function takeParticles(name: TaggedName): TaggedName {
  if (!isPerson(name)) return name;
  const { tokens } = name.sentence;
  let { first } = name;
  for (;;) {
    const at =
      tokens[first - 1]?.text === '-' && tokens[first - 1]?.end === tokens[first]?.start ? first - 2 : first - 1;
    const before = tokens[at];
    if (!before || !LEADING_PARTICLES.test(before.normal) || (isUpper(before) && at > 0 && first === name.first)) break;
    first = at;
  }
  return first === name.first ? name : { ...name, first };
}

const NO_GIVEN = BIT.city | BIT.country | BIT.title | BIT.role | BIT.organizationHead | BIT.norp;

/** A given name right before a cut name belongs to it, whatever else it means: "Wade | Allen Pruitt", "the August | Keller Foundation". */
function takeGivenName(name: TaggedName, vocabulary: Vocabulary): TaggedName {
  const { tokens } = name.sentence;
  const before = tokens[name.first - 1];
  if (!before || !isUpper(before) || vocabulary.styles.get(name.sentence) !== 'sentence') return name;
  const { classes } = infoOf(before);
  const given = (classes & BIT.givenName) !== 0 && (classes & NO_GIVEN) === 0;
  if (!given || name.last === name.first || startsClause(tokens, name.first - 1)) return name;
  const fits = isPerson(name) ? (classes & BIT.dayOrMonth) === 0 : isNamedAfterSomebody(name);
  return fits ? { ...name, first: name.first - 1 } : name;
}

/** An institution with an article and a surname in front: "the … Keller Foundation". */
function isNamedAfterSomebody({ sentence: { tokens }, first, last }: TaggedName): boolean {
  const head = infoOf(tokens[last] as Token).classes;
  const surname = infoOf(tokens[first] as Token).classes;
  const article = /^(?:the|an?)$/.test(tokens[first - 2]?.normal ?? '');
  return article && (head & BIT.organizationHead) !== 0 && (surname & BIT.word) === 0;
}

const isUpper = ({ form }: Token): boolean => form.isCapital;

/** The article before an acronym is no part of it: "The WHO". */
function dropArticle(name: TaggedName): TaggedName {
  const { tokens } = name.sentence;
  const drops =
    name.last === name.first + 1 && tokens[name.first]?.normal === 'the' && isAllCaps(tokens[name.last] as Token);
  return drops ? { ...name, first: name.last } : name;
}

/** "Jae | -won | Kim" is one name. */
function joinSyllables(names: TaggedName[]): TaggedName[] {
  const out: TaggedName[] = [];
  for (const name of names) {
    const before = out.at(-1);
    const { tokens } = name.sentence;
    const syllable = before?.last === name.first - 1 && /^\p{Ll}/u.test(tokens[before.last]?.text ?? '');
    if (before?.sentence === name.sentence && isPerson(before) && syllable && tokens[before.last - 1]?.text === '-') {
      out[out.length - 1] = { ...before, last: name.last };
    } else {
      const from = tokens[name.last]?.text === '-' ? name.last - 1 : name.last;
      const end = isPerson(name) ? smallSyllable(tokens, from) : -1;
      out.push(end > name.last ? { ...name, last: end } : name);
    }
  }
  return out;
}

/** "Granny Radka": what children call a relative by is the name that everybody knows her by. */
function takeKinship(name: TaggedName): TaggedName {
  const before = name.sentence.tokens[name.first - 1];
  if (!isPerson(name) || name.first !== name.last || !before || !isUpper(before)) return name;
  return KINSHIP.has(before.normal) ? { ...name, first: name.first - 1 } : name;
}

/** Titles that only people bear, in the form in which they stand before a name. */
const HONORIFIC =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Rev|President|Senator|Congressman|Congresswoman|Governor|Professor|Chancellor|Pope|Sheikh|Ayatollah|Judge|Mayor|Councillor|Sheriff)\.?$/;

/** A title at the start of a name, or right before it, settles that it is a person's. */
function honor(name: TaggedName): TaggedName {
  const { tokens } = name.sentence;
  const inside = name.last > name.first && HONORIFIC.test((tokens[name.first] as Token).text);
  const before = HONORIFIC.test(tokens[name.first - 1]?.text ?? '');
  const head = infoOf(tokens[name.last] as Token).classes;
  if (!(inside || before) || name.last - name.first > 4 || (head & (BIT.organizationHead | BIT.placeHead)) !== 0)
    return name;
  const [person] = name.probabilities;
  return { ...name, probabilities: [Math.max(person, 0.95), 0, 0.02, 0] };
}

function dropTitles(name: TaggedName): TaggedName {
  const { tokens } = name.sentence;
  let { first } = name;
  while (first < name.last) {
    const word = (tokens[first] as Token).normal;
    const only = first + 1 === name.last;
    const given = (wordInfo(word).classes & BIT.givenName) !== 0;
    if (KINSHIP.has(word) && only) break;
    if (!TITLES.has(word) && !ROLES.has(word)) break;
    // Dean, Justice and Duke are names too
    if (given && only && !HONORIFIC.test((tokens[first] as Token).text)) break;
    first++;
  }
  return first === name.first ? name : { ...name, first };
}

function splitPossessor(name: TaggedName): TaggedName[] {
  const { tokens } = name.sentence;
  for (let i = name.first + 1; i < name.last; i++) {
    if ((tokens[i] as Token).normal !== "'s") continue;
    const owner = infoOf(tokens[i - 1] as Token).classes;
    if ((owner & (BIT.city | BIT.country | BIT.town | BIT.norp)) === 0 || (owner & BIT.givenName) !== 0) return [name];
    return [
      { ...name, last: i - 1, probabilities: [0, 0.1, 0.9, 0] },
      { ...name, first: i + 1 },
    ];
  }
  return [name];
}

/** "Miramar California" is two places, unless it is listed as one or a direction leads ("East Germany"). */
function splitPlaces(name: TaggedName): TaggedName[] {
  const { tokens } = name.sentence;
  const [person, organization, place] = name.probabilities;
  if (name.first === name.last) return [name];
  if (place < Math.max(person, organization)) return [name];
  const words = tokens.slice(name.first, name.last + 1).map((token) => infoOf(token).folded);
  if (placeSize(words.join(' ')) > 0) return [name];
  for (let i = 1; i < words.length; i++) {
    const [front, back] = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    if (placeSize(back) < 8 || placeSize(front) === 0 || (wordInfo(words[0] as string).classes & BIT.placeStart) !== 0)
      continue;
    return [
      { ...name, last: name.first + i - 1 },
      { ...name, first: name.first + i },
    ];
  }
  return [name];
}

/** "National Centre of Infectious | and Parasitic Diseases": an organization's field goes on over "and" in ordinary words. */
function extendOf(given: TaggedName): TaggedName {
  const name = extendOffice(given);
  const { tokens } = name.sentence;
  if (!hasField(name)) return name;
  const next = endOfList(tokens, name.last + 1);
  if (tokens[next]?.normal !== 'and') return name;
  let last = next;
  while (isFieldWord(tokens[last + 1])) last++;
  return last > next ? { ...name, last } : name;
}

/** Whether a name says what it is for. */
function hasField({ sentence: { tokens }, first, last }: TaggedName): boolean {
  for (let i = first; i <= last; i++) if (/^(?:of|for|on)$/.test((tokens[i] as Token).normal)) return true;
  return false;
}

/** Where the "and" of a list of fields stands: "Bureau of Alcohol | , Tobacco, Firearms and Explosives". */
function endOfList(tokens: Token[], start: number): number {
  let at = start;
  while (tokens[at]?.text === ',' && isFieldWord(tokens[at + 1])) {
    at += 2;
    while (isFieldWord(tokens[at])) at++;
  }
  if (tokens[at]?.text === ',' && tokens[at + 1]?.normal === 'and') at++;
  return tokens[at]?.normal === 'and' && isFieldWord(tokens[at + 1]) ? at : start;
}

/** "Tillis County Sheriff | 's Office" is one authority. */
function extendOffice(name: TaggedName): TaggedName {
  const { tokens } = name.sentence;
  const owner = infoOf(tokens[name.last] as Token).classes;
  const office = tokens[name.last + 2];
  if (tokens[name.last + 1]?.normal !== "'s" || !office || !office.form.isCapital) return name;
  if ((owner & (BIT.role | BIT.title)) === 0 || (infoOf(office).classes & BIT.organizationHead) === 0) return name;
  return { ...name, last: name.last + 2, probabilities: [0, 0.95, 0, 0] };
}

function isFieldWord(token: Token | undefined): boolean {
  if (!token?.form.isCapital) return false;
  const { classes } = infoOf(token);
  const other = BIT.city | BIT.country | BIT.norp | BIT.givenName | BIT.title | BIT.role | BIT.ofHead;
  return (classes & BIT.word) !== 0 && (classes & other) === 0;
}

const NAME_WORD = BIT.givenName | BIT.familyName | BIT.nameSuffix;

function splitHeadline(name: TaggedName, vocabulary: Vocabulary): TaggedName[] {
  const { tokens } = name.sentence;
  if (vocabulary.styles.get(name.sentence) === 'sentence' || name.last - name.first < 2) return [name];
  const parts: TaggedName[] = [];
  let first = name.first;
  for (let i = name.first; i <= name.last + 1; i++) {
    if (i <= name.last && !isOrdinary(tokens[i] as Token, vocabulary)) continue;
    if (i > first) parts.push({ ...name, first, last: i - 1 });
    first = i + 1;
  }
  return parts.length > 0 ? parts : [name];
}

function isOrdinary(token: Token, vocabulary: Vocabulary): boolean {
  const { folded, classes } = infoOf(token);
  if ((classes & BIT.word) === 0 || (classes & NAME_WORD) !== 0 || PARTICLES.has(folded)) return false;
  return !vocabulary.capitalized.has(folded);
}
