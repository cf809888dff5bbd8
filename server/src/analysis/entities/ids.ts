import { MultiMap } from '../multiMap.ts';
import type { About, Cluster } from './cluster.ts';
import { nameKey } from './names.ts';

/** The ids of clusters: the type and name, and a number where several have these, in the order in which they are first mentioned. */
export class EntityIds {
  readonly #ids = new Map<Cluster, string>();
  readonly #bases = new Map<Cluster, string>();
  readonly #alike = new MultiMap<string, Cluster>();

  of(cluster: Cluster): string {
    return this.#ids.get(cluster) as string;
  }

  has(id: string): boolean {
    const [, base = id, number = '1'] = /^(.*)#(\d+)$/s.exec(id) ?? [];
    return this.#alike.count(base) >= Number(number);
  }

  /** Takes in what has changed. @returns the clusters that have another id than before */
  update(changed: Iterable<Cluster>, gone: Iterable<Cluster>): Set<Cluster> {
    const bases = new Set<string>();
    for (const cluster of gone) this.#leave(cluster, bases);
    for (const cluster of changed) {
      const base = `${cluster.type}:${nameKey((cluster.about as About).name)}`;
      if (this.#bases.get(cluster) !== base) {
        this.#leave(cluster, bases);
        this.#bases.set(cluster, base);
        this.#alike.add(base, cluster);
      }
      bases.add(base);
    }
    return new Set([...bases].flatMap((base) => this.#number(base)));
  }

  #leave(cluster: Cluster, bases: Set<string>): void {
    const base = this.#bases.get(cluster);
    this.#ids.delete(cluster);
    this.#bases.delete(cluster);
    if (base === undefined) return;
    this.#alike.delete(base, cluster);
    bases.add(base);
  }

  #number(base: string): Cluster[] {
    const alike = [...this.#alike.get(base)].sort((a, b) => byPlace(a.about as About, b.about as About));
    return alike.filter((cluster, i) => {
      const id = i === 0 ? base : `${base}#${i + 1}`;
      const isNew = this.#ids.get(cluster) !== id;
      this.#ids.set(cluster, id);
      return isNew;
    });
  }
}

/** In the order in which things are first mentioned. */
export function byPlace({ first: a }: Pick<About, 'first'>, { first: b }: Pick<About, 'first'>): number {
  return a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1;
}
