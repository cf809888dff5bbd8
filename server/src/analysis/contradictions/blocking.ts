import { MultiMap, withOne } from '../multiMap.ts';
import type { Item } from './items.ts';

/** A key that claims of more sources than this have would pair what has nothing to do with each other. */
const MOST_SOURCES = 12;
/** A source keeps no more claims than this under a key: the first in its text. */
const MOST_CLAIMS = 40;

/** The sources that may tell the same story as one, itself included. */
export type Kin = (index: number) => readonly number[];

/** The keys of a claim: words that count within one area only. */
export interface Keys {
  area: string;
  words: readonly string[];
}

/** The claims under one key. */
export class Block {
  /** Most keys have one claim. */
  one: Item | undefined;
  some: Item[] | undefined;
  /** Those of a crowded key, by source. */
  crowd: MultiMap<number, Item> | undefined;
  /** How many are odd; see {@link Item.isOdd}. */
  odd = 0;

  constructor(
    readonly area: string,
    readonly word: string,
  ) {}

  get items(): readonly Item[] {
    if (this.crowd) return this.crowd.all;
    return this.some ?? (this.one ? [this.one] : []);
  }
}

/**
 * The claims under their blocking keys. Claims meet where they share a key, which stays cheap however large the folder is: under a key that
 * many sources have ("killed", "Reuters", "Monday") a claim meets only those of the sources that tell the same story.
 */
export class Blocks {
  readonly #areas = new Map<string, Map<string, Block>>();
  /** The claims that are not kept under a key, and the keys under which a claim is not kept. */
  readonly #refused = new MultiMap<Block, Item>();
  readonly #refusing = new MultiMap<Item, Block>();
  /** How many keys are shared by too many sources. */
  crowded = 0;
  /** How often a claim was not kept under a key, as its source has too many there. */
  leftOut = 0;

  constructor(
    private readonly keysOf: (item: Item) => Keys,
    private readonly kin: Kin,
  ) {}

  /** Visits those that a claim meets under one key, itself included. */
  visit(block: Block, item: Item, visit: (other: Item) => void): void {
    if (block.crowd) for (const index of this.kin(item.index)) for (const other of block.crowd.get(index)) visit(other);
    else if (block.some) block.some.forEach(visit);
    else if (block.one) visit(block.one);
  }

  /** Whether there is one such among those that a claim meets under one key, itself included. */
  some(block: Block, item: Item, is: (other: Item) => boolean): boolean {
    if (!block.crowd) return block.some ? block.some.some(is) : block.one !== undefined && is(block.one);
    return this.kin(item.index).some((index) => block.crowd?.some(index, is));
  }

  /** All that a claim meets, each once, but for itself. */
  met(item: Item): Set<Item> {
    const found = new Set<Item>();
    for (const block of item.blocks) this.visit(block, item, (other) => found.add(other));
    found.delete(item);
    return found;
  }

