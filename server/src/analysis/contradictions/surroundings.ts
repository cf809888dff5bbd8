import type { Cues } from '../claims/claim.ts';
import { FolderWords, type UsedWords } from './folderWords.ts';
import type { Item } from './items.ts';
import { Kinship, type KinshipChange } from './kinship.ts';
import { cueWords, isSameAnswer, type Surroundings, slotOf, thingsOf, valueKey } from './measures.ts';

/** A source with its claims. */
export class SourceItems {
  /** What the claims name, and all words around them, each once. */
  readonly names: readonly string[];
  readonly words: readonly string[];
  /** Figures and times. */
  readonly measured: readonly Item[];
  readonly #slots = new Map<string, Item[]>();
  readonly #only = new Map<string, boolean>();

  constructor(
    readonly path: string,
    readonly index: number,
    readonly items: readonly Item[],
  ) {
    this.names = [...new Set(items.flatMap(({ claim }) => claim.context.names))];
    this.words = [...new Set(items.flatMap(wordsOf))];
    this.measured = items.filter(({ claim }) => slotOf(claim));
    for (const item of this.measured) {
      const slot = slotOf(item.claim) as string;
      this.#slots.set(slot, [...(this.#slots.get(slot) ?? []), item]);
    }
  }

  inSlot(slot: string | undefined): readonly Item[] {
    return this.#slots.get(slot ?? '') ?? [];
  }

  /** Whether it gives but one value of a thing. */
  isOnly(slot: string | undefined, thing: string): boolean {
    const key = `${slot}|${thing}`;
    const known = this.#only.get(key);
    if (known !== undefined) return known;
    const all = this.inSlot(slot).filter(({ claim }) => thingsOf(claim).includes(thing));
    const is = new Set(all.map(({ claim }) => valueKey(claim))).size === 1;
    this.#only.set(key, is);
    return is;
  }
}

const NO_CUES: Cues = { heads: [], acts: [], near: [] };

/** Names and words around a claim. */
export function wordsOf({ claim: { context, cues } }: Item): string[] {
  return [...context.names, ...context.words, ...cueWords(cues ?? NO_CUES)];
}

/** What has changed around the claims that themselves are as before. */
export interface Shift extends KinshipChange {
  /** The words that say more or less than before. */
  weighed: Set<string> | 'all';
}

/** What the folder knows that tells whether two figures are of one measure. */
export class FolderSurroundings implements Surroundings {
  readonly sources = new Map<number, SourceItems>();
  readonly #words = new FolderWords();
  readonly #kinship = new Kinship(this.#words, (a, b) => this.#pathOf(a) < this.#pathOf(b));

  readonly weight = (word: string) => this.#words.weight(word);
  readonly kinship = (a: number, b: number) => this.#kinship.between(a, b);
  readonly kin = (index: number) => this.#kinship.of(index);
  readonly figures = (index: number, slot: string) => this.sources.get(index)?.inSlot(slot).length ?? 0;
  readonly isOnly = (item: Item, thing: string) =>
    this.sources.get(item.index)?.isOnly(slotOf(item.claim), thing) ?? false;
  readonly answers = (item: Item, index: number) =>
    (this.sources.get(index)?.inSlot(slotOf(item.claim)) ?? []).some((other) => isSameAnswer(item.claim, other.claim));

  /** The sources that use a word. */
  users(word: string): readonly number[] {
    return this.#words.users(word);
  }

  /** Takes sources out and in; one that is in both has changed. */
  update(removed: Iterable<SourceItems>, added: Iterable<SourceItems>): Shift {
    const [before, after] = [new Map([...removed].map(byIndex)), new Map([...added].map(byIndex))];
    for (const index of before.keys()) this.sources.delete(index);
    for (const [index, source] of after) this.sources.set(index, source);
    const weighed = this.#words.update(lessWords(before, after), lessWords(after, before), this.sources.size);
    const names = (sources: Map<number, SourceItems>) =>
      [...sources.values()].map(({ index, names: words }) => ({ index, words }));
    return { weighed, ...this.#kinship.update(names(before), names(after), weighed) };
  }

  #pathOf(index: number): string {
    return this.sources.get(index)?.path ?? '';
  }
}

const byIndex = (source: SourceItems) => [source.index, source] as const;

/** The words that sources have and do not have in their other state. */
function lessWords(sources: Map<number, SourceItems>, others: Map<number, SourceItems>): UsedWords[] {
  return [...sources.values()].map(({ index, words }) => {
    const known = new Set(others.get(index)?.words);
    return { index, words: known.size === 0 ? words : words.filter((word) => !known.has(word)) };
  });
}
