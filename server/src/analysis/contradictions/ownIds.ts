import type { Contradiction } from '../model.ts';
import { bySureness } from './repeats.ts';

/** Sources that repeat each other may dispute the same in the same words more than once: the others than the surest get a number. */
export class OwnIds {
  readonly #alike = new Map<string, Set<Contradiction>>();
  /** What was told of those that are alike. */
  readonly #told = new Map<string, Contradiction[]>();

  /** All with ids of their own. */
  get all(): Contradiction[] {
    return [...this.#told.values()].flat();
  }

  /** Takes contradictions out and in. @returns those with ids of their own that are no more, and the new ones */
  update(removed: Contradiction[], added: Contradiction[]): { gone: Contradiction[]; made: Contradiction[] } {
    for (const each of removed) this.#alike.get(each.id)?.delete(each);
    for (const each of added) this.#alike.set(each.id, (this.#alike.get(each.id) ?? new Set()).add(each));
    const gone: Contradiction[] = [];
    const made: Contradiction[] = [];
    for (const id of new Set([...removed, ...added].map((each) => each.id))) {
      const alike = [...(this.#alike.get(id) ?? [])].sort(bySureness);
      gone.push(...(this.#told.get(id) ?? []));
      const told = alike.map((each, i) => (i === 0 ? each : { ...each, id: `${id}-${i + 1}` }));
      made.push(...told);
      if (told.length > 0) this.#told.set(id, told);
      else {
        this.#told.delete(id);
        this.#alike.delete(id);
      }
    }
    return { gone, made };
  }
}
