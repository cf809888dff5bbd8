import type { Claim } from './claims/claim.ts';
import { unexplainedIn } from './entities/elsewhere.ts';
import type { LocalEntity, ReadText, SourceAnalysis, SourceInfo, Token, Unexplained } from './model.ts';
import { PackedList, packList } from './packing.ts';

const NO_TOKENS: Token[] = [];

/** A source as a folder keeps it: most of it in few bytes, which are unpacked each time that they are asked for. Without tokens. */
export class PackedSource implements SourceAnalysis {
  readonly path: string;
  readonly length: number;
  readonly info: SourceInfo;
  readonly entities: LocalEntity[];
  readonly unexplained: Unexplained;
  /** Which of the claims are dates of something. */
  readonly #dates: readonly number[];
  readonly #claims: Uint8Array;
  readonly #read: Uint8Array;

  private constructor(source: SourceAnalysis) {
    const { path, length, info, entities, claims, read } = source;
    const sentences = read.sentences.map(({ start, end, block }) => ({ start, end, block, tokens: NO_TOKENS }));
    this.path = path;
    this.length = length;
    this.info = info;
    this.entities = entities;
    this.unexplained = unexplainedIn(source);
    this.#dates = claims.flatMap(({ as, value }, i) => (as === 'date' && value.type === 'time' ? i : []));
    this.#claims = packList(claims);
    this.#read = packList([{ ...read, sentences }]);
  }

  static of(source: SourceAnalysis): PackedSource {
    return source instanceof PackedSource ? source : new PackedSource(source);
  }

  /** How many bytes the claims take. */
  get size(): number {
    return this.#claims.length;
  }

  /** The claims, of which each is unpacked when it is asked for. */
  get claimList(): PackedList<Claim> {
    return new PackedList(this.#claims);
  }

  get claims(): Claim[] {
    return this.claimList.all;
  }

  /** What it dates. */
  get dates(): Claim[] {
    const list = this.claimList;
    return this.#dates.map((i) => list.get(i));
  }

  get read(): ReadText {
    return new PackedList<ReadText>(this.#read).get(0);
  }
}
