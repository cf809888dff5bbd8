import { FolderWords, type UsedWords } from './folderWords.ts';
import type { Item } from './items.ts';
import { Kinship, type KinshipChange } from './kinship.ts';
import { isSameAnswer, type Surroundings } from './measures.ts';
import type { SourceItems } from './sourceItems.ts';

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
  readonly isOnly = (item: Item, thing: string) => item.of.isOnly(item.slot, thing);
  readonly answers = (item: Item, index: number) =>
    (this.sources.get(index)?.inSlot(item.slot) ?? []).some((other) => isSameAnswer(item.claim, other.claim));

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
