/**
 * Lists of plain data in few bytes, outside the heap of the engine, of which each can be unpacked alone: numbers by their size, each string
 * once, and of an object's keys only which set of them it has. What is one object in the list may be several, but equal, ones when it is
 * unpacked; it is to be read only. No key has a line break.
 *
 * First comes whether numbers of the tables have two bytes or four. Then four tables, each after its length: where the strings begin, where the
 * sets of keys, where the values, and the bytes of all strings, of all sets of keys and of all values.
 */

/** What stands before a value. Smaller bytes are whole numbers from 0 on. */
const TAG = {
  undefined: 128,
  null: 129,
  false: 130,
  true: 131,
  /** A whole number. */
  positive: 132,
  negative: 133,
  float: 134,
  string: 135,
  array: 136,
  map: 137,
  /** What stands elsewhere, by its place. */
  again: 138,
  object: 139,
} as const;
/** An object that has one of the first sets of keys. */
const FIRST_SHAPE = 144;
const SHORT_SHAPES = 256 - FIRST_SHAPE;
const LARGEST_WHOLE = 0x7fffffff;

export function packList(values: readonly unknown[]): Uint8Array {
  return new Packer().pack(values);
}

class Packer {
  #body = new Bytes();
  readonly #strings = new Map<string, number>();
  readonly #places = new Map<object, number>();
  readonly #shapes = new Map<string, number>();
  readonly #keys: string[][] = [];

  pack(values: readonly unknown[]): Uint8Array {
    const starts = values.map((value) => {
      const start = this.#body.length;
      this.#value(value);
      return start;
    });
    const keys = new Bytes();
    const shapes = this.#keys.map((own) => {
      const start = keys.length;
      keys.whole(own.length);
      for (const key of own) keys.whole(this.#idOf(key));
      return start;
    });
    const texts = new Bytes();
    const strings = [...this.#strings.keys()].map((text) => {
      const isWide = /[^\0-\xff]/.test(text);
      const start = texts.length;
      texts.text(text, isWide ? 'utf16le' : 'latin1');
      return 2 * start + (isWide ? 1 : 0);
    });
    const all = new Bytes();
    const isLong = 2 * texts.length > 0xffff || keys.length > 0xffff || this.#body.length > 0xffff;
    all.byte(isLong ? 4 : 2);
    for (const table of [[...strings, 2 * texts.length], shapes, starts]) all.table(table, isLong ? 4 : 2);
    for (const part of [texts, keys, this.#body]) all.part(part);
    return all.all;
  }

  #value(value: unknown): void {
    const body = this.#body;
    if (typeof value === 'string') {
      body.byte(TAG.string);
      body.whole(this.#idOf(value));
    } else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'object' && value !== null) this.#object(value);
    else body.byte(TAG[String(value) as 'true' | 'false' | 'null' | 'undefined']);
  }

  #number(value: number): void {
    const body = this.#body;
    const size = Math.abs(value);
    if (!Number.isInteger(value) || size > LARGEST_WHOLE || Object.is(value, -0)) {
      body.byte(TAG.float);
      body.float(value);
    } else if (value >= 0 && value < TAG.undefined) body.byte(value);
    else {
      body.byte(value < 0 ? TAG.negative : TAG.positive);
      body.whole(size);
    }
  }

  #object(value: object): void {
    const body = this.#body;
    const known = this.#places.get(value);
    if (known !== undefined) {
      body.byte(TAG.again);
      body.whole(known);
      return;
    }
    this.#places.set(value, body.length);
    if (Array.isArray(value)) {
      body.byte(TAG.array);
      body.whole(value.length);
      for (const each of value) this.#value(each);
    } else if (value instanceof Map) {
      body.byte(TAG.map);
      body.whole(value.size);
      for (const [key, each] of value) {
        this.#value(key);
        this.#value(each);
      }
    } else this.#record(value as Record<string, unknown>);
  }

  #record(value: Record<string, unknown>): void {
    const keys = Object.keys(value);
    const name = `${keys.length} ${keys.join('\n')}`;
    let shape = this.#shapes.get(name);
    if (shape === undefined) {
      shape = this.#keys.push(keys) - 1;
      this.#shapes.set(name, shape);
    }
    if (shape < SHORT_SHAPES) this.#body.byte(FIRST_SHAPE + shape);
    else {
      this.#body.byte(TAG.object);
      this.#body.whole(shape);
    }
    for (const key of keys) this.#value(value[key]);
  }

  #idOf(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#strings.set(text, this.#strings.size);
    return this.#strings.size - 1;
  }
}

/** Bytes to which others are added. */
class Bytes {
  length = 0;
  #bytes = Buffer.allocUnsafe(4096);

