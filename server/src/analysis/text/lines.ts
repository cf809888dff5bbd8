import type { Span } from '../model.ts';

/** A line that is not empty, or a paragraph put together from hard-wrapped lines; without white space at its ends. */
export interface Line extends Span {
  text: string;
  words: number;
  /** An empty line, or the end of the text, stands above or below. */
  gapBefore: boolean;
  gapAfter: boolean;
}

/** Splits a text into its lines. Offsets are those of the text. */
export function readLines(text: string): Line[] {
  const spans = unwrap(text, nonEmptyLines(text));
  let gapBefore = true;
  return spans.map(({ start, end }, i) => {
    const below = spans[i + 1];
    const content = text.slice(start, end);
    const gapAfter = below === undefined || hasEmptyLine(text, end, below.start);
    const line = { start, end, text: content, words: countWords(content), gapBefore, gapAfter };
    gapBefore = gapAfter;
    return line;
  });
}

/** Whether a line ends as a sentence does; closing quotation marks and brackets may follow. */
export function endsSentence(line: string): boolean {
  return /[.!?…]\s?["”’'»)\]]*$/.test(line.slice(-8));
}

function countWords(content: string): number {
  let words = 1;
  for (let i = 1; i < content.length; i++)
    if (isSpace(content.charCodeAt(i)) && !isSpace(content.charCodeAt(i - 1))) words++;
  return words;
}

/** White space as \s has it. */
function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 160 || (code > 0x167f && /\s/.test(String.fromCharCode(code)))
  );
}

function nonEmptyLines(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    const start = match.index + match[0].indexOf(trimmed);
    spans.push({ start, end: start + trimmed.length });
  }
  return spans;
}

function hasEmptyLine(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return between.length > 1 && (between.match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0) > 1;
}

/** Widths, in characters, between which text is wrapped by mail programs and wire services. */
const WRAP = { least: 45, most: 100 };

/** Joins the lines of paragraphs where the text was hard-wrapped, so that a sentence stays whole. */
function unwrap(text: string, lines: Span[]): Span[] {
  if (!isHardWrapped(text, lines)) return lines;
  const joined: Span[] = [];
  for (const [i, line] of lines.entries()) {
    const paragraph = joined.at(-1);
    const above = lines[i - 1];
    if (paragraph && above && goesOn(text, above, line)) paragraph.end = line.end;
    else joined.push({ ...line });
  }
  return joined;
}

function isHardWrapped(text: string, lines: Span[]): boolean {
  let broken = 0;
  let whole = 0;
  for (const [i, line] of lines.entries()) {
    const below = lines[i + 1];
    if (line.end - line.start > WRAP.most) return false;
    if (!below || hasEmptyLine(text, line.end, below.start)) continue;
    if (line.end - line.start >= WRAP.least && !endsSentence(text.slice(line.start, line.end))) broken++;
    else whole++;
  }
  return broken >= 4 && broken > whole;
}

function goesOn(text: string, above: Span, line: Span): boolean {
  if (above.end - above.start < WRAP.least || hasEmptyLine(text, above.end, line.start)) return false;
  return !/^[-•*–—]\s/.test(text.slice(line.start, line.start + 2));
}
