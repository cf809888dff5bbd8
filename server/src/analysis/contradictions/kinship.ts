import { withOne } from '../multiMap.ts';
import type { FolderWords, UsedWords } from './folderWords.ts';

/** A name that more sources than this use says nothing of which belong together. */
const MAX_SOURCES_PER_NAME = 40;
/** A source has no more kin than this, and none that shares less with it than this, or than this part of what the nearest does. */
const MOST_KIN = 16;
const LEAST_KIN = { part: 0.15, closeness: 0.08 };
/** What names are worth is summed in whole parts of this, so that the sum does not depend on their order. */
const PARTS = 1_000_000;
/** In folders of more sources than this the size of a source is rounded, to this many steps to twice the size. */
const EXACT = 16;
const STEPS = 8;

/** A name with the sources that use it. */
interface Use {
  readonly name: string;
  /** Each once. */
  users: number[];
  /** How much it says that two sources share it, in whole {@link PARTS}. */
  worth: number;
}

/** What one source shares with the others. */
interface Shared {
  names: readonly Use[];
  /** Grows with the number of names, the rare ones more. */
  size: number;
  /** How close the sources are that share a telling name with it. */
  others: Map<number, number>;
  nearest: number;
  /** The nearest of them. */
  near: Set<number>;
  /** Those, and those to which it is near. */
  kin: Set<number>;
  inOrder?: number[] | undefined;
}

export interface KinshipChange {
  /** Sources that have other kin than before. */
  moved: Set<number>;
  /** Sources whose nearest is nearer or farther than before. */
  nearer: Set<number>;
  /** Pairs of sources that are closer or less close than before; none are told of where all words weigh otherwise, as that is nearly all. */
  pairs: [number, number][];
}

/** How much two sources tell one story: by the names that they share, weighed by how rare they are. */
export class Kinship {
  readonly #shared = new Map<number, Shared>();
  readonly #uses = new Map<string, Use>();

  /** @param isBefore the order of the sources, which decides between those that are equally near */
  constructor(
    private readonly words: FolderWords,
    private readonly isBefore: (a: number, b: number) => boolean,
  ) {}

  /**
   * From 0 to 1: what two sources share against what each shares with the source nearest to it. A half where a source shares no
   * name with any other, which says nothing.
   */
  between(a: number, b: number): number {
    if (a === b) return 1;
    const [one, other] = [this.#shared.get(a), this.#shared.get(b)];
    const best = Math.min(one?.nearest ?? 0, other?.nearest ?? 0);
    return best === 0 ? 0.5 : Math.min(1, (one?.others.get(b) ?? 0) / best);
  }

  /** The sources that may tell the same story as one or for which it may, itself included, in the order of the sources. */
  of(index: number): readonly number[] {
    const own = this.#shared.get(index);
    if (!own) return [];
    own.inOrder ??= [...own.kin].sort((a, b) => (this.isBefore(a, b) ? -1 : 1));
    return own.inOrder;
  }

  /** Takes sources out and in; one that is in both has changed. @param weighed the words that weigh other than before */
  update(removed: Iterable<UsedWords>, added: Iterable<UsedWords>, weighed: Set<string> | 'all'): KinshipChange {
    const change: KinshipChange = { moved: new Set(), nearer: new Set(), pairs: [] };
    const reached = this.#exchange(new Map([...removed].map(byIndex)), new Map([...added].map(byIndex)), change.moved);
    for (const use of weighed === 'all'
      ? this.#uses.values()
      : [...weighed].flatMap((name) => this.#uses.get(name) ?? [])) {
      use.worth = this.#worth(use.name);
      for (const index of use.users) reached.add(index);
    }
    for (const index of [...reached]) this.#resize(index, reached);
    for (const index of reached) this.#measure(index, change, weighed !== 'all');
    return change;
  }

  /** @returns the sources that share, or shared, other names than before */
  #exchange(
    removed: Map<number, readonly string[]>,
    added: Map<number, readonly string[]>,
    moved: Set<number>,
  ): Set<number> {
    const reached = new Set<number>();
    const reach = ({ users }: Use) => {
      if (users.length <= MAX_SOURCES_PER_NAME + 1) for (const user of users) reached.add(user);
    };
    for (const [index, names] of removed) {
      const now = new Set(added.get(index));
      for (const name of names) {
        const use = this.#uses.get(name);
        if (!use || now.has(name)) continue;
        reach(use);
        use.users.splice(use.users.indexOf(index), 1);
        if (use.users.length === 0) this.#uses.delete(name);
      }
      if (!added.has(index)) this.#forget(index, moved);
    }
    for (const [index, names] of added) {
      const uses = names.map((name) => this.#use(name));
      const fresh = { size: 0, others: new Map(), nearest: 0, near: new Set<number>(), kin: new Set([index]) };
      this.#shared.set(index, { ...(this.#shared.get(index) ?? fresh), names: uses });
      const before = new Set(removed.get(index));
      for (const use of uses) {
        if (before.has(use.name)) continue;
        use.users = withOne(use.users, index);
        reach(use);
      }
      reached.add(index);
    }
    return reached;
  }

  #use(name: string): Use {
    const known = this.#uses.get(name);
    if (known) return known;
    const use = { name, users: [] as number[], worth: this.#worth(name) };
    this.#uses.set(name, use);
    return use;
  }

  #forget(index: number, moved: Set<number>): void {
    const own = this.#shared.get(index);
    this.#shared.delete(index);
    for (const other of own?.kin ?? []) {
      const its = this.#shared.get(other);
      if (!its) continue;
      its.kin.delete(index);
      its.near.delete(index);
      its.inOrder = undefined;
      moved.add(other);
    }
  }

  /** A source of another size is closer or less close to all that it shares something with. */
  #resize(index: number, reached: Set<number>): void {
    const own = this.#shared.get(index);
    if (!own) return;
    const sum = own.names.reduce((total, { worth }) => total + worth, 0);
    const size = this.#rounded(Math.sqrt(sum / PARTS) || 1);
    if (size === own.size) return;
    own.size = size;
    for (const use of own.names) for (const user of sharers(use)) reached.add(user);
  }

