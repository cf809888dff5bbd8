import type { MarkedLine } from './structure.ts';

/** "— Volodymyr Zelenskyy (@ZelenskyyUa) May 11, 2025", below the post. */
const SIGNATURE = /^[-–—][^()]{0,120}\(@\w{1,30}\)/;
/** "@handle", "Zdravina @zdravina_ad · 19 Sept", above the post. */
const HANDLE = /^(?:[^@]{1,60}\s)?\(?@\w{2,30}\)?(?:\s?[·•|-]\s?.{0,30})?$/;
/** "10:26 AM · Oct 20, 2025", the end of a post with its handle above. */
const TIME_STAMP = /^\d{1,2}:\d\d(?:\s?[AP]M)?\s?[·•|-]\s?.{4,40}$/i;
/** A post of more lines is not recognised as one. */
const MOST_LINES = 8;
const NAME_WORDS = 6;

/** Marks embedded posts of social networks: text, author and date lines. */
export function markPosts(lines: MarkedLine[]): void {
  const spaced = hasSpacedParagraphs(lines);
  for (const [i, line] of lines.entries()) {
    if (line.kind !== undefined || line.words > 30) continue;
    if (SIGNATURE.test(line.text)) mark(lines, firstLineAbove(lines, i, spaced), i);
    else if (HANDLE.test(line.text)) mark(lines, nameAbove(lines, i), lastLineBelow(lines, i, spaced));
  }
}

/** Whether a line of a post is its author, handle or time and not its text. */
export function isPostFrame(line: string): boolean {
  return [SIGNATURE, HANDLE, TIME_STAMP].some((form) => form.test(line));
}

function mark(lines: MarkedLine[], first: number, last: number): void {
  for (const line of lines.slice(first, last + 1)) line.kind = 'post';
}

/** Where empty lines part the paragraphs, a post is the whole group of lines; elsewhere one line is all that is sure. */
function hasSpacedParagraphs(lines: MarkedLine[]): boolean {
  return lines.filter((line) => line.gapAfter).length * 2 > lines.length;
}

function firstLineAbove(lines: MarkedLine[], signature: number, spaced: boolean): number {
  let first = signature;
  const most = spaced ? MOST_LINES : 1;
  while (signature - first < most && isOpen(lines[first - 1]) && !lines[first]?.gapBefore) first--;
  return first;
}

/** An author's name may stand on a line of its own above the handle. */
function nameAbove(lines: MarkedLine[], handle: number): number {
  const above = lines[handle - 1];
  const alone = lines[handle]?.text.startsWith('@');
  return alone && isOpen(above) && !above?.gapAfter && above.words <= NAME_WORDS ? handle - 1 : handle;
}

function lastLineBelow(lines: MarkedLine[], handle: number, spaced: boolean): number {
  let last = handle;
  while (last - handle < MOST_LINES && isOpen(lines[last + 1]) && !lines[last]?.gapAfter) {
    last++;
    if (TIME_STAMP.test(lines[last]?.text ?? '')) return last;
  }
  return spaced ? last : Math.min(last, handle + 1);
}

function isOpen(line: MarkedLine | undefined): line is MarkedLine {
  return line !== undefined && line.kind === undefined;
}
