import type { Claim, Term, WordsValue } from '../claims/claim.ts';
import { nationOf } from '../claims/lexicon/nations.ts';
import { Interned } from '../interned.ts';
import type { EntityType, SourceAnalysis } from '../model.ts';
import { isSame } from '../same.ts';
import { type Block, NO_BLOCKS } from './blocking.ts';
import type { Component, Group } from './groups.ts';
import type { Pair } from './measured.ts';
import { slotOf } from './measures.ts';
import { isPlain } from './plain.ts';
import type { SourceItems } from './sourceItems.ts';

/** A term as the folder knows it. */
export interface LinkedTerm {
  word: string;
  /** The folder's entity, when the source's stage found one. */
  id?: string;
  name: boolean;
  person: boolean;
}

/** What a source's headline and first sentences name, and where they end. */
export interface Lead {
  end: number;
  names: Set<string>;
}

/** A claim with what the folder knows about it. It is the same for as long as its source says the same there. */
export class Item {
  /** Whether it agrees with most claims that it may meet; see {@link isPlain}. */
  readonly isPlain: boolean;
  /** Of a figure or time: with which it can be compared. */
  readonly slot: string | undefined;
  /** Of a name: how it is spelled. */
  readonly spelling: WordsValue | undefined;
  /** The blocking keys under which it is kept. */
  blocks: readonly Block[] = NO_BLOCKS;
  /** The claims that it hangs together with by keys, where some may not agree, and of these the ones that answer one question. */
  component: Component | undefined = undefined;
  group: Group | undefined = undefined;
  /** Of a figure or time: the claims that can be of one measure with it. */
  pairs: Map<Item, Pair> | undefined = undefined;

  /** @param order which of the source's claims it is */
  constructor(
    public of: SourceItems,
    public order: number,
    claim: Claim,
  ) {
    this.isPlain = isPlain(claim);
    this.slot = slotOf(claim);
    this.spelling = claim.kind === 'name' && claim.value.type === 'words' ? oneSpelling(claim.value) : undefined;
  }

  get claim(): Claim {
    return this.of.claim(this.order);
  }

  get source(): SourceAnalysis {
    return this.of.source;
  }

  /** Stands for the source. */
  get index(): number {
    return this.of.index;
  }

  /** Whether a plain claim that meets it may have to be compared: it is not plain, or hangs together with such. */
  get isOdd(): boolean {
    return !this.isPlain || this.component !== undefined;
  }

  get lead(): Lead {
    return this.of.lead;
  }

  /** Whether it stands in the lead. */
  get isLead(): boolean {
    return this.claim.statement.start < this.lead.end;
  }

  get subject(): LinkedTerm[] {
    return this.of.subject(this.order);
  }

  get object(): LinkedTerm[] {
    return this.of.object(this.order);
  }
}

const spellings = new Interned<WordsValue>(200_000);
const oneSpelling = (value: WordsValue) => spellings.one(`${value.words.join(' ')}|${value.names[0]}`, value);

/** The folder's entity for one of a source. */
export interface Linked {
  id: string;
  type: EntityType;
}

export function linkTerm(term: Term, of: Pick<SourceItems, 'nameOf' | 'linked'>): LinkedTerm {
  const local = term.entity === undefined ? undefined : of.nameOf(term.entity);
  const entity = term.entity === undefined ? undefined : of.linked[term.entity];
  const word = nationOf(term.word) ?? term.word;
  const fits = local?.toLowerCase().includes(term.word) || !term.name;
  return {
    word,
    name: term.name,
    person: entity?.type === 'person',
    ...(entity && fits && entity.type !== 'date' ? { id: entity.id } : {}),
  };
}

/** Linked entities decide where both sides have one; else the words do. */
export function sameTerm(a: LinkedTerm, b: LinkedTerm): boolean {
  if (a.id !== undefined && a.id === b.id) return true;
  if (a.id !== undefined && b.id !== undefined && a.person && b.person) return false;
  return a.word === b.word && a.name === b.name;
}

/** In the order of the sources' paths, and then of the text. */
export function inOrder(a: Item, b: Item): number {
  if (a.index === b.index) return a.order - b.order;
  return a.source.path < b.source.path ? -1 : 1;
}

/**
 * Keeps the claims of a source that are as they were before an edit, with the places where they stand now: those before the edit and those
 * after it. What they are compared with, and how that comes out, stays the same.
 *
 * @returns those that are kept, which are claims of the source as it is now
 */
export function keepSame({ items: before }: SourceItems, after: SourceItems): Set<Item> {
  const now = after.items;
  const most = isSame(leadOf(before), leadOf(now)) ? Math.min(before.length, now.length) : 0;
  let head = 0;
  while (head < most && saysSame(before[head] as Item, now[head] as Item)) head++;
  let tail = 0;
  while (tail < most - head && saysSame(before.at(-1 - tail) as Item, now.at(-1 - tail) as Item)) tail++;
  const kept = new Set<Item>();
  after.items = now.map((item, i) => {
    const at = i < head ? i : i >= now.length - tail ? i - now.length + before.length : -1;
    const same = before[at];
    if (!same) return item;
    same.of = item.of;
    same.order = item.order;
    kept.add(same);
    return same;
  });
  return kept;
}

/** Whether two are the same in everything that comparing asks of a claim, which is not where in the text it stands. */
function saysSame(a: Item, b: Item): boolean {
  return isSame(placeless(a), placeless(b)) && isSame(a.subject, b.subject) && isSame(a.object, b.object);
}

const leadOf = ([first]: readonly Item[]) => [...(first?.lead.names ?? [])];

function placeless(item: Item) {
  const { kind, as, topic, context, value, statement, focus, speaker, modality, negative, quoted, cues } = item.claim;
  const length = statement.end - statement.start;
  const from = focus.start - statement.start;
  const to = focus.end - statement.start;
  const { isLead } = item;
  return { kind, as, topic, context, value, speaker, modality, negative, quoted, cues, length, from, to, isLead };
}
