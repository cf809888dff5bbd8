/** From this length on a list has room to grow: copying it for each value would take longer than the memory is worth. */
const LONG = 16;

/** A list with one value more, which may be the list itself. Room for 16 more, which V8 makes in a list that grows, most short lists never use. */
export function withOne<T extends string | number | object>(list: T[], value: T): T[] {
  if (list.length < LONG) return list.concat([value]);
  list.push(value);
  return list;
}

/** Several values under a key. Most keys of an index have one value or few, for which a set each would take most of the memory. */
export class MultiMap<K, T extends string | number | object> {
  readonly #values = new Map<K, T | T[]>();

  /** How many keys there are. */
  get size(): number {
    return this.#values.size;
  }

  /** The values of all keys. */
  get all(): T[] {
    return [...this.#values.values()].flat() as T[];
  }

  get(key: K): readonly T[] {
    const found = this.#values.get(key);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }

  /** How many values a key has. */
  count(key: K): number {
    const found = this.#values.get(key);
    return found === undefined ? 0 : Array.isArray(found) ? found.length : 1;
  }

  /** Whether a key has such a value. */
  some(key: K, is: (value: T) => boolean): boolean {
    const found = this.#values.get(key);
    return found !== undefined && (Array.isArray(found) ? found.some(is) : is(found));
  }

  /** Adds a value that the key does not have yet. */
  add(key: K, value: T): void {
    const found = this.#values.get(key);
    if (found === undefined) this.#values.set(key, value);
    else if (!Array.isArray(found)) this.#values.set(key, [found, value]);
    else {
      const longer = withOne(found, value);
      if (longer !== found) this.#values.set(key, longer);
    }
  }

  delete(key: K, value: T): void {
    const found = this.#values.get(key);
    if (found === value) this.#values.delete(key);
    if (!Array.isArray(found)) return;
    const at = found.indexOf(value);
    if (at >= 0) found.splice(at, 1);
    if (found.length === 1) this.#values.set(key, found[0] as T);
  }
}
