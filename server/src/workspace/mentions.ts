import type { EntityMention, MentionKind, Span } from '../analysis/model.ts';
import { FIELDS, mentionsBySource, type PackedMentions } from './packedChange.ts';
import { Words } from './words.ts';

/** A mention, and the number of what it mentions. */
export interface NumberedMention {
  entity: number;
  mention: EntityMention;
}

/** The mentions in all sources, kept as numbers: as objects they would be most of a reading. */
export class Mentions {
  readonly #words = new Words();
  /** By path, {@link FIELDS} numbers for each mention, in text order. */
  readonly #numbers = new Map<string, Int32Array>();

  get paths(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  /** Keeps the mentions in a source in place of those that were there. @param own as {@link translated} gives them */
  set(path: string, own: Int32Array): void {
    if (own.length > 0) this.#numbers.set(path, own);
    else this.#numbers.delete(path);
  }

  /**
   * Mentions with the words that are kept here.
   *
   * @param numberOf the number of an entity, by its key; what mentions one that has none is left out
   */
  *translated(
    packed: PackedMentions,
    numberOf: (key: string) => number | undefined,
  ): Generator<[path: string, own: Int32Array]> {
    const entities = packed.keys.map(numberOf);
    const words = packed.words.map((word) => this.#words.idOf(word));
    for (const [path, theirs] of mentionsBySource(packed)) {
      const own = new Int32Array(theirs.length);
      let length = 0;
      for (let at = 0; at < theirs.length; at += FIELDS) {
        const entity = entities[theirs[at] as number];
        if (entity === undefined) continue;
        own[length++] = entity;
        for (let field = 1; field < FIELDS; field++) {
          const number = theirs[at + field] as number;
          own[length++] = field < 3 ? number : (words[number] as number);
        }
      }
      yield [path, length < own.length ? own.slice(0, length) : own];
    }
  }

  /** What the mentions in a source mention, each time. */
  *entitiesIn(path: string): Generator<number> {
    const own = this.#numbers.get(path) ?? [];
    for (let at = 0; at < own.length; at += FIELDS) yield own[at] as number;
  }

  /** The mentions in a source, in text order. */
  in(path: string): NumberedMention[] {
    const own = this.#numbers.get(path) ?? new Int32Array();
    return Array.from({ length: own.length / FIELDS }, (_, i) => this.#at(path, own, FIELDS * i));
  }

  /** The mentions of an entity in a source. */
  of(entity: number, path: string): EntityMention[] {
    const own = this.#numbers.get(path) ?? new Int32Array();
    const mentions: EntityMention[] = [];
    for (let at = 0; at < own.length; at += FIELDS) {
      if (own[at] === entity) mentions.push(this.#at(path, own, at).mention);
    }
    return mentions;
  }

  /** The mentions inside a span. */
  within(path: string, { start, end }: Span): NumberedMention[] {
    const own = this.#numbers.get(path) ?? new Int32Array();
    const found: NumberedMention[] = [];
    for (let at = firstFrom(own, start); at < own.length && (own[at + 1] as number) < end; at += FIELDS) {
      if ((own[at + 2] as number) <= end) found.push(this.#at(path, own, at));
    }
    return found;
  }

  /** All mentions in some sources. @param keyOf the key of an entity, by its number */
  pack(paths: readonly string[], keyOf: (entity: number) => string): PackedMentions {
    const [keys, words] = [new Words(), new Words()];
    const numbers: number[] = [];
    for (const path of paths) {
      const own = this.#numbers.get(path) ?? new Int32Array();
      numbers.push(own.length / FIELDS);
      own.forEach((number, i) => {
        const field = i % FIELDS;
        if (field === 0) numbers.push(keys.idOf(keyOf(number)));
        else numbers.push(field < 3 ? number : words.idOf(this.#words.of(number)));
      });
    }
    return { paths: [...paths], keys: keys.all, words: words.all, numbers: Int32Array.from(numbers) };
  }

  #at(path: string, own: Int32Array, at: number): NumberedMention {
    const number = (field: number) => own[at + field] as number;
    const word = (field: number) => this.#words.of(number(field));
    const [kind, evidence, text] = [word(3) as MentionKind, word(4), word(5)];
    return { entity: number(0), mention: { start: number(1), end: number(2), kind, evidence, path, text } };
  }
}

/** Where the first mention stands that starts at or after an offset. */
function firstFrom(own: Int32Array, offset: number): number {
  let [low, high] = [0, own.length / FIELDS];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[FIELDS * middle + 1] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return FIELDS * low;
}
