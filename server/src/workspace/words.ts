/** Strings by numbers, each once. */
export class Words {
  readonly all: string[] = [];
  readonly #ids = new Map<string, number>();

  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#ids.set(word, this.all.length);
    return this.all.push(word) - 1;
  }

  /** @throws when no word has this number */
  of(id: number): string {
    const word = this.all[id];
    if (word === undefined) throw new Error(`there is no word ${id}`);
    return word;
  }
}
