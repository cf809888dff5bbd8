import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { emphasize, escapeMarkdown, linkTo } from '../../../server/src/features/markdown.ts';
import { excerpt, harmless, shorten } from '../../../server/src/features/text.ts';
import { escapeLightly, light } from '../../../server/src/report/escape.ts';
import { Document } from '../../../server/src/workspace/document.ts';

const hostile = fc.string({
  unit: fc.constantFrom(
    ...'[](){}<>*_`~#+-.!|\\&;:/@$"\'^= \n\t',
    'a',
    '1',
    'http://x.y',
    '&lt;',
    '\u202e',
    '\u0000',
    '😀',
    '    ',
  ),
});

/** As VS Code renders a hover, but for its sanitizer. */
function render(markdown: string): string {
  return marked.parse(markdown, { async: false, gfm: true });
}

/** The text that a rendering shows; anything but paragraphs, quotes, headings and emphasis in it is an error. */
function rendered(markdown: string): string {
  const html = render(markdown);
  const plain = html.replace(/<\/?(?:p|strong|blockquote|h2)>/g, '').trim();
  expect(plain).not.toMatch(/[<>]/);
  return plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

test('any text renders as itself', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(rendered(escapeMarkdown(text))).toBe(harmless(text).replace(/ +/g, ' ').trim());
    }),
  );
});

test.each(['', '> ', '## '])('any text renders as itself with a light hand after "%s"', (before) => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(rendered(before + escapeLightly(text)).trim()).toBe(harmless(text).replace(/ +/g, ' ').trim());
    }),
  );
});

test.each([undefined, light])('any text with a part in bold renders as itself', (escaper) => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (before, inside, after) => {
      const text = before + inside + after;
      const markdown = emphasize(text, { start: before.length, end: before.length + inside.length }, escaper);
      expect(rendered(markdown).replace(/ +/g, ' ').trim()).toBe(harmless(text).replace(/ +/g, ' ').trim());
    }),
  );
});

describe('a link', () => {
  test('leads to the line and column, from 1', () => {
    expect(linkTo(new Document('file:///n/a.txt', 'one\ntwo'), { start: 5, end: 7 }, 'here')).toBe(
      '[here](file:///n/a.txt#L2,2)',
    );
  });

  test('cannot be broken by the label or the address', () => {
    fc.assert(
      fc.property(hostile, hostile, (label, name) => {
        const html = render(linkTo(new Document(`file:///n/${name}x`, ''), { start: 0, end: 0 }, `l${label}`));
        expect(html.match(/<[a-z]/g)).toEqual(['<p', '<a']);
      }),
    );
  });

  test('is plain text for an untitled document', () => {
    expect(linkTo(new Document('untitled:Untitled-1', 'a'), { start: 0, end: 1 }, 'line 1')).toBe('line 1');
  });
});

describe('an excerpt', () => {
  const TEXT = 'First line.\nThe quick brown fox jumps over the lazy dog near the river bank.\nLast line.';
  const fox = { start: TEXT.indexOf('fox'), end: TEXT.indexOf('fox') + 3 };

  test('is the line when that is short enough', () => {
    expect(excerpt(TEXT, fox, 200).text).toBe('The quick brown fox jumps over the lazy dog near the river bank.');
  });

  test('is cut between words, on both sides', () => {
    expect(excerpt(TEXT, fox, 25).text).toBe('…brown fox jumps over the…');
  });

  test('shows the span where it says, in any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'word ', '😀', '\n', '\u202e', ' ') });
    fc.assert(
      fc.property(text, text, text, fc.nat(60), (before, inside, after, maximum) => {
        const whole = before + inside + after;
        const cut = excerpt(whole, { start: before.length, end: before.length + inside.length }, maximum);
        expect(cut.text.slice(cut.highlight.start, cut.highlight.end)).toBe(harmless(inside));
        expect(cut.text.length).toBeLessThanOrEqual(Math.max(maximum, inside.length) + 2);
      }),
    );
  });
});

test('shortened text is on one line, within its length, and never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, maximum) => {
      const short = shorten(text, maximum);
      expect(short.length).toBeLessThanOrEqual(maximum);
      expect(short).not.toMatch(/[\r\n]/);
      expect(() => encodeURIComponent(short), 'a lone surrogate').not.toThrow();
    }),
  );
});
