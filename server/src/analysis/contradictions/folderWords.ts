import { MultiMap } from '../multiMap.ts';

/** Up to this many, sources are counted one by one; beyond, in steps, so that one more hardly ever changes what a word says. */
const EXACT = 16;
/** How many steps there are to twice as many. */
const STEPS = 4;

/**
 * How much a shared name or word says about a shared event: less, the more sources use it. Counts are rounded, so that an edit changes
 * what a word says for few other sources.
 */
export class FolderWords {
  readonly #users = new MultiMap<string, number>();
  readonly #weights = new Map<string, number>();
  #sources = 0;

  /** How many sources there are, rounded: all weights hang on it. */
  get size(): number {
    return rounded(this.#sources);
  }

  /** The indexes of the sources that use a word. */
  users(word: string): readonly number[] {
    return this.#users.get(word);
  }

  weight(word: string): number {
    let weight = this.#weights.get(word);
    if (weight === undefined) {
      weight = Math.log(1 + this.size / (1 + rounded(this.#users.count(word))));
      this.#weights.set(word, weight);
    }
    return weight;
  }

  /** Takes words of sources out and in. @param sources how many there are then @returns the words that weigh other than before, or `all` */
  update(removed: Iterable<UsedWords>, added: Iterable<UsedWords>, sources: number): Set<string> | 'all' {
    const isAll = rounded(sources) !== this.size;
    const before = isAll ? undefined : new Map<string, number>();
    for (const { index, words } of added) {
      for (const word of words) {
        note(before, word, this.#users.count(word));
        this.#users.add(word, index);
      }
    }
    for (const { index, words } of removed) {
      for (const word of words) {
        note(before, word, this.#users.count(word));
        this.#users.delete(word, index);
      }
    }
    this.#sources = sources;
    if (!before) {
      this.#weights.clear();
      return 'all';
    }
    const changed = new Set<string>();
    for (const [word, was] of before) {
      if (rounded(was) === rounded(this.#users.count(word))) continue;
      changed.add(word);
      this.#weights.delete(word);
    }
    return changed;
  }
}

export interface UsedWords {
  index: number;
  /** Each once. */
  words: readonly string[];
}

function note(before: Map<string, number> | undefined, word: string, count: number): void {
  if (before && !before.has(word)) before.set(word, count);
}

/** A number of sources, in steps. */
function rounded(count: number): number {
  if (count <= EXACT) return count;
  return Math.round(2 ** (Math.round(Math.log2(count) * STEPS) / STEPS));
}
