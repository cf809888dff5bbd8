import { Transform, type TransformCallback } from 'node:stream';

const BLANK_LINE = Buffer.from('\r\n\r\n');
const LENGTH = /(?:^|\r\n)content-length:[ \t]*(\d{1,10})[ \t]*(?=\r\n|$)/i;
/** Where the header of a message can begin, once something was met that is none. */
const BEGINNING = /Content-(?:Length|Type):/i;
/** A header is two short lines; what goes on for longer without an end is none. */
const LONGEST_HEADER = 4096;
/** In bytes: what is longer is passed over. A text of this size is far above what is ever read as a source. */
export const LONGEST_MESSAGE = 256 * 1024 * 1024;

/**
 * Passes on the messages of the base protocol (LSP specification, "Header Part") and nothing else: the library's reader
 * never finds its way again after bytes that are no message.
 *
 * @param onBroken told once of every stretch that was left out, with what was wrong there
 */
export class Frames extends Transform {
  #header: Buffer = Buffer.alloc(0);
  /** Bytes of the message under way that are still to come. */
  #left = 0;
  #isPassed = true;
  #isLost = false;

  constructor(private readonly onBroken: (reason: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#left > 0 ? this.#body(rest) : this.#head(rest);
    done();
  }

  /** Takes what belongs to the message under way. @returns what comes after it */
  #body(bytes: Buffer): Buffer {
    const taken = bytes.subarray(0, this.#left);
    this.#left -= taken.length;
    if (this.#isPassed) this.push(taken);
    return bytes.subarray(taken.length);
  }

  #head(bytes: Buffer): Buffer {
    const all = this.#header.length === 0 ? bytes : Buffer.concat([this.#header, bytes]);
    const end = all.indexOf(BLANK_LINE, Math.max(0, this.#header.length - BLANK_LINE.length));
    this.#header = Buffer.alloc(0);
    if (end < 0 || end > LONGEST_HEADER) return this.#seek(all, end);
    const header = all.toString('latin1', 0, end);
    const start = Math.max(0, header.search(BEGINNING));
    if (start > 0) this.#lose('bytes between two messages');
    const length = LENGTH.exec(header.slice(start))?.[1];
    if (length === undefined) {
      this.#lose('a header without Content-Length');
      return all.subarray(end + BLANK_LINE.length);
    }
    this.#begin(Number(length));
    if (this.#isPassed) this.push(all.subarray(start, end + BLANK_LINE.length));
    return all.subarray(end + BLANK_LINE.length);
  }

  #begin(length: number): void {
    this.#left = length;
    this.#isPassed = length <= LONGEST_MESSAGE;
    this.#isLost = false;
    if (!this.#isPassed) this.onBroken(`a message of ${length} bytes; the limit is ${LONGEST_MESSAGE}`);
  }

  /** Keeps what may be the beginning of a header. @returns what may hold another, further on */
  #seek(all: Buffer, end: number): Buffer {
    if (end < 0 && all.length <= LONGEST_HEADER) {
      this.#header = all;
      return Buffer.alloc(0);
    }
    this.#lose('bytes that are no header');
    const beginning = all.toString('latin1', 1).search(BEGINNING);
    if (beginning >= 0) return all.subarray(1 + beginning);
    this.#header = all.subarray(-LONGEST_HEADER);
    return Buffer.alloc(0);
  }

  #lose(reason: string): void {
    if (!this.#isLost) this.onBroken(reason);
    this.#isLost = true;
  }
}
