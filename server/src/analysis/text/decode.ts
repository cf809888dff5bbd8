import { analyse } from 'chardet';

export interface DecodedText {
  /** Without the byte order mark, as an editor shows it, so that offsets are the editor's. */
  text: string;
  /** By its name in the WHATWG Encoding Standard. */
  encoding: string;
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

/** What the encodings of Western Europe are told from: those of other languages that texts on the web are kept in. */
const OTHER_LANGUAGES = /^(?:windows-125[0134568]|iso-8859-[25-9]|koi8-r|shift_jis|euc-(?:jp|kr)|gb18030|big5)$/;
/** Of 100: below it the likeliest encoding is a guess. */
const LEAST_CONFIDENCE = 30;
/** A text that has more broken characters than this is not in the encoding that it seemed to be in. */
const BROKEN_SHARE = 0.01;

/**
 * Decodes the bytes of a file: UTF-8, UTF-16 in both byte orders (with a byte order mark, or recognised without one), the
 * encoding of another language where its letters tell, or Windows-1252 for what is none of these. Broken sequences become
 * U+FFFD, and stray bytes of Windows-1252 in a UTF-8 text what they are there; nothing is thrown.
 */
export function decode(bytes: Uint8Array): DecodedText | NotText {
  const encoding = markedEncoding(bytes) ?? wideEncoding(bytes);
  const decoded = encoding ? decodeAs(bytes, encoding) : decodeNarrow(bytes);
  return isBinary(decoded.text) ? { reason: 'binary data' } : decoded;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark shows in its zero bytes: even in a text that is not Latin, spaces, digits and line ends have a
 * zero for their high byte, and next to nothing has one for its low byte.
 */
function wideEncoding(bytes: Uint8Array): string | undefined {
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

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/**
 * UTF-8, or another encoding where the bytes are not UTF-8. A UTF-8 text with broken bytes in it stays one: it has many
 * whole sequences, of which Windows-1252 text practically never has any.
 */
function decodeNarrow(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const lenient = decodeAs(bytes, 'utf-8');
    if (isMostlyWhole(lenient.text)) return { ...lenient, text: withStrayBytes(bytes, lenient.text) };
    return decodeOtherLanguage(bytes) ?? decodeWindows1252(bytes);
  }
}

/**
 * What several pages were pasted into, one of them in Windows-1252, keeps its quotation marks and letters. Every broken
 * sequence stays one character, as in an editor that shows the text as UTF-8, so that offsets are the editor's.
 *
 * @param text what a UTF-8 decoder makes of the bytes
 */
function withStrayBytes(bytes: Uint8Array, text: string): string {
  const parts: string[] = [];
  let at = 0;
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isBroken = code === 0xfffd && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd);
    const length = isBroken ? brokenLength(bytes, at) : utf8Length(code);
    if (isBroken && length === 1 && at + 1 < bytes.length) {
      parts.push(text.slice(done, i), decodeWindows1252(bytes.subarray(at, at + 1)).text);
      done = i + 1;
    }
    at += length;
  }
  return [...parts, text.slice(done)].join('');
}

/** The bytes of a UTF-16 code unit in UTF-8; each half of a pair has two of its four. */
function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
}

/** How many bytes a decoder takes for one broken character (Encoding Standard, "UTF-8 decoder"). */
function brokenLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0xc2 || lead > 0xf4) return 1;
  const needed = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  let [lower, upper] = [FIRST_LOWER[lead] ?? 0x80, FIRST_UPPER[lead] ?? 0xbf];
  let length = 1;
  for (; length <= needed; length++) {
    const next = bytes[at + length] ?? 0;
    if (next < lower || next > upper) break;
    [lower, upper] = [0x80, 0xbf];
  }
  return length;
}

/** Bounds of the second byte that are narrower than those of the others, by the first. */
const FIRST_LOWER: Record<number, number> = { 224: 0xa0, 240: 0x90 };
const FIRST_UPPER: Record<number, number> = { 237: 0x9f, 244: 0x8f };

/** A text whose letters are clearly those of an encoding of another language than the Western European ones. */
function decodeOtherLanguage(bytes: Uint8Array): DecodedText | undefined {
  const [likeliest] = analyse(bytes.subarray(0, SAMPLE));
  const encoding = likeliest?.name.toLowerCase() ?? '';
  if (!likeliest || likeliest.confidence < LEAST_CONFIDENCE || !OTHER_LANGUAGES.test(encoding)) return undefined;
  const decoded = decodeAs(bytes, encoding);
  const sample = decoded.text.slice(0, SAMPLE);
  return sample.split('\ufffd').length - 1 > sample.length * BROKEN_SHARE ? undefined : decoded;
}

function isMostlyWhole(text: string): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return 2 * whole > broken;
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
