import { dictionary } from '../../dictionary.ts';
import { capitalOfWhich, countryName, countryOfDemonym, countryOfName } from '../../entities/places.ts';

/** Seats of government that stand for it. */
const SEATS: Record<string, string> = dictionary({
  kremlin: 'RU',
  'white house': 'US',
  pentagon: 'US',
  'downing street': 'GB',
  whitehall: 'GB',
  elysee: 'FR',
});

const known = new Map<string, string | undefined>();

/** The country that a word names, or stands for as adjective, capital or seat of government; lower case. */
export function nationOf(word: string): string | undefined {
  if (known.has(word)) return known.get(word);
  const code = countryOfName(word) ?? countryOfDemonym(word) ?? SEATS[word] ?? capitalOfWhich(word);
  const name = code === undefined ? undefined : countryName(code)?.toLowerCase();
  if (known.size > 20_000) known.clear();
  known.set(word, name);
  return name;
}

/** The country when the word says where somebody is from ("Australian"). */
export function nationality(word: string): string | undefined {
  if (demonyms.has(word)) return demonyms.get(word);
  const code = countryOfDemonym(word);
  const name = code === undefined ? undefined : countryName(code)?.toLowerCase();
  if (demonyms.size > 20_000) demonyms.clear();
  demonyms.set(word, name);
  return name;
}

const demonyms = new Map<string, string | undefined>();
