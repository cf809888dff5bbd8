import type { Claim } from './claim.ts';
import type { ReadSentence } from './clauses/read.ts';
import type { Reading } from './reading.ts';

/** Reads the claims of one kind. */
export interface ClaimReader {
  read(reading: Reading, sentence: ReadSentence): Claim[];
  /**
   * Words without which the reader finds nothing: as a sentence has them in lower case or as a lemma, or "@arrest" for a clause of that
   * action. A reader without triggers looks at every sentence.
   */
  on?: Iterable<string>;
}

const NONE: readonly number[] = [];

/** Tells which of the readers a sentence wakes: of most readers it has no trigger, so that they need not look at it. */
export class Triggers {
  private readonly words = new Map<string, number[]>();
  private readonly actions = new Map<string, number[]>();
  private readonly always: Uint8Array;
  private readonly woken: Uint8Array;

  constructor(readers: ClaimReader[]) {
    this.always = Uint8Array.from(readers, ({ on }) => (on ? 0 : 1));
    this.woken = new Uint8Array(readers.length);
    readers.forEach(({ on = [] }, reader) => {
      for (const word of on) {
        if (word.startsWith('@')) add(this.actions, word.slice(1), reader);
        else add(this.words, word, reader);
      }
    });
  }

  /** One for each reader that is to look at the sentence; it holds until the next call. */
  wakenBy({ words, clauses }: ReadSentence): Uint8Array {
    const { woken } = this;
    woken.set(this.always);
    for (const { normal, lemma, facts } of words) {
      facts.wakes ??= this.words.get(normal) ?? NONE;
      wake(woken, facts.wakes);
      if (lemma !== normal) wake(woken, this.words.get(lemma) ?? NONE);
    }
    for (const { action } of clauses) wake(woken, this.actions.get(action) ?? NONE);
    return woken;
  }
}

function add(triggers: Map<string, number[]>, word: string, reader: number): void {
  const known = triggers.get(word);
  if (known) known.push(reader);
  else triggers.set(word, [reader]);
}

function wake(woken: Uint8Array, readers: readonly number[]): void {
  for (let i = 0; i < readers.length; i++) woken[readers[i] as number] = 1;
}
