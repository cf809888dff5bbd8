import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../server/src/analysis/text/decode.ts';

const TEXT = 'Zelenskyy met Erdoğan in Türkiye — “personally”. 😀\r\n';
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 LE with a byte order mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a byte order mark', utf16be(`\uFEFF${TEXT}`), 'utf-16be'],
    ['UTF-16 LE without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16be(TEXT), 'utf-16be'],
  ])('reads %s to the same text', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: TEXT, encoding });
  });

  it('reads UTF-16 without a mark in a script that is not Latin', () => {
    const text = 'Володимир Зеленський прибув до Анкари у четвер.';
    expect(decode(Buffer.from(text, 'utf16le'))).toEqual({ text, encoding: 'utf-16le' });
  });

  it('falls back to Windows-1252 with its quotation marks and dashes', () => {
    const bytes = Buffer.from([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35, 0x20, 0x63, 0x61, 0x66, 0xe9]);
    expect(decode(bytes)).toEqual({ text: '“No” – €5 café', encoding: 'windows-1252' });
  });

  it('keeps one character per byte in Windows-1252, so that offsets hold', () => {
    const text = `${'plain text '.repeat(400)}`;
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from(Array.from({ length: 128 }, (_, i) => 0x80 + i))]);
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ encoding: 'windows-1252' });
    expect('text' in decoded && decoded.text.length).toBe(bytes.length);
  });

  it('keeps a UTF-8 text that was cut inside a character', () => {
    const bytes = Buffer.from('Erdoğan in Türkiye – “é').subarray(0, -1);
    expect(decode(bytes)).toEqual({ text: 'Erdoğan in Türkiye – “\uFFFD', encoding: 'utf-8' });
  });

  it.each([
    [
      'windows-1251',
      'cfeef1eeeb20f1eae0e7e0ebe02c20f7f2ee20efe5f0e5e3eee2eef0fb20ede0f7edf3f2f1ff20e220f7e5f2e2e5f0e32e',
      'Посол сказала, что переговоры начнутся в четверг.',
    ],
    [
      'koi8-r',
      'f0cfd3cfcc20d3cbc1dac1ccc12c20dED4cf20d0c5d2c5c7cfd7cfd2d920cec1decED5d4d3d120d720dec5d4d7c5d2c72e',
      'Посол сказала, что переговоры начнутся в четверг.',
    ],
    ['shift_jis', '8a4f96b191e590628FcD96D8976A93FA82C98CF08FC282AA8E6E82DC82E98271', '外務大臣ﾍ'],
  ])('tells %s from Windows-1252 by its letters', (encoding, hex, text) => {
    const decoded = decode(Buffer.from(hex, 'hex'));
    expect(decoded).toMatchObject({ encoding });
    if (encoding !== 'shift_jis') expect(decoded).toMatchObject({ text });
  });

  it('reads the stray Windows-1252 bytes of a text that is UTF-8 for the rest, each as one character', () => {
    const utf8 = Buffer.from('Türkiye – “personally”, she said. ');
    const stray = Buffer.from([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x20]);
    const cut = Buffer.from([0xe2, 0x80, 0x20, 0xf0, 0x9f, 0x98, 0x41]);
    const bytes = Buffer.concat([utf8, stray, cut, utf8, stray]);
    const decoded = decode(bytes);
    const again = 'Türkiye – “personally”, she said. ';
    expect(decoded).toEqual({ text: `${again}“No” café \uFFFD \uFFFDA${again}“No” café `, encoding: 'utf-8' });
    expect('text' in decoded && decoded.text.length).toBe(new TextDecoder().decode(bytes).length);
  });

  it('removes one byte order mark only, at the start only', () => {
    expect(decode(Buffer.from('\uFEFF\uFEFFa\uFEFFb'))).toEqual({ text: '\uFEFFa\uFEFFb', encoding: 'utf-8' });
  });

  it('bears a stray NUL and reads an empty file', () => {
    expect(decode(Buffer.from('Moscow\0 said'))).toEqual({ text: 'Moscow\0 said', encoding: 'utf-8' });
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it.each([
    [
      'a PNG',
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0],
    ],
    ['an ELF program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0, 1, 0, 0, 0]],
    ['zeros', Array.from({ length: 4096 }, () => 0)],
    ['all bytes in turn', Array.from({ length: 4096 }, (_, i) => (i * 7) & 0xff)],
  ])('says that %s is no text', (_, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ reason: 'binary data' });
  });

  it('gives back any well-formed text in UTF-8 and marked UTF-16', () => {
    const printable = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((s) => !/[\p{Cc}\uFEFF]/u.test(s));
    fc.assert(
      fc.property(printable, (text) => {
        expect(decode(Buffer.from(`\uFEFF${text}`))).toEqual({ text, encoding: 'utf-8' });
        expect(decode(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual({ text, encoding: 'utf-16le' });
        expect(decode(utf16be(`\uFEFF${text}`))).toEqual({ text, encoding: 'utf-16be' });
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void expect(() => decode(bytes)).not.toThrow()),
    );
  });
});
