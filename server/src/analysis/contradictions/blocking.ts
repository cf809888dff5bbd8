import type { Item } from './items.ts';

/** A key that claims of more sources than this have would pair what has nothing to do with each other. */
const MOST_SOURCES = 12;
/** A source keeps no more claims than this under a key. */
const MOST_CLAIMS = 40;

/** The sources that may tell the same story as one, itself included. */
export type Kin = (index: number) => readonly number[];

/** The claims under one key: most keys have one claim; those of a crowded one are kept by source. */
type Block = Item | Item[] | Map<number, Item[]>;

/**
 * The claims under their blocking keys. Claims meet where they share a key, which stays cheap however large the folder is: under a key that
 * many sources have ("killed", "Reuters", "Monday") a claim meets only those of the sources that tell the same story.
 */
export class Blocks {
  readonly #blocks = new Map<string, Block>();
  readonly #keys = new Map<Item, string[]>();
  /** How many keys are shared by too many sources. */
  crowded = 0;
  /** How often a claim was not kept under a key, as its source has too many there. */
  leftOut = 0;

  /** @param keysOf the keys of a claim, each once */
  constructor(
    private readonly keysOf: (item: Item) => string[],
    private readonly kin: Kin,
  ) {}

  keys(item: Item): readonly string[] {
    return this.#keys.get(item) ?? [];
  }

  isCrowded(key: string): boolean {
    return this.#blocks.get(key) instanceof Map;
  }

  /** Visits those that a claim meets under one key, itself included. */
  visit(key: string, item: Item, visit: (other: Item) => void): void {
    const block = this.#blocks.get(key);
    if (block instanceof Map) for (const index of this.kin(item.index)) block.get(index)?.forEach(visit);
    else if (Array.isArray(block)) block.forEach(visit);
    else if (block) visit(block);
  }

  /** All that a claim meets, each once, but for itself. */
  met(item: Item): Set<Item> {
    const found = new Set<Item>();
    for (const key of this.keys(item)) this.visit(key, item, (other) => found.add(other));
    found.delete(item);
    return found;
  }

  /** Takes claims out and in. @returns those that stay but meet others than before, as their key has become crowded or is no more */
  update(removed: Iterable<Item>, added: Iterable<Item>): Set<Item> {
    const crossed = new Map<string, boolean>();
    for (const item of removed) {
      const kept = this.keys(item);
      for (const key of kept) this.#remove(key, item, crossed);
      this.leftOut -= this.keysOf(item).length - kept.length;
      this.#keys.delete(item);
    }
    for (const item of added) {
      const keys = this.keysOf(item);
      const kept = keys.filter((key) => this.#add(key, item, crossed));
      this.#keys.set(item, kept);
      this.leftOut += keys.length - kept.length;
    }
    const affected = new Set<Item>();
    for (const [key, was] of crossed) {
      if (this.isCrowded(key) === was) continue;
      this.crowded += was ? -1 : 1;
      for (const item of itemsOf(this.#blocks.get(key))) affected.add(item);
    }
    return affected;
  }

  /** @param crossed gets the keys that became crowded or no longer are on the way, with whether they were at first */
  #add(key: string, item: Item, crossed: Map<string, boolean>): boolean {
    const block = this.#blocks.get(key);
    const own = block instanceof Map ? (block.get(item.index) ?? []) : itemsOf(block).filter(isOf(item));
    if (own.length >= MOST_CLAIMS) return false;
    if (block instanceof Map) block.set(item.index, [...own, item]);
    else if (!block) this.#blocks.set(key, item);
    else {
      const items = [...itemsOf(block), item];
      const bySource = items.length > MOST_SOURCES ? groupBySource(items) : undefined;
      const isCrowded = bySource !== undefined && bySource.size > MOST_SOURCES;
      if (isCrowded && !crossed.has(key)) crossed.set(key, false);
      this.#blocks.set(key, isCrowded ? bySource : items);
    }
    return true;
  }

  #remove(key: string, item: Item, crossed: Map<string, boolean>): void {
    const block = this.#blocks.get(key);
    if (!block) return;
    if (!(block instanceof Map)) {
      const items = itemsOf(block).filter((other) => other !== item);
      if (items.length === 0) this.#blocks.delete(key);
      else this.#blocks.set(key, items.length === 1 ? (items[0] as Item) : items);
      return;
    }
    const own = (block.get(item.index) ?? []).filter((other) => other !== item);
    if (own.length > 0) block.set(item.index, own);
    else block.delete(item.index);
    if (block.size > MOST_SOURCES) return;
    if (!crossed.has(key)) crossed.set(key, true);
    this.#blocks.set(key, itemsOf(block));
  }
}

const isOf = (item: Item) => (other: Item) => other.index === item.index;

function itemsOf(block: Block | undefined): Item[] {
  if (block instanceof Map) return [...block.values()].flat();
  return Array.isArray(block) ? block : block ? [block] : [];
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
