import type { SourceAnalysis } from '../model.ts';

/** A name that more sources than this use says nothing of which belong together. */
const MAX_SOURCES_PER_NAME = 40;

/**
 * How much two sources tell one story, from 0 to 1: the names that they share, weighed by how rare they are, against what each shares with the
 * source nearest to it. A half where a source shares no name with any other, which says nothing.
 */
export function kinshipOf(
  sources: SourceAnalysis[],
  weight: (word: string) => number,
): (a: number, b: number) => number {
  const names = sources.map(namesOf);
  const users = new Map<string, number[]>();
  names.forEach((own, i) => {
    for (const name of own) users.set(name, [...(users.get(name) ?? []), i]);
  });
  const size = names.map((own) => Math.sqrt([...own].reduce((n, name) => n + weight(name), 0)) || 1);
  const shared = new Map<string, number>();
  for (const [name, list] of users) {
    if (list.length > MAX_SOURCES_PER_NAME) continue;
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const key = `${list[i]}|${list[j]}`;
        shared.set(key, (shared.get(key) ?? 0) + weight(name));
      }
  }
  const nearest = names.map(() => 0);
  for (const [key, sum] of shared) {
    const [i = 0, j = 0] = key.split('|').map(Number);
    const near = sum / ((size[i] as number) * (size[j] as number));
    shared.set(key, near);
    for (const k of [i, j]) nearest[k] = Math.max(nearest[k] as number, near);
  }
  return (a, b) => {
    if (a === b) return 1;
    const best = Math.min(nearest[a] ?? 0, nearest[b] ?? 0);
    return best === 0 ? 0.5 : Math.min(1, (shared.get(a < b ? `${a}|${b}` : `${b}|${a}`) ?? 0) / best);
  };
}

const namesOf = (source: SourceAnalysis) => new Set(source.claims.flatMap((c) => c.context.names));
