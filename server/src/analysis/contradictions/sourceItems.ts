import type { Claim } from '../claims/claim.ts';
import { Interned } from '../interned.ts';
import type { PackedSource } from '../packedSource.ts';
import type { PackedList } from '../packing.ts';
import { Recent } from '../recent.ts';
import { Item, type Lead, type Linked, type LinkedTerm, linkTerm } from './items.ts';
import { cueWords, type Measure, readMeasure, thingsOf, valueKey } from './measures.ts';

/** What is worked out of a source's claims while it is compared. */
interface View {
  claims: PackedList<Claim>;
  /** Of the source's own entities. */
  entityNames: string[];
  /** By the number of the claim. */
  subjects: LinkedTerm[][];
  objects: LinkedTerm[][];
  measures: Measure[];
  only: Map<string, boolean>;
}

/** In bytes of packed claims. */
const recent = new Recent(400_000);

/** A source with its claims, and what the folder knows of what they are about. */
export class SourceItems {
  items: readonly Item[];
  readonly lead: Lead;
  /** What the claims name, and all words around them, each once. */
  readonly names: readonly string[];
  readonly words: readonly string[];
  #ages: ReadonlyMap<string, string> | undefined;
  #view: View | undefined;

  /** @param linked the folder's entity for each of the source's own */
  constructor(
    readonly source: PackedSource,
    readonly index: number,
    readonly linked: readonly (Linked | undefined)[],
  ) {
    this.items = this.claims.map((claim, order) => new Item(this, order, claim));
    this.lead = leadOf(source, this.claims);
    this.names = distinct(this.claims.flatMap(({ context }) => context.names));
    this.words = distinct(this.claims.flatMap(wordsOf));
  }

  get path(): string {
    return this.source.path;
  }

  get claims(): Claim[] {
    return this.#open.claims.all;
  }

  nameOf(entity: number): string | undefined {
    return this.#open.entityNames[entity];
  }

  claim(order: number): Claim {
    return this.#open.claims.get(order);
  }

  subject(order: number): LinkedTerm[] {
    const { subjects, claims } = this.#open;
    subjects[order] ??= this.#subjectOf(claims.get(order));
    return subjects[order];
  }

  object(order: number): LinkedTerm[] {
    const { objects, claims } = this.#open;
    objects[order] ??= (claims.get(order).object ?? []).map((term) => linkTerm(term, this));
    return objects[order];
  }

  measure(item: Item): Measure {
    const { measures } = this.#open;
    const measure = measures[item.order] ?? readMeasure(item);
    measures[item.order] = measure;
    return measure;
  }

  /** The figures and times of one kind. */
  inSlot(slot: string | undefined): Item[] {
    return slot === undefined ? [] : this.items.filter((item) => item.slot === slot);
  }

  /** Whether it gives but one value of a thing. */
  isOnly(slot: string | undefined, thing: string): boolean {
    const { only } = this.#open;
    const key = `${slot}|${thing}`;
    const known = only.get(key);
    if (known !== undefined) return known;
    const all = this.inSlot(slot).filter(({ claim }) => thingsOf(claim).includes(thing));
    const is = new Set(all.map(({ claim }) => valueKey(claim))).size === 1;
    only.set(key, is);
    return is;
  }

  /** Says how old those are known to be of whom it speaks. @param ages by {@link keyOf} their names */
  tellAges(ages: ReadonlyMap<string, string>): void {
    this.#ages = ages;
    this.release();
  }

  release(): void {
    this.#view = undefined;
  }

  get #open(): View {
    this.#view ??= this.#look();
    return this.#view;
  }

  #look(): View {
    recent.hold(this, this.source.size);
    return {
      claims: this.source.claimList,
      entityNames: this.source.entityNames,
      subjects: [],
      objects: [],
      measures: [],
      only: new Map(),
    };
  }

  #subjectOf(claim: Claim): LinkedTerm[] {
    const subject = claim.subject.map((term) => linkTerm(term, this));
    const ages = this.#ages;
    if (!ages || claim.topic === 'age' || claim.kind === 'name') return subject;
    for (const word of subject.flatMap((term) => (term.name ? (ages.get(keyOf(term)) ?? []) : [])))
      if (!subject.some((term) => term.word === word)) subject.push({ word, name: false, person: false });
    return subject;
  }
}

function leadOf({ leadEnd: end }: PackedSource, claims: Claim[]): Lead {
  const names = claims.filter(({ statement }) => statement.end <= end).flatMap(({ context }) => context.names);
  return { end, names: new Set(distinct(names)) };
}

const vocabulary = new Interned<string>(500_000);
const distinct = (words: string[]) => [...new Set(words)].map((word) => vocabulary.one(word, word));

/** By what somebody is known in the folder. */
export const keyOf = ({ id, word }: LinkedTerm) => id ?? word;

/** Names and words around a claim. */
export function wordsOf({ context, cues }: Claim): string[] {
  return [...context.names, ...context.words, ...cueWords(cues)];
}