  get all(): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(0, this.length));
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  /** Seven bits to a byte, the lowest first. */
  whole(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  float(value: number): void {
    this.#reserve(8);
    this.length = this.#bytes.writeDoubleLE(value, this.length);
  }

  text(text: string, encoding: 'latin1' | 'utf16le'): void {
    this.#reserve(Buffer.byteLength(text, encoding));
    this.length += this.#bytes.write(text, this.length, encoding);
  }

  table(numbers: number[], width: 2 | 4): void {
    this.whole(numbers.length);
    this.#reserve(width * numbers.length);
    for (const each of numbers) this.length = this.#bytes.writeUIntLE(each, this.length, width);
  }

  /** Other bytes after their number. */
  part({ all }: Bytes): void {
    this.whole(all.length);
    this.#reserve(all.length);
    this.#bytes.set(all, this.length);
    this.length += all.length;
  }

  #reserve(bytes: number): void {
    if (this.length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.length + bytes));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** A packed list, of which each value is unpacked when it is asked for. */
export class PackedList<T> {
  readonly length: number;
  readonly #bytes: Buffer;
  readonly #width: number;
  /** Where the tables and the parts begin. */
  readonly #strings: number;
  readonly #shapes: number;
  readonly #starts: number;
  readonly #texts: number;
  readonly #keys: number;
  readonly #body: number;
  // what was unpacked before
  readonly #values: T[] = [];
  readonly #known: string[] = [];
  readonly #keysOf: string[][] = [];
  /** What several values refer to, by its place. */
  readonly #shared = new Map<number, unknown>();
  #at = 1;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#width = bytes[0] as number;
    [this.#strings] = this.#skip(this.#width);
    [this.#shapes] = this.#skip(this.#width);
    [this.#starts, this.length] = this.#skip(this.#width);
    [this.#texts] = this.#skip(1);
    [this.#keys] = this.#skip(1);
    [this.#body] = this.#skip(1);
  }

  get(index: number): T {
    let value = this.#values[index];
    if (value === undefined) {
      this.#at = this.#body + this.#entry(this.#starts, index);
      value = this.#value() as T;
      this.#values[index] = value;
    }
    return value;
  }

  get all(): T[] {
    for (let i = 0; i < this.length; i++) this.get(i);
    return this.#values;
  }

  /** @returns where a table begins, and its length */
  #skip(width: number): [start: number, length: number] {
    const length = this.#whole();
    const start = this.#at;
    this.#at += width * length;
    return [start, length];
  }

  #entry(table: number, index: number): number {
    const at = table + this.#width * index;
    return this.#width === 2 ? this.#bytes.readUInt16LE(at) : this.#bytes.readUInt32LE(at);
  }

  #text(id: number): string {
    const known = this.#known[id];
    if (known !== undefined) return known;
    const entry = this.#entry(this.#strings, id);
    const start = this.#texts + (entry >>> 1);
    const end = this.#texts + (this.#entry(this.#strings, id + 1) >>> 1);
    const text = this.#bytes.toString(entry & 1 ? 'utf16le' : 'latin1', start, end);
    this.#known[id] = text;
    return text;
  }

  #value(): unknown {
    const tag = this.#bytes[this.#at++] as number;
    if (tag < TAG.undefined) return tag;
    if (tag >= FIRST_SHAPE) return this.#record(tag - FIRST_SHAPE);
    switch (tag) {
      case TAG.string:
        return this.#text(this.#whole());
      case TAG.array:
        return this.#array(this.#whole());
      case TAG.false:
        return false;
      case TAG.true:
        return true;
      case TAG.positive:
        return this.#whole();
      case TAG.negative:
        return -this.#whole();
      case TAG.again:
        return this.#again(this.#whole());
      case TAG.map:
        return this.#map(this.#whole());
      case TAG.object:
        return this.#record(this.#whole());
      case TAG.float:
        this.#at += 8;
        return this.#bytes.readDoubleLE(this.#at - 8);
      case TAG.null:
        return null;
      default:
        return undefined;
    }
  }

  #again(place: number): unknown {
    let value = this.#shared.get(place);
    if (value !== undefined) return value;
    const back = this.#at;
    this.#at = this.#body + place;
    value = this.#value();
    this.#at = back;
    this.#shared.set(place, value);
    return value;
  }

  #array(length: number): unknown[] {
    // as long as it is at once: an array that grows gets room for 16 more
    const array = new Array<unknown>(length);
    for (let i = 0; i < length; i++) array[i] = this.#value();
    return array;
  }

  #map(size: number): Map<unknown, unknown> {
    const map = new Map<unknown, unknown>();
    for (let i = 0; i < size; i++) {
      const key = this.#value();
      map.set(key, this.#value());
    }
    return map;
  }

  #record(shape: number): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (const key of this.#keysOf[shape] ?? this.#readKeys(shape)) record[key] = this.#value();
    return record;
  }

  #readKeys(shape: number): string[] {
    const back = this.#at;
    this.#at = this.#keys + this.#entry(this.#shapes, shape);
    const keys: string[] = [];
    for (let left = this.#whole(); left > 0; left--) keys.push(this.#text(this.#whole()));
    this.#at = back;
    this.#keysOf[shape] = keys;
    return keys;
  }

  #whole(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}
