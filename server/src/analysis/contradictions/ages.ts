import { MultiMap } from '../multiMap.ts';
import type { Item } from './items.ts';
import { keyOf } from './sourceItems.ts';

/**
 * Everybody whose age some source gives is also known by it, so that "the 36-year-old" in another source can be him. Where sources
 * differ, the last one by path counts.
 */
export class Ages {
  readonly #given = new Map<string, Map<string, string>>();
  /** The sources that say something of somebody. */
  readonly #speakers = new MultiMap<string, string>();

  /** Takes the claims of a source out. @param before keeps the ages that there were before this and others, by key */
  remove(path: string, items: readonly Item[], before: Map<string, string | undefined>): void {
    for (const key of subjectsOf(items)) this.#speakers.delete(key, path);
    for (const key of agesIn(items).keys()) {
      if (!before.has(key)) before.set(key, this.of(key));
      const given = this.#given.get(key);
      given?.delete(path);
      if (given?.size === 0) this.#given.delete(key);
    }
  }

  /** Takes the claims of a source in. @returns of whom they speak */
  add(path: string, items: readonly Item[], before: Map<string, string | undefined>): Set<string> {
    const subjects = subjectsOf(items);
    for (const key of subjects) this.#speakers.add(key, path);
    for (const [key, age] of agesIn(items)) {
      if (!before.has(key)) before.set(key, this.of(key));
      this.#given.set(key, (this.#given.get(key) ?? new Map<string, string>()).set(path, age));
    }
    return subjects;
  }

  speakersOf(key: string): Iterable<string> {
    return this.#speakers.get(key);
  }

  of(key: string): string | undefined {
    const given = this.#given.get(key);
    if (!given) return undefined;
    const last = [...given.keys()].reduce((a, b) => (a < b ? b : a));
    return given.get(last);
  }

  /** The ages that are known of some people. */
  among(keys: Iterable<string>): Map<string, string> {
    const ages = new Map<string, string>();
    for (const key of keys) {
      const age = this.of(key);
      if (age !== undefined) ages.set(key, age);
    }
    return ages;
  }
}

function agesIn(items: readonly Item[]): Map<string, string> {
  const ages = new Map<string, string>();
  for (const { claim, subject } of items) {
    if (claim.topic !== 'age' || claim.value.type !== 'quantity') continue;
    for (const term of subject) if (term.name) ages.set(keyOf(term), `age ${claim.value.low}`);
  }
  return ages;
}

function subjectsOf(items: readonly Item[]): Set<string> {
  return new Set(items.flatMap(({ subject }) => subject.filter(({ name }) => name).map(keyOf)));
}
