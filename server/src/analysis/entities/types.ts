import { ENTITY_TYPES, type EntityType, type LocalEntity } from '../model.ts';
import { isFamilyName, isGivenName } from './gazetteer.ts';
import { nameKey } from './names.ts';
import { placeSize } from './places.ts';
import { readForm } from './same.ts';

/** Votes are counted in whole parts of this, so that their sum does not depend on the order in which sources come. */
const PARTS = 1_000_000;

interface Tally {
  /** How many votes there are. */
  votes: number;
  /** For each type, in the order of all types. */
  weights: number[];
  winner: EntityType | undefined;
}

/** One name, one type: the sources vote with all their names for the thing, each by its confidence. */
export class NameTypes {
  readonly #tallies = new Map<string, Tally>();

  /** The type of a name; undefined for one that no source uses. */
  of(key: string): EntityType | undefined {
    return this.#tallies.get(key)?.winner;
  }

  /** Takes votes out and others in. @returns the names that now have another type */
  update(removed: Iterable<LocalEntity>, added: Iterable<LocalEntity>): Set<string> {
    const touched = new Map<string, Tally>();
    for (const entity of added) this.#count(votesOf(entity), 1, touched);
    for (const entity of removed) this.#count(votesOf(entity), -1, touched);
    const changed = new Set<string>();
    for (const [key, tally] of touched) {
      const before = tally.winner;
      tally.winner = winnerOf(tally);
      if (tally.votes === 0) this.#tallies.delete(key);
      if (tally.winner !== before) changed.add(key);
    }
    return changed;
  }

  #count(votes: Vote[], sign: 1 | -1, touched: Map<string, Tally>): void {
    for (const [key, type, weight] of votes) {
      let tally = touched.get(key) ?? this.#tallies.get(key);
      if (!tally) {
        tally = { votes: 0, weights: ENTITY_TYPES.map(() => 0), winner: undefined };
        this.#tallies.set(key, tally);
      }
      touched.set(key, tally);
      tally.votes += sign;
      const at = ENTITY_TYPES.indexOf(type);
      tally.weights[at] = (tally.weights[at] as number) + sign * Math.round(weight * PARTS);
    }
  }
}

/** Of types with equally many votes the one that comes first among all types. */
function winnerOf({ weights }: Tally): EntityType | undefined {
  let best: EntityType | undefined;
  let most = 0;
  weights.forEach((weight, i) => {
    if (weight === 0 || (best !== undefined && weight <= most)) return;
    best = ENTITY_TYPES[i];
    most = weight;
  });
  return best;
}

type Vote = [key: string, type: EntityType, weight: number];

function votesOf({ name, type, typeConfidence, aliases, mentions }: LocalEntity): Vote[] {
  // no name is without a vote, however unsure its type
  const weight = Math.max(1 / PARTS, typeConfidence ** 2 * Math.sqrt(mentions.length));
  return [...new Set([...aliases, name].map(nameKey))].flatMap((key) => {
    const votes: Vote[] = [[key, type, weight]];
    const form = readForm(type, key);
    // a full name tells what its surname is, and a legal form settles what the name without it is
    if (form.person?.given.length) {
      votes.push([form.person.surname, type, SURNAME_WEIGHT * weight]);
      votes.push([form.person.given[0] as string, type, SURNAME_WEIGHT * weight]);
    } else if (type === 'organization' && form.key !== key.replace(/^the /, ''))
      votes.push([form.key, type, LEGAL_FORM_WEIGHT]);
    // the first word of a company's name is the company, unless a town or a founder is called so
    const [first = '', ...others] = form.words;
    if (type === 'organization' && others.length > 0 && form.key !== key && isCompanyWord(first))
      votes.push([first, type, COMPANY_WEIGHT]);
    return votes;
  });
}

const SURNAME_WEIGHT = 0.5;
const LEGAL_FORM_WEIGHT = 10;
const COMPANY_WEIGHT = 2;

function isCompanyWord(word: string): boolean {
  return placeSize(word) === 0 && !isGivenName(word) && !isFamilyName(word);
}
