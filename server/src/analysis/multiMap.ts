/** Several values under a key. Most keys of an index have one value or few, for which a set each would take most of the memory. */
export class MultiMap<T extends string | object> {
  readonly #values = new Map<string, T | T[]>();

  get(key: string): readonly T[] {
    const found = this.#values.get(key);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }

  /** Adds a value that the key does not have yet. */
  add(key: string, value: T): void {
    const found = this.#values.get(key);
    if (found === undefined) this.#values.set(key, value);
    else if (Array.isArray(found)) found.push(value);
    else this.#values.set(key, [found, value]);
  }

  delete(key: string, value: T): void {
    const found = this.#values.get(key);
    if (found === value) this.#values.delete(key);
    if (!Array.isArray(found)) return;
    const at = found.indexOf(value);
    if (at >= 0) found.splice(at, 1);
    if (found.length === 1) this.#values.set(key, found[0] as T);
  }
}
