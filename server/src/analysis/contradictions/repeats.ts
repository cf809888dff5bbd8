import type { Contradiction, Statement } from '../model.ts';

/** Contradictions with more statements than this are never repeats. */
const MAX_PAIRS = 200;

/** The surest first. */
export function bySureness(a: Contradiction, b: Contradiction): number {
  if (a.confidence !== b.confidence) return b.confidence - a.confidence;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return placesOf(a) < placesOf(b) ? -1 : 1;
}

/** Where the statements of a contradiction stand. */
const placesOf = ({ positions }: Contradiction) =>
  positions.flatMap(({ statements }) => statements.map(({ path, focus }) => `${path}@${focus.start}`)).join();

/** Two readers may see one dispute: what surer contradictions of the same kind show between the same statements is a repeat. */
export class Repeats {
  readonly #pairs = new Map<Contradiction, string[]>();
  readonly #showing = new Map<string, Set<Contradiction>>();

  /** Takes contradictions out and in. @returns those that are in and may have become repeats, or may be none any more */
  update(removed: readonly Contradiction[], added: Iterable<Contradiction>): Set<Contradiction> {
    const affected = new Set<Contradiction>();
    for (const contradiction of removed) {
      for (const pair of this.#pairs.get(contradiction) ?? []) {
        const showing = this.#showing.get(pair);
        showing?.delete(contradiction);
        if (showing?.size === 0) this.#showing.delete(pair);
        for (const other of showing ?? []) affected.add(other);
      }
      this.#pairs.delete(contradiction);
    }
    // two that are taken out together may have been each other's repeats
    for (const contradiction of removed) affected.delete(contradiction);
    for (const contradiction of added) {
      const pairs = pairsOf(contradiction);
      this.#pairs.set(contradiction, pairs);
      affected.add(contradiction);
      for (const pair of pairs) {
        const showing = this.#showing.get(pair) ?? new Set();
        this.#showing.set(pair, showing.add(contradiction));
        for (const other of showing) affected.add(other);
      }
    }
    return affected;
  }

  isRepeat(contradiction: Contradiction): boolean {
    const pairs = this.#pairs.get(contradiction) ?? [];
    const isShown = (pair: string) =>
      [...(this.#showing.get(pair) ?? [])].some(
        (other) => other !== contradiction && bySureness(other, contradiction) < 0,
      );
    return pairs.length > 0 && pairs.every(isShown);
  }
}

function pairsOf({ kind, positions }: Contradiction): string[] {
  const sides = positions.map(({ statements }) => statements.length);
  const total = sides.reduce((sum, size) => sum + size, 0);
  if ((total * total - sides.reduce((sum, size) => sum + size * size, 0)) / 2 > MAX_PAIRS) return [];
  return positions.flatMap((a, i) =>
    positions.slice(i + 1).flatMap((b) => a.statements.flatMap((s) => b.statements.map((t) => pairOf(kind, s, t)))),
  );
}

const pairOf = (kind: string, a: Statement, b: Statement) =>
  `${kind}|${[`${a.path}@${a.start}`, `${b.path}@${b.start}`].sort().join('|')}`;
