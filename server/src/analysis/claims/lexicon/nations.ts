import { dictionary } from '../../dictionary.ts';
import { capitalOfWhich, countryName, countryOfDemonym, countryOfName } from '../../entities/places.ts';
import { remembered } from '../../remembered.ts';

/** Seats of government that stand for it. */
const SEATS: Record<string, string> = dictionary({
  kremlin: 'RU',
  'white house': 'US',
  pentagon: 'US',
  'downing street': 'GB',
  whitehall: 'GB',
  elysee: 'FR',
});

/** The country that a word names, or stands for as adjective, capital or seat of government; lower case. */
export const nationOf = remembered((word) =>
  nameOf(countryOfName(word) ?? countryOfDemonym(word) ?? SEATS[word] ?? capitalOfWhich(word)),
);

/** The country when the word says where somebody is from ("Australian"). */
export const nationality = remembered((word) => nameOf(countryOfDemonym(word)));

const nameOf = (code: string | undefined) => (code === undefined ? undefined : countryName(code)?.toLowerCase());
