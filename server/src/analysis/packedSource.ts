import type { Claim } from './claims/claim.ts';
import { readUnexplained } from './entities/elsewhere.ts';
import type { LocalEntity, ReadText, SourceAnalysis, SourceInfo, Token, Unexplained } from './model.ts';
import { PackedList, packList } from './packing.ts';

const NO_TOKENS: Token[] = [];
/** Before the rest: the bytes of the claims and of what else was read, and whether the text is UTF-16. */
const HEAD = 12;

/** What was read of a source but for its claims and its text. */
type Rest = [
  about: {
    length: number;
    info: SourceInfo;
    /** Which of the claims are dates of something. */
    dates: number[];
    /** Where the headline and the first sentences end, which say what it is about. */
    leadEnd: number;
    entityNames: string[];
  },
  entities: LocalEntity[],
  unexplained: Unexplained,
  read: ReadText,
];

/** How much of a source is its lead. */
const LEAD_SENTENCES = 4;

/**
 * A source in few bytes, without tokens: as a folder keeps it, and as it goes from thread to thread and to the disk. What is asked for is
 * unpacked each time.
 */
export class PackedSource implements SourceAnalysis {
  readonly #claims: Uint8Array;
  readonly #rest: Uint8Array;

  /**
   * @param path the source's, which is not in the bytes: of two with one text only this differs
   * @param bytes what {@link bytes} gave
   */
  constructor(
    readonly path: string,
    readonly bytes: Uint8Array,
  ) {
    const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD);
    const claims = HEAD + head.getUint32(0, true);
    this.#claims = bytes.subarray(HEAD, claims);
    this.#rest = bytes.subarray(claims, claims + head.getUint32(4, true));
  }

  static of(source: SourceAnalysis): PackedSource {
    return source instanceof PackedSource ? source : new PackedSource(source.path, packed(source));
  }

  get length(): number {
    return this.#part(0).length;
  }

  get info(): SourceInfo {
    return this.#part(0).info;
  }

  get leadEnd(): number {
    return this.#part(0).leadEnd;
  }

  /** The names of its own entities. */
  get entityNames(): string[] {
    return this.#part(0).entityNames;
  }

  get entities(): LocalEntity[] {
    return this.#part(1);
  }

  get unexplained(): Unexplained {
    return this.#part(2);
  }

  get read(): ReadText {
    return { ...this.#part(3), text: this.text };
  }

  get text(): string {
    const { buffer, byteOffset, length } = this.bytes;
    const start = HEAD + this.#claims.length + this.#rest.length;
    const text = Buffer.from(buffer, byteOffset + start, length - start);
    return text.toString(this.bytes[8] === 1 ? 'utf16le' : 'utf8');
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
    return this.#part(0).dates.map((i) => list.get(i));
  }

  /** In bytes. */
  get size(): number {
    return this.bytes.length;
  }

  #part<I extends 0 | 1 | 2 | 3>(index: I): Rest[I] {
    return new PackedList<Rest[number]>(this.#rest).get(index) as Rest[I];
  }
}

function packed(source: SourceAnalysis): Uint8Array {
  const { length, info, entities, read } = source;
  const sentences = read.sentences.map(({ start, end, block }) => ({ start, end, block, tokens: NO_TOKENS }));
  const leadEnd = sentences[Math.min(LEAD_SENTENCES, sentences.length) - 1]?.end ?? 0;
  const dates = source.claims.flatMap(({ as, value }, i) => (as === 'date' && value.type === 'time' ? i : []));
  const entityNames = entities.map(({ name }) => name);
  const about = { length, info, dates, leadEnd, entityNames };
  const rest: Rest = [about, entities, readUnexplained(source), { ...read, sentences, text: '' }];
  // half of a surrogate pair has no form in UTF-8
  const isWide = /\p{Surrogate}/u.test(read.text);
  const parts = [packList(source.claims), packList(rest), Buffer.from(read.text, isWide ? 'utf16le' : 'utf8')];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, HEAD));
  const head = new DataView(bytes.buffer);
  head.setUint32(0, (parts[0] as Uint8Array).length, true);
  head.setUint32(4, (parts[1] as Uint8Array).length, true);
  bytes[8] = isWide ? 1 : 0;
  let at = HEAD;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
