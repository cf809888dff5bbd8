import type { Item } from './items.ts';

/** A key that claims of more sources than this have would pair what has nothing to do with each other. */
const MOST_SOURCES = 12;
/** A source keeps no more claims than this under a key. */
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
  crowd: Map<number, Item[]> | undefined;
  /** How many are not plain or hang together with such. */
  odd = 0;

  constructor(
    readonly area: string,
    readonly word: string,
  ) {}

  get items(): readonly Item[] {
    if (this.crowd) return [...this.crowd.values()].flat();
    return this.some ?? (this.one ? [this.one] : []);
  }
}

/**
 * The claims under their blocking keys. Claims meet where they share a key, which stays cheap however large the folder is: under a key that
 * many sources have ("killed", "Reuters", "Monday") a claim meets only those of the sources that tell the same story.
 */
export class Blocks {
  readonly #areas = new Map<string, Map<string, Block>>();
  /** How often a claim was not kept under a key, for those of which this is true. */
  readonly #refused = new Map<Item, number>();
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
    if (block.crowd) for (const index of this.kin(item.index)) block.crowd.get(index)?.forEach(visit);
    else if (block.some) block.some.forEach(visit);
    else if (block.one) visit(block.one);
  }

  /** Whether there is one such among those that a claim meets under one key, itself included. */
  some(block: Block, item: Item, is: (other: Item) => boolean): boolean {
    if (!block.crowd) return block.some ? block.some.some(is) : block.one !== undefined && is(block.one);
    return this.kin(item.index).some((index) => block.crowd?.get(index)?.some(is));
  }

  /** All that a claim meets, each once, but for itself. */
  met(item: Item): Set<Item> {
    const found = new Set<Item>();
    for (const block of item.blocks) this.visit(block, item, (other) => found.add(other));
    found.delete(item);
    return found;
  }

  /** Takes claims out and in. @returns those that stay but meet others than before, as their key has become crowded or is no more */
  update(removed: Iterable<Item>, added: Iterable<Item>): Set<Item> {
    const crossed = new Map<Block, boolean>();
    for (const item of removed) {
      for (const block of item.blocks) this.#remove(block, item, crossed);
      item.blocks = NO_BLOCKS;
      this.leftOut -= this.#refused.get(item) ?? 0;
      this.#refused.delete(item);
    }
    for (const item of added) this.#take(item, crossed);
    const affected = new Set<Item>();
    for (const [block, was] of crossed) {
      const is = block.crowd !== undefined;
      if (is === was) continue;
      this.crowded += was ? -1 : 1;
      for (const item of block.items) affected.add(item);
    }
    return affected;
  }

  #take(item: Item, crossed: Map<Block, boolean>): void {
    const { area, words } = this.keysOf(item);
    const blocks = this.#areas.get(area) ?? new Map<string, Block>();
    this.#areas.set(area, blocks);
    const own: Block[] = [];
    let refused = 0;
    words.forEach((word, i) => {
      if (words.indexOf(word) < i) return;
      let block = blocks.get(word);
      if (!block) {
        block = new Block(area, word);
        blocks.set(word, block);
      }
      if (this.#add(block, item, crossed)) own.push(block);
      else refused++;
    });
    item.blocks = own;
    if (refused > 0) this.#refused.set(item, refused);
    this.leftOut += refused;
  }

  /** @param crossed gets the keys that became crowded or no longer are on the way, with whether they were at first */
  #add(block: Block, item: Item, crossed: Map<Block, boolean>): boolean {
    const { one, some, crowd } = block;
    if (crowd) {
      const own = crowd.get(item.index);
      if (!own) crowd.set(item.index, [item]);
      else if (own.length < MOST_CLAIMS) own.push(item);
      else return false;
    } else if (some) {
      if (some.length >= MOST_CLAIMS && count(some, item.index) >= MOST_CLAIMS) return false;
      some.push(item);
      if (some.length > MOST_SOURCES) this.#crowd(block, some, crossed);
    } else if (one) {
      block.some = [one, item];
      block.one = undefined;
    } else block.one = item;
    return true;
  }

  #crowd(block: Block, items: Item[], crossed: Map<Block, boolean>): void {
    const crowd = groupBySource(items);
    if (crowd.size <= MOST_SOURCES) return;
    if (!crossed.has(block)) crossed.set(block, false);
    block.crowd = crowd;
    block.some = undefined;
  }

  #remove(block: Block, item: Item, crossed: Map<Block, boolean>): void {
    const { some, crowd } = block;
    if (crowd) {
      const own = (crowd.get(item.index) ?? []).filter((other) => other !== item);
      if (own.length > 0) crowd.set(item.index, own);
      else crowd.delete(item.index);
      if (crowd.size > MOST_SOURCES) return;
      if (!crossed.has(block)) crossed.set(block, true);
      block.some = [...crowd.values()].flat();
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

function count(items: Item[], index: number): number {
  let found = 0;
  for (const item of items) if (item.index === index) found++;
  return found;
}

function groupBySource(items: Item[]): Map<number, Item[]> {
  const sources = new Map<number, Item[]>();
  for (const item of items) {
    const own = sources.get(item.index);
    if (own) own.push(item);
    else sources.set(item.index, [item]);
  }
  return sources;
}
