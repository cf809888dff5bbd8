/** The encodings that are recognised, by their names in the WHATWG Encoding Standard. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without the byte order mark, as an editor shows it, so that offsets are the editor's. */
  text: string;
  encoding: Encoding;
}

/** What was asked to be text and is not; the reason is a phrase for a message ("binary data"). */
export interface NotText {
  reason: string;
}

/** Enough of a file to tell text from other data. */
const SAMPLE = 64 * 1024;
/** Of the characters in a text at most this share are control characters; a few stray ones are always borne. */
const CONTROL_SHARE = 0.01;
const STRAY_CONTROLS = 2;

/**
 * Decodes the bytes of a file: UTF-8, UTF-16 in both byte orders (with a byte order mark, or recognised without one),
 * or Windows-1252 for what is none of these. Broken sequences become U+FFFD; nothing is thrown.
 */
export function decode(bytes: Uint8Array): DecodedText | NotText {
  const encoding = markedEncoding(bytes) ?? wideEncoding(bytes);
  const decoded = encoding ? decodeAs(bytes, encoding) : decodeNarrow(bytes);
  return isBinary(decoded.text) ? { reason: 'binary data' } : decoded;
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark shows in its zero bytes: even in a text that is not Latin, spaces, digits and line ends have a
 * zero for their high byte, and next to nothing has one for its low byte.
 */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const enough = Math.max(STRAY_CONTROLS, end / 2 / 20);
  if (odd > enough && odd > 20 * even) return 'utf-16le';
  if (even > enough && even > 20 * odd) return 'utf-16be';
  return undefined;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/**
 * UTF-8, or Windows-1252 where the bytes are not UTF-8. A UTF-8 text with a few broken bytes stays one: it has more
 * whole sequences than broken ones, which Windows-1252 text practically never has.
 */
function decodeNarrow(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const lenient = decodeAs(bytes, 'utf-8');
    return hasMoreWholeThanBroken(lenient.text) ? lenient : decodeWindows1252(bytes);
  }
}

function hasMoreWholeThanBroken(text: string): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return whole > broken;
}

/** Bytes 0x80 to 0x9F (encoding.spec.whatwg.org, index windows-1252); the five unassigned ones stay control characters. */
const WINDOWS_1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some releases of Node decode "windows-1252" as Latin-1 (nodejs/node#56542), so this range is ours. */
function decodeWindows1252(bytes: Uint8Array): DecodedText {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  const text = latin.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252_HIGH[control.charCodeAt(0) - 0x80] ?? control);
  return { text, encoding: 'windows-1252' };
}

function isBinary(text: string): boolean {
  const length = Math.min(text.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < length; i++) if (isControl(text.charCodeAt(i))) controls++;
  return controls > Math.max(STRAY_CONTROLS, length * CONTROL_SHARE);
}

/** Control characters that text does not use; tab to carriage return, escape and next line (U+0085) are used. */
function isControl(code: number): boolean {
  if (code < 0x20) return !(code >= 0x09 && code <= 0x0d) && code !== 0x1b;
  return code >= 0x7f && code < 0xa0 && code !== 0x85;
}
