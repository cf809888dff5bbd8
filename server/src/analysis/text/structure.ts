import type { Block, BlockKind } from '../model.ts';
import { isDateline, splitDateline } from './datelines.ts';
import { findDates } from './dates.ts';
import { isPersonName, isReporterRole, kindByForm } from './forms.ts';
import { endsSentence, type Line, readLines } from './lines.ts';
import { markPosts } from './posts.ts';
import { findRepeats, wordsOf } from './repeats.ts';

/** A line and what it was recognised as so far; undefined until a stage is sure. */
export interface MarkedLine extends Line {
  kind?: BlockKind;
}

/**
 * Splits a text into blocks and says what part of a news text each is. A block is a line that is not empty (or a
 * paragraph of hard-wrapped lines), without white space at its ends; a dateline at the head of a paragraph is a block
 * of its own. Whatever no stage is sure of is a paragraph, so that prose is never taken for furniture.
 */
export function findBlocks(text: string): Block[] {
  const lines: MarkedLine[] = readLines(text);
  markPosts(lines);
  for (const line of lines) line.kind ??= kindByForm(line);
  const body = markTop(lines);
  markRepeats(text, lines);
  markCaptions(lines);
  markCards(lines.slice(body));
  markSubheadings(lines);
  return lines.flatMap((line, i) => toBlocks(line, i >= body && i < body + DATELINE_WITHIN));
}

/** The lead may stand below a summary that reads like a paragraph. */
const DATELINE_WITHIN = 3;

function toBlocks(line: MarkedLine, mayHaveDateline: boolean): Block[] {
  const { start, end, kind = 'paragraph' } = line;
  const split = mayHaveDateline && kind === 'paragraph' ? splitDateline(line) : undefined;
  if (!split) return [{ kind, start, end }];
  return [
    { kind: 'dateline', ...split.dateline },
    { kind, ...split.rest },
  ];
}

// ---------------------------------------------------------------------------------------------------------------------
// The top of an article

/** A headline has at most this many words, and an article begins within this many lines. */
const HEADLINE_WORDS = 35;
const TOP_LINES = 16;

/** Marks masthead, headline, deck, byline and dateline above the first paragraph; returns the index of that paragraph. */
function markTop(lines: MarkedLine[]): number {
  let headline: MarkedLine | undefined;
  let i = 0;
  for (; i < Math.min(lines.length, TOP_LINES); i++) {
    const line = lines[i] as MarkedLine;
    if (line.kind) continue;
    if (isProse(line) && !isFullStopDeck(lines, i)) break;
    line.kind = kindAtTop(line, lines[i + 1], headline);
    if (line.kind === 'headline') headline ??= line;
  }
  return i;
}

function kindAtTop(line: MarkedLine, below: MarkedLine | undefined, headline: MarkedLine | undefined): BlockKind {
  if (isDateline(line)) return 'dateline';
  if (headline && wordsOf(line.text) === wordsOf(headline.text)) return 'headline';
  if (headline && (isPersonName(line.text.split(' in ')[0] ?? '') || isReporterRole(line))) return 'byline';
  if (/\S\s?\|\s?\S/.test(line.text) && line.words <= 8) return 'label';
  if (!headline) return isMasthead(line, below) ? 'label' : 'headline';
  return 'deck';
}

