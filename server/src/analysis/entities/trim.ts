import type { Token } from '../model.ts';
import { fold } from './fold.ts';
import { KINSHIP, PARTICLES, ROLES, TITLES } from './lexicon.ts';
import type { TaggedName } from './tagger.ts';
import type { Vocabulary } from './vocabulary.ts';
import { BIT, wordInfo } from './words.ts';

/**
 * Mends what the tagger takes in too much: titles before a person's name, a possessor before a name ("Plovdiv's St George"),
 * and in headlines the ordinary words after a name ("Zelensky Challenges Putin"), which part it in two.
 */
export function trimNames(names: TaggedName[], vocabulary: Vocabulary): TaggedName[] {
  return names.flatMap((name) => {
    const possessor = splitPossessor(name);
    return possessor.flatMap((part) => (isPerson(part) ? splitHeadline(dropTitles(part), vocabulary) : [part]));
  });
}

function isPerson({ probabilities: [person, organization, place] }: TaggedName): boolean {
  return person > organization && person > place;
}

function dropTitles(name: TaggedName): TaggedName {
  const { tokens } = name.sentence;
  let { first } = name;
  while (first < name.last) {
    const word = (tokens[first] as Token).normal;
    const only = first + 1 === name.last;
    if (!TITLES.has(word) && !(ROLES.has(word) && !(KINSHIP.has(word) && only))) break;
    first++;
  }
  return first === name.first ? name : { ...name, first };
}

function splitPossessor(name: TaggedName): TaggedName[] {
  const { tokens } = name.sentence;
  for (let i = name.first + 1; i < name.last; i++) {
    if ((tokens[i] as Token).normal !== "'s") continue;
    const owner = wordInfo(fold((tokens[i - 1] as Token).text)).classes;
    if ((owner & (BIT.city | BIT.country | BIT.town | BIT.norp)) === 0 || (owner & BIT.givenName) !== 0) return [name];
    return [
      { ...name, last: i - 1, probabilities: [0, 0.1, 0.9] },
      { ...name, first: i + 1 },
    ];
  }
  return [name];
}

const NAME_WORD = BIT.givenName | BIT.familyName | BIT.nameSuffix;

function splitHeadline(name: TaggedName, vocabulary: Vocabulary): TaggedName[] {
  const { tokens } = name.sentence;
  if (vocabulary.styles.get(name.sentence) === 'sentence' || name.first === name.last) return [name];
  const parts: TaggedName[] = [];
  let first = name.first;
  for (let i = name.first; i <= name.last + 1; i++) {
    if (i <= name.last && !isOrdinary(tokens[i] as Token, vocabulary)) continue;
    if (i > first) parts.push({ ...name, first, last: i - 1 });
    first = i + 1;
  }
  return parts.length > 0 ? parts : [name];
}

function isOrdinary({ text }: Token, vocabulary: Vocabulary): boolean {
  const folded = fold(text);
  const { classes } = wordInfo(folded);
  if ((classes & BIT.word) === 0 || (classes & NAME_WORD) !== 0 || PARTICLES.has(folded)) return false;
  return !vocabulary.capitalized.has(folded);
}
