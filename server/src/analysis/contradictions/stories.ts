import type { Dispute } from './positions.ts';
import type { FolderSurroundings } from './surroundings.ts';

/** Sources of two answers that share more of their names than this are not asked whether they tell of two events. */
const MOST_KINSHIP = 0.5;
/** Sources whose likenesses to the others are less alike than this tell of two events. */
const APART = 0.4;
/** Two sources tell one story when their likenesses to the others are as alike as this. */
const TOGETHER = 0.6;
/** So many sources make a story, by which another can be told from it. */
const LEAST_SOURCES = 3;
/** A name that two sources share says more than a word. */
const NAME_WORTH = 0.25;
/** So many sources of an answer are looked at. */
const MOST_SOURCES = 6;

/** What is known of the events that the answers of a dispute are of. */
export interface Stories {
  areApart: boolean;
  /** The sources that this hangs on. */
  context: ReadonlySet<number>;
}

const ONE: Stories = { areApart: false, context: new Set() };

/**
 * Whether the answers of a dispute come from two stories: each with sources of its own that are like one another, and unlike those of the
 * other. Two sources are as much of one story as they are alike in what they are like: in their likenesses, by words and names, to all
 * sources around them. That tells two events of one kind apart better than the words that the two share.
 */
export function storiesOf({ answers }: Dispute, around: FolderSurroundings): Stories {
  const camps = answers.map(({ items }) => [...new Set(items.map(({ index }) => index))].slice(0, MOST_SOURCES));
  const isClose = (a: number, b: number) => a === b || around.kinship(a, b) > MOST_KINSHIP;
  if (someAcross(camps, isClose)) return ONE;
  const context = new Set(camps.flat().flatMap((index) => [index, ...around.kin(index)]));
  if (context.size < 2 * LEAST_SOURCES) return { areApart: false, context };
  const profiles = new Profiles(context, around);
  const isOne = (a: number, b: number) => profiles.alike(a, b) >= APART;
  const isTold = camps.every((own) => own.some((a) => profiles.companions(a) >= LEAST_SOURCES));
  return { areApart: isTold && !someAcross(camps, isOne), context };
}

const someAcross = (camps: number[][], is: (a: number, b: number) => boolean) =>
  camps.some((own, i) => camps.slice(i + 1).some((other) => own.some((a) => other.some((b) => is(a, b)))));

/** How like sources are to all of some sources. */
class Profiles {
  readonly #words: Map<number, ReadonlySet<string>>;
  readonly #names: Map<number, ReadonlySet<string>>;
  readonly #weights = new Map<string, number>();
  readonly #profiles = new Map<number, number[]>();

  constructor(
    private readonly context: ReadonlySet<number>,
    around: FolderSurroundings,
  ) {
    const of = (kind: 'words' | 'names') =>
      new Map([...context].map((index) => [index, new Set(around.sources.get(index)?.[kind])]));
    this.#words = of('words');
    this.#names = of('names');
    const users = new Map<string, number>();
    for (const words of this.#words.values()) for (const word of words) users.set(word, (users.get(word) ?? 0) + 1);
    for (const [word, count] of users) this.#weights.set(word, Math.log(1 + context.size / (1 + count)));
  }

  /** The cosine of two profiles, 0 to 1. */
  alike(a: number, b: number): number {
    return cosine(this.#of(a), this.#of(b));
  }

  /** How many of the sources tell a source's story, itself included. */
  companions(a: number): number {
    return [...this.context].filter((other) => this.alike(a, other) >= TOGETHER).length;
  }

  #of(index: number): number[] {
    let profile = this.#profiles.get(index);
    if (!profile) {
      const likenesses = [...this.context].map((other) => (other === index ? 0 : this.#likeness(index, other)));
      const nearest = Math.max(...likenesses);
      profile = [...this.context].map((other, i) => (other === index ? nearest : (likenesses[i] as number)) ** 2);
      this.#profiles.set(index, profile);
    }
    return profile;
  }

  #likeness(a: number, b: number): number {
    return this.#overlap(this.#words, a, b, 2) + NAME_WORTH * this.#overlap(this.#names, a, b, 1);
  }

  #overlap(sets: Map<number, ReadonlySet<string>>, a: number, b: number, power: number): number {
    const [one, other] = [sets.get(a) as ReadonlySet<string>, sets.get(b) as ReadonlySet<string>];
    const worth = (words: Iterable<string>, counts: (word: string) => boolean) => {
      let sum = 0;
      for (const word of words) if (counts(word)) sum += (this.#weights.get(word) ?? 0) ** power;
      return sum;
    };
    const all = () => true;
    const size = Math.sqrt(worth(one, all) * worth(other, all));
    return size === 0 ? 0 : worth(one, (word) => other.has(word)) / size;
  }
}

function cosine(a: number[], b: number[]): number {
  let [dot, one, other] = [0, 0, 0];
  a.forEach((x, i) => {
    const y = b[i] as number;
    dot += x * y;
    one += x * x;
    other += y * y;
  });
  return one === 0 || other === 0 ? 1 : dot / Math.sqrt(one * other);
}