/** A sentence, as opposed to a headline: it ends in a full stop, or is too long for a line of the top. */
function isProse({ text, words }: Line): boolean {
  if (words > HEADLINE_WORDS) return true;
  if (!endsSentence(text)) return false;
  return /[.…]\s?["”’'»)\]]*$/.test(text.slice(-8)) || words > 15;
}

/** A deck that is a sentence stands right below the headline and apart from the text. */
function isFullStopDeck(lines: MarkedLine[], i: number): boolean {
  const [above, line, below] = [lines[i - 1], lines[i], lines[i + 1]];
  if (!line || line.words > HEADLINE_WORDS || !below) return false;
  const belongsToTop = below.kind !== undefined ? below.kind !== 'bullet' : isDateline(below);
  if (!above) return line.words <= 15 && (below.kind === 'byline' || isDateline(below));
  return above.kind === 'headline' && belongsToTop && (!line.gapBefore || below.kind !== 'caption');
}

/** The name of the publication above the headline: capitals, and a line with section or date below. */
function isMasthead({ text, words }: Line, below: Line | undefined): boolean {
  if (words > 6 || text !== text.toUpperCase() || !below) return false;
  return isDateline(below) || (/\s\|\s/.test(below.text) && below.words <= 8);
}

// ---------------------------------------------------------------------------------------------------------------------
// What the lines around a line say of it

/** A headline that is repeated stays a headline; a line that repeats a sentence of the text is a pull quote. */
function markRepeats(text: string, lines: MarkedLine[]): void {
  const headline = lines.find((line) => line.kind === 'headline');
  const title = headline && wordsOf(headline.text);
  const open = lines.filter((line) => line.kind === undefined);
  for (const line of open) {
    // punctuation may differ, and stand apart as words do
    if (title && headline && Math.abs(line.words - headline.words) <= 3 && wordsOf(line.text) === title)
      line.kind = 'headline';
  }
  const quoted = open.filter(({ text }) => /^(?:>|["“”‘'«])/.test(text));
  for (const line of findRepeats(text, quoted)) line.kind = 'pullquote';
}

const POSITION_IN_PICTURE =
  /[([](?:L|R|C|left|right|cent(?:er|re)|file)[)\]]|\b(?:pictured|, (?:left|right|cent(?:er|re)),)/i;

/** The line above a photographer's credit is the caption when it has a caption's marks: a date, "(L)", no full stop. */
function markCaptions(lines: MarkedLine[]): void {
  for (const [i, line] of lines.entries()) {
    if (line.kind !== undefined || line.words > 60) continue;
    const credited = lines[i + 1]?.kind === 'credit' && !line.gapAfter;
    const marked = POSITION_IN_PICTURE.test(line.text);
    if (credited && (marked || !endsSentence(line.text) || findDates(line.text).length > 0)) line.kind = 'caption';
    else if (marked && findDates(line.text).length > 0 && !/[.!?]["”’']?\s/.test(line.text.slice(0, -1)))
      line.kind = 'caption';
  }
}

/** Cards that link to other articles (a section label, another article's headline, its author) and lists of topics. */
function markCards(body: MarkedLine[]): void {
  for (const [i, line] of body.entries()) {
    const above = body[i - 1];
    if (line.kind !== undefined || isProse(line) || !above) continue;
    const below = body[i + 1];
    const isImage = /image|photo|picture|video/i.test(above.text);
    if (above.kind === 'label' && line.words >= 4 && !isImage) line.kind = 'boilerplate';
    else if (above.kind === 'boilerplate' && isPersonName(line.text)) line.kind = 'byline';
    else if ((above.kind === 'dateline' || above.kind === 'byline') && isDateline(line)) line.kind = 'dateline';
    else if (isFurniture(above) && line.words <= 2 && (!below || isFurniture(below) || below.words <= 2))
      line.kind = 'label';
  }
}

function isFurniture({ kind }: MarkedLine): boolean {
  return kind === 'label' || kind === 'boilerplate';
}

const SUBHEADING_WORDS = 12;
const SAYING = /\b(?:said|says|told|tells|wrote|writes|added|posted|tweeted)\b[^:]{0,20}:$/i;

/** A short line without a full stop, above text or above another subheading. */
function markSubheadings(lines: MarkedLine[]): void {
  for (let i = lines.length - 2; i > 0; i--) {
    const [line, below] = [lines[i], lines[i + 1]];
    if (line && below && line.kind === undefined && isSubheading(line, below)) line.kind = 'subheading';
  }
}

function isSubheading({ text, words }: MarkedLine, below: MarkedLine): boolean {
  if (words > SUBHEADING_WORDS || !/^["“‘'(]?[\p{Lu}\d]/u.test(text) || SAYING.test(text)) return false;
  if (/[.!…,;]["”’'»)\]]*$/.test(text.slice(-8))) return false;
  return below.kind === undefined ? below.words > words : below.kind === 'bullet' || below.kind === 'subheading';
}
