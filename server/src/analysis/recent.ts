/** Something that can be worked out again, and is let go of to save memory. */
export interface Releasable {
  release(): void;
}

/** Holds what was worked out last, up to a size, and has what came before released. */
export class Recent {
  readonly #held = new Map<Releasable, number>();
  #size = 0;

  /** @param most the size of all that is held at a time; the last is held however large it is */
  constructor(private readonly most: number) {}

  hold(each: Releasable, size: number): void {
    this.#size += size - (this.#held.get(each) ?? 0);
    this.#held.delete(each);
    this.#held.set(each, size);
    for (const [oldest, its] of this.#held) {
      if (this.#size <= this.most || oldest === each) break;
      this.#held.delete(oldest);
      this.#size -= its;
      oldest.release();
    }
  }
}
