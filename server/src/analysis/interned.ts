/** Keeps of equal values only the first, up to a number; a folder's vocabulary grows ever more slowly. */
export class Interned<T> {
  readonly #known = new Map<string, T>();

  constructor(private readonly most: number) {}

  /** @param key the same for what is equal */
  one(key: string, value: T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size < this.most) this.#known.set(key, value);
    return value;
  }
}
