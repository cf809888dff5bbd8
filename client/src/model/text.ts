import type { SourceItem } from '../../../server/src/protocol.ts';

/** How much of a line may stand before the part that matters, for that to be seen in a narrow side bar. */
const lead = 24;

/**
 * Cuts a text to a line in which a given part comes soon.
 *
 * @param start start of the part in `text`, UTF-16 code units
 * @param end end of the part, exclusive
 * @param length about how long the line may be, UTF-16 code units; the part itself is never cut
 * @param before how much of the line may stand before the part
 * @returns the line and where the part now is
 */
export function excerpt(
  text: string,
  start: number,
  end: number,
  length = 200,
  before = lead,
): { text: string; highlight: [number, number] } {
  // A space for every line break, tab or control character keeps the offsets.
  const line = text.replace(/[\s\p{Cc}]/gu, ' ');
  const from = start > before ? wordStart(line, start - before, start) : 0;
  const to = Math.max(from + length, end);
  const [opening, after] = [from > 0 ? '…' : '', to < line.length ? '…' : ''];
  const shift = opening.length - from;
  return { text: opening + line.slice(from, to) + after, highlight: [start + shift, end + shift] };
}

/** The first start of a word at or after `from`, or `limit` where the text goes on without a space. */
function wordStart(line: string, from: number, limit: number): number {
  const space = line.indexOf(' ', from - 1);
  return space < 0 || space >= limit ? limit : space + 1;
}

/** The last segment of a URI, decoded where it can be. */
export function fileName(uri: string): string {
  const segment = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** What a source is about, beside its name: its headline or how it begins. Empty where the name says it. */
export function aboutSource({ title, opening }: Pick<SourceItem, 'title' | 'opening'>, name?: string): string {
  if (opening) return opening;
  return title === name ? '' : title;
}

/** The names by which a reader knows the sources: of publisher and title the first that no other source has, else the file name. */
export function sourceNames(sources: SourceItem[]): Map<string, string> {
  const uses = new Map<string, number>();
  for (const { publisher, title } of sources)
    for (const name of new Set([publisher, title])) if (name) uses.set(name, (uses.get(name) ?? 0) + 1);
  const nameOf = ({ publisher, title, uri }: SourceItem) =>
    [publisher, title].find((name) => name && uses.get(name) === 1) ?? fileName(uri);
  return new Map(sources.map((source) => [source.uri, nameOf(source)]));
}
