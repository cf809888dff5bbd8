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
 *
 * @param before what was known while these sources said the same and were as near to each other, where that was asked
 */
export function storiesOf({ answers }: Dispute, around: FolderSurroundings, before?: Stories): Stories {
  const camps = answers.map(({ items }) => [...new Set(items.map(({ index }) => index))].slice(0, MOST_SOURCES));
  const isClose = (a: number, b: number) => a === b || around.kinship(a, b) > MOST_KINSHIP;
  if (someAcross(camps, isClose)) return ONE;
  if (before && before !== ONE) return before;
  const context = new Set(camps.flat().flatMap((index) => [index, ...around.kin(index)]));
  if (context.size < 2 * LEAST_SOURCES) return { areApart: false, context };
  const profiles = new Profiles(context, around);
  const isOne = (a: number, b: number) => profiles.alike(a, b) >= APART;
  const isTold = camps.every((own) => own.some((a) => profiles.companions(a) >= LEAST_SOURCES));
  return { areApart: isTold && !someAcross(camps, isOne), context };
}

const someAcross = (camps: number[][], is: (a: number, b: number) => boolean) =>
  camps.some((own, i) => camps.slice(i + 1).some((other) => own.some((a) => other.some((b) => is(a, b)))));

/** The places of the sources that use a word. */
type Users = Map<string, number[]>;

/** How like sources are to all of some sources. */
class Profiles {
  readonly #context: number[];
  readonly #words: Likenesses;
  readonly #names: Likenesses;
  readonly #profiles = new Map<number, number[]>();

  constructor(context: ReadonlySet<number>, { sources }: FolderSurroundings) {
    this.#context = [...context];
    const of = (kind: 'words' | 'names') => this.#context.map((index) => sources.get(index)?.[kind] ?? []);
    const [words, names] = [of('words'), of('names')];
    const users = usersOf(words);
    const weight = (word: string) => Math.log(1 + context.size / (1 + (users.get(word)?.length ?? 0)));
    this.#words = new Likenesses(words, users, (word) => weight(word) ** 2);
    this.#names = new Likenesses(names, usersOf(names), weight);
  }

  /** The cosine of two profiles, 0 to 1. */
  alike(a: number, b: number): number {
    return cosine(this.#of(a), this.#of(b));
  }

  /** How many of the sources tell a source's story, itself included. */
  companions(a: number): number {
    return this.#context.filter((other) => this.alike(a, other) >= TOGETHER).length;
  }

  #of(index: number): number[] {
    let profile = this.#profiles.get(index);
    if (!profile) {
      const at = this.#context.indexOf(index);
      const [words, names] = [this.#words.of(at), this.#names.of(at)];
      const likenesses = words.map((likeness, i) => (i === at ? 0 : likeness + NAME_WORTH * (names[i] as number)));
      const nearest = Math.max(...likenesses);
      profile = likenesses.map((likeness, i) => (i === at ? nearest : likeness) ** 2);
      this.#profiles.set(index, profile);
    }
    return profile;
  }
}

/** How much of their words sources share. */
class Likenesses {
  readonly #sizes: number[];

  /**
   * @param words those of each source, each once
   * @param worth how much a word says
   */
  constructor(
    private readonly words: (readonly string[])[],
    private readonly users: Users,
    private readonly worth: (word: string) => number,
  ) {
    this.#sizes = words.map((own) => own.reduce((sum, word) => sum + worth(word), 0));
  }

  /** Of one source to each: the worth of the words that both have against that of the words that each has. */
  of(at: number): number[] {
    const shared = this.words.map(() => 0);
    for (const word of this.words[at] ?? []) {
      const worth = this.worth(word);
      for (const user of this.users.get(word) ?? []) (shared[user] as number) += worth;
    }
    return shared.map((sum, i) => {
      const size = Math.sqrt((this.#sizes[at] as number) * (this.#sizes[i] as number));
      return size === 0 ? 0 : sum / size;
    });
  }
}

function usersOf(words: (readonly string[])[]): Users {
  const users: Users = new Map();
  words.forEach((own, at) => {
    for (const word of own) {
      const known = users.get(word);
      if (known) known.push(at);
      else users.set(word, [at]);
    }
  });
  return users;
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
