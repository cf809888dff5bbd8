import data from './data/gazetteers.json' with { type: 'json' };
import { fold } from './fold.ts';

/** The lists of `data/gazetteers.json` (built by scripts/gazetteers.ts), each made into a set when it is first asked for. */
type ListName = 'givenNames' | 'male' | 'female' | 'familyNames' | 'words';

const sets = new Map<ListName, ReadonlySet<string>>();

function list(name: ListName): ReadonlySet<string> {
  let found = sets.get(name);
  if (!found) {
    found = new Set(data[name].split('\n'));
    sets.set(name, found);
  }
  return found;
}

/** Whether a folded word is a given name somewhere in the world. */
export const isGivenName = (folded: string): boolean => list('givenNames').has(folded);

/** Whether a folded word is a family name somewhere in the world. */
export const isFamilyName = (folded: string): boolean => list('familyNames').has(folded);

export type Gender = 'male' | 'female';

/** The gender of a given name, when it is commonly of one only. */
export function genderOf(givenName: string): Gender | undefined {
  const male = list('male').has(givenName);
  const female = list('female').has(givenName);
  return male === female ? undefined : male ? 'male' : 'female';
}

/** Inflections that the word list leaves to {@link isWord}: suffix, and what it replaces. */
const INFLECTIONS: [suffix: string, stem: string][] = [
  ...(['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ers'] as const).map((suffix): [string, string] => [suffix, '']),
];

/** Whether something is an ordinary English word (lower case in dictionaries), inflected or not. */
export function isWord(word: string): boolean {
  const lower = fold(word);
  const words = list('words');
  if (words.has(lower)) return true;
  return INFLECTIONS.some(
    ([suffix, stem]) =>
      lower.length > suffix.length + 2 && lower.endsWith(suffix) && words.has(lower.slice(0, -suffix.length) + stem),
  );
}