  /**
   * Takes claims out and in. @returns those that may meet others than before, as their key has become crowded or is no more, or as their source has
   * more claims before them there than it had, or fewer
   */
  update(removed: Iterable<Item>, added: Iterable<Item>): Set<Item> {
    const crossed = new Map<Block, boolean>();
    const affected = new Set<Item>();
    for (const item of removed) {
      for (const block of [...this.#refusing.get(item)]) this.#accept(block, item);
      for (const block of item.blocks) {
        this.#remove(block, item, crossed);
        const next =
          this.#refused.size > 0 && first(this.#refused.get(block).filter(({ index }) => index === item.index));
        if (next) affected.add(this.#readmit(block, next, crossed));
      }
      item.blocks = NO_BLOCKS;
    }
    for (const item of added) this.#take(item, crossed, affected);
    for (const [block, was] of crossed) {
      const is = block.crowd !== undefined;
      if (is === was) continue;
      this.crowded += was ? -1 : 1;
      for (const item of block.items) affected.add(item);
    }
    return affected;
  }

  #take(item: Item, crossed: Map<Block, boolean>, affected: Set<Item>): void {
    const { area, words } = this.keysOf(item);
    const blocks = this.#areas.get(area) ?? new Map<string, Block>();
    this.#areas.set(area, blocks);
    const own: Block[] = [];
    words.forEach((word, i) => {
      if (words.indexOf(word) < i) return;
      let block = blocks.get(word);
      if (!block) {
        block = new Block(area, word);
        blocks.set(word, block);
      }
      const last = lastOfMany(block, item);
      if (last === item) this.#refuse(block, item);
      else {
        if (last) affected.add(this.#evict(block, last, crossed));
        this.#add(block, item, crossed);
        own.push(block);
      }
    });
    item.blocks = own.slice();
  }

  #refuse(block: Block, item: Item): void {
    this.#refused.add(block, item);
    this.#refusing.add(item, block);
    this.leftOut++;
  }

  #accept(block: Block, item: Item): void {
    this.#refused.delete(block, item);
    this.#refusing.delete(item, block);
    this.leftOut--;
  }

  #evict(block: Block, item: Item, crossed: Map<Block, boolean>): Item {
    this.#remove(block, item, crossed);
    item.blocks = item.blocks.filter((each) => each !== block);
    this.#refuse(block, item);
    return item;
  }

  #readmit(block: Block, item: Item, crossed: Map<Block, boolean>): Item {
    this.#accept(block, item);
    this.#add(block, item, crossed);
    item.blocks = [...item.blocks, block];
    return item;
  }

  /** @param crossed gets the keys that became crowded or no longer are on the way, with whether they were at first */
  #add(block: Block, item: Item, crossed: Map<Block, boolean>): void {
    const { one, some, crowd } = block;
    if (item.isOdd) block.odd++;
    if (crowd) crowd.add(item.index, item);
    else if (some) {
      block.some = withOne(some, item);
      if (block.some.length > MOST_SOURCES) this.#crowd(block, block.some, crossed);
    } else if (one) {
      block.some = [one, item];
      block.one = undefined;
    } else block.one = item;
  }

  #crowd(block: Block, items: Item[], crossed: Map<Block, boolean>): void {
    const crowd = new MultiMap<number, Item>();
    for (const item of items) crowd.add(item.index, item);
    if (crowd.size <= MOST_SOURCES) return;
    if (!crossed.has(block)) crossed.set(block, false);
    block.crowd = crowd;
    block.some = undefined;
  }

  #remove(block: Block, item: Item, crossed: Map<Block, boolean>): void {
    const { some, crowd } = block;
    if (item.isOdd) block.odd--;
    if (crowd) {
      crowd.delete(item.index, item);
      if (crowd.size > MOST_SOURCES) return;
      if (!crossed.has(block)) crossed.set(block, true);
      block.some = crowd.all;
      block.crowd = undefined;
    } else if (some) {
      some.splice(some.indexOf(item), 1);
      if (some.length > 1) return;
      block.one = some[0];
      block.some = undefined;
    } else this.#drop(block);
  }

  #drop(block: Block): void {
    const blocks = this.#areas.get(block.area);
    block.one = undefined;
    if (blocks?.delete(block.word) && blocks.size === 0) this.#areas.delete(block.area);
  }
}

export const NO_BLOCKS: readonly Block[] = [];

/** Where a source has as many claims under a key as it may, the last of these and one more. */
function lastOfMany(block: Block, item: Item): Item | undefined {
  const { some = [], crowd } = block;
  if (crowd ? crowd.count(item.index) < MOST_CLAIMS : some.length < MOST_CLAIMS) return undefined;
  const own = crowd ? crowd.get(item.index) : some.filter(({ index }) => index === item.index);
  return own.length < MOST_CLAIMS ? undefined : own.reduce((a, b) => (b.order > a.order ? b : a), item);
}

const first = (items: Item[]): Item | undefined =>
  items.length === 0 ? undefined : items.reduce((a, b) => (b.order < a.order ? b : a));