  #rounded(size: number): number {
    return this.words.size <= EXACT ? size : 2 ** (Math.round(Math.log2(size) * STEPS) / STEPS);
  }

  #worth(name: string): number {
    return Math.round(this.words.weight(name) * PARTS);
  }

  #measure(index: number, change: KinshipChange, tellsPairs: boolean): void {
    const own = this.#shared.get(index);
    if (!own) return;
    const others = this.#othersOf(index, own);
    if (tellsPairs) {
      for (const [other, closeness] of others)
        if (own.others.get(other) !== closeness) change.pairs.push([index, other]);
      for (const other of own.others.keys()) if (!others.has(other)) change.pairs.push([index, other]);
    }
    let nearest = 0;
    for (const closeness of others.values()) nearest = Math.max(nearest, closeness);
    if (nearest !== own.nearest) change.nearer.add(index);
    own.others = others;
    own.nearest = nearest;
    this.#approach(index, own, change.moved);
  }

  /** Finds out which sources are near now. */
  #approach(index: number, own: Shared, moved: Set<number>): void {
    const least = Math.max(LEAST_KIN.closeness, LEAST_KIN.part * own.nearest);
    const close: [number, number][] = [];
    for (const pair of own.others) if (pair[1] >= least) close.push(pair);
    if (close.length > MOST_KIN) close.sort((a, b) => b[1] - a[1] || (this.isBefore(a[0], b[0]) ? -1 : 1));
    const near = new Set(close.slice(0, MOST_KIN).map(([other]) => other));
    const before = own.near;
    own.near = near;
    for (const other of new Set([...before, ...near])) {
      const its = this.#shared.get(other);
      if (before.has(other) === near.has(other) || !its) continue;
      moved.add(index).add(other);
      own.inOrder = undefined;
      its.inOrder = undefined;
      if (near.has(other) || its.near.has(index)) {
        own.kin.add(other);
        its.kin.add(index);
      } else {
        own.kin.delete(other);
        its.kin.delete(index);
      }
    }
  }

  #othersOf(index: number, { names, size }: Shared): Map<number, number> {
    const sums = new Map<number, number>();
    for (const use of names)
      for (const other of sharers(use)) if (other !== index) sums.set(other, (sums.get(other) ?? 0) + use.worth);
    for (const [other, sum] of sums) sums.set(other, sum / PARTS / (size * (this.#shared.get(other) as Shared).size));
    return sums;
  }
}

const byIndex = ({ index, words }: UsedWords) => [index, words] as const;
const NOBODY: readonly number[] = [];
const sharers = ({ users }: Use) => (users.length <= MAX_SOURCES_PER_NAME ? users : NOBODY);
