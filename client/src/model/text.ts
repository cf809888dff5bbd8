import type { SourceItem } from '../../../server/src/protocol.ts';

/** "1 source", "3 sources". */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? singular : plural}`;
}

/**
 * Cuts a text to a line of about `length` UTF-16 code units in which a given part can be seen.
 *
 * @param start start of the part in `text`, UTF-16 code units
 * @param end end of the part, exclusive
 * @returns the line and where the part now is
 */
export function excerpt(
  text: string,
  start: number,
  end: number,
  length = 160,
): { text: string; highlight: [number, number] } {
  // A space for every line break, tab or control character keeps the offsets.
  const line = text.replace(/[\s\p{Cc}]/gu, ' ');
  const lead = start + Math.min(end - start, length) > length ? wordStart(line, start - Math.floor(length / 4)) : 0;
  const cut = lead + Math.max(length, end - start);
  const before = lead > 0 ? '…' : '';
  const after = cut < line.length ? '…' : '';
  const shift = before.length - lead;
  return { text: before + line.slice(lead, cut).trimEnd() + after, highlight: [start + shift, end + shift] };
}

function wordStart(line: string, from: number): number {
  const space = line.indexOf(' ', Math.max(from, 0));
  return space < 0 || space > from + 30 ? from : space + 1;
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

/** The names by which a reader knows the sources: publisher, else title, else file name; told apart where two are alike. */
export function sourceNames(sources: SourceItem[]): Map<string, string> {
  const byName = new Map<string, SourceItem[]>();
  for (const source of sources) {
    const name = source.publisher || source.title || fileName(source.uri);
    byName.set(name, [...(byName.get(name) ?? []), source]);
  }
  const names = new Map<string, string>();
  for (const [name, alike] of byName)
    for (const source of alike) names.set(source.uri, alike.length === 1 ? name : `${name} (${fileName(source.uri)})`);
  return names;
}
