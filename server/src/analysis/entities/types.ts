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
  weights: Map<EntityType, number>;
}

/** One name, one type: the sources vote with all their names for the thing, each by its confidence. */
export class NameTypes {
  readonly #tallies = new Map<string, Tally>();

  /** The type of a name; undefined for one that no source uses. */
  of(key: string): EntityType | undefined {
    const tally = this.#tallies.get(key);
    return tally && winner(tally);
  }

  /** Takes votes out and others in. @returns the names that now have another type */
  update(removed: Iterable<LocalEntity>, added: Iterable<LocalEntity>): Set<string> {
    const before = new Map<string, EntityType | undefined>();
    const count = (entities: Iterable<LocalEntity>, sign: 1 | -1) => {
      for (const entity of entities) {
        for (const [key, type, weight] of votesOf(entity)) {
          if (!before.has(key)) before.set(key, this.of(key));
          this.#count(key, type, weight, sign);
        }
      }
    };
    count(added, 1);
    count(removed, -1);
    return new Set([...before].filter(([key, type]) => this.of(key) !== type).map(([key]) => key));
  }

  #count(key: string, type: EntityType, weight: number, sign: 1 | -1): void {
    const tally = this.#tallies.get(key) ?? { votes: 0, weights: new Map() };
    tally.votes += sign;
    tally.weights.set(type, (tally.weights.get(type) ?? 0) + sign * Math.round(weight * PARTS));
    if (tally.votes === 0) this.#tallies.delete(key);
    else this.#tallies.set(key, tally);
  }
}

/** Of types with equally many votes the one that comes first among all types. */
function winner({ weights }: Tally): EntityType | undefined {
  let best: EntityType | undefined;
  for (const type of ENTITY_TYPES) {
    const weight = weights.get(type);
    if (weight && (best === undefined || weight > (weights.get(best) ?? 0))) best = type;
  }
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
