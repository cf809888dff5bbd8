import type { SourceAnalysis } from '../model.ts';

/** A name that more sources than this use says nothing of which belong together. */
const MAX_SOURCES_PER_NAME = 40;
/** A source has no more kin than this, and none that shares less with it than this, or than this part of what the nearest does. */
const MOST_KIN = 16;
const LEAST_KIN = { part: 0.15, closeness: 0.08 };

export interface Kinship {
  /**
   * How much two sources tell one story, from 0 to 1: the names that they share, weighed by how rare they are, against what each shares with the
   * source nearest to it. A half where a source shares no name with any other, which says nothing.
   */
  between(a: number, b: number): number;
  /** The sources that may tell the same story as one, the nearest first after itself. */
  of(index: number): readonly number[];
}

export function kinshipOf(sources: SourceAnalysis[], weight: (word: string) => number): Kinship {
  const shared = sharedNames(sources, weight);
  const nearest = shared.map((own) => Math.max(0, ...own.values()));
  const kin = shared.map((own, index) => {
    const least = Math.max(LEAST_KIN.closeness, LEAST_KIN.part * (nearest[index] as number));
    const near = [...own].filter(([, closeness]) => closeness >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return [index, ...near.slice(0, MOST_KIN).map(([other]) => other)];
  });
  return {
    between: (a, b) => {
      if (a === b) return 1;
      const best = Math.min(nearest[a] ?? 0, nearest[b] ?? 0);
      return best === 0 ? 0.5 : Math.min(1, (shared[a]?.get(b) ?? 0) / best);
    },
    of: (index) => kin[index] ?? [],
  };
}

/** For each source the others that share a telling name with it, and how close that brings them. */
function sharedNames(sources: SourceAnalysis[], weight: (word: string) => number): Map<number, number>[] {
  const names = sources.map(namesOf);
  const users = new Map<string, number[]>();
  names.forEach((own, i) => {
    for (const name of own) {
      const list = users.get(name);
      if (list) list.push(i);
      else users.set(name, [i]);
    }
  });
  const size = names.map((own) => Math.sqrt([...own].reduce((n, name) => n + weight(name), 0)) || 1);
  const shared = sources.map(() => new Map<number, number>());
  for (const [name, list] of users) {
    if (list.length < 2 || list.length > MAX_SOURCES_PER_NAME) continue;
    const worth = weight(name);
    for (const i of list) {
      const own = shared[i] as Map<number, number>;
      for (const j of list) if (i !== j) own.set(j, (own.get(j) ?? 0) + worth);
    }
  }
  shared.forEach((own, i) => {
    for (const [j, sum] of own) own.set(j, sum / ((size[i] as number) * (size[j] as number)));
  });
  return shared;
}

const namesOf = (source: SourceAnalysis) => new Set(source.claims.flatMap((c) => c.context.names));
