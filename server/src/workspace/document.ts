/** How the characters of a line are counted (LSP specification, "Position Encoding Kinds"). */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** A zero-based place in a text; `character` counts units of the document's {@link PositionEncoding}. */
export interface LinePosition {
  line: number;
  character: number;
}

/** One edit of an open document; without a range it replaces the whole text. */
export interface DocumentChange {
  range?: { start: LinePosition; end: LinePosition };
  text: string;
}

/**
 * A text and its lines. Immutable: an edit makes a new document, so that an answer can be worked out on one state.
 * Lines end with LF, CRLF or CR. Offsets are UTF-16 code units.
 */
export class Document {
  #lineStarts: number[] | undefined;
  /** The units from the start of a line to an offset in it. */
  #counted = { start: -1, offset: 0, units: 0 };

  constructor(
    readonly uri: string,
    readonly text: string,
    readonly languageId = 'plaintext',
    readonly version?: number,
    readonly encoding: PositionEncoding = 'utf-16',
  ) {}

  /** The position of an offset; offsets outside the text count as its ends. */
  positionAt(offset: number): LinePosition {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.#lineOf(inside);
    const start = this.#starts[line] as number;
    return { line, character: this.#unitsFrom(start, Math.min(inside, this.#lineEnd(line))) };
  }

  /** The offset of a position; a line or character beyond the text counts as the end of the text or line. */
  offsetAt({ line, character }: LinePosition): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.text.length;
    return this.#advance(start, this.#lineEnd(line), character);
  }

  /** The document after the changes, each of which refers to the text that the one before it left. */
  edited(changes: DocumentChange[], version: number): Document {
    return changes.reduce<Document>((document, change) => document.#apply(change, version), this);
  }

  #apply({ range, text }: DocumentChange, version: number): Document {
    let whole = text;
    if (range) {
      const [from, to] = [this.offsetAt(range.start), this.offsetAt(range.end)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      whole = this.text.slice(0, from) + text + this.text.slice(to);
    }
    return new Document(this.uri, whole, this.languageId, version, this.encoding);
  }

  get #starts(): number[] {
    this.#lineStarts ??= lineStarts(this.text);
    return this.#lineStarts;
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The offset where a line's own characters end and its line break begins. */
  #lineEnd(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.text.length;
    return this.text[next - 1] === '\n' && this.text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  /** What is asked for one after the other is counted on from the one before: a line may have millions of characters. */
  #unitsFrom(start: number, offset: number): number {
    if (this.encoding === 'utf-16') return offset - start;
    const isOn = this.#counted.start === start && this.#counted.offset <= offset;
    const { offset: from, units } = isOn ? this.#counted : { offset: start, units: 0 };
    const counted = units + this.#units(from, offset);
    // Between the halves of a pair nothing can be counted on.
    const isWhole = !/[\ud800-\udbff]/.test(this.text[offset - 1] ?? '');
    if (isWhole) this.#counted = { start, offset, units: counted };
    return counted;
  }

  #units(start: number, end: number): number {
    const stretch = this.text.slice(start, end);
    return this.encoding === 'utf-8' ? new TextEncoder().encode(stretch).length : [...stretch].length;
  }

  /** The offset that is `units` encoding units after `start`, never past `end` and never inside a character. */
  #advance(start: number, end: number, units: number): number {
    if (this.encoding === 'utf-16') return Math.min(start + Math.max(units, 0), end);
    let offset = start;
    let left = units;
    while (offset < end) {
      const code = this.text.codePointAt(offset) as number;
      left -= this.encoding === 'utf-8' ? utf8Length(code) : 1;
      if (left < 0) break;
      offset += code > 0xffff ? 2 : 1;
    }
    return offset;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
