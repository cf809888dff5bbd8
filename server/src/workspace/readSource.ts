import type { KnownSource } from '../analysis/model.ts';
import { PackedList } from '../analysis/packing.ts';
import type { PackedKnown } from './packedChange.ts';

/** A source of a reading. What is asked of it seldom is unpacked each time. */
export class ReadSource implements KnownSource {
  /** @param packed what is kept of it */
  constructor(readonly packed: PackedKnown) {}

  get path(): string {
    return this.packed.path;
  }

  get length(): number {
    return this.packed.length;
  }

  get info(): KnownSource['info'] {
    return this.packed.info;
  }

  get read(): KnownSource['read'] {
    const list = this.#unpack<KnownSource['read']['blocks'] | KnownSource['read']['sentences']>();
    return { blocks: list.get(0) as KnownSource['read']['blocks'], sentences: list.get(1) };
  }

  get roles(): KnownSource['roles'] {
    return this.#unpack<KnownSource['roles']>().get(2);
  }

  get dates(): KnownSource['dates'] {
    return this.#unpack<KnownSource['dates']>().get(3);
  }

  #unpack<T>(): PackedList<T> {
    return new PackedList<T>(this.packed.rest);
  }
}
