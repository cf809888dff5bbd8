import type { Block, BlockKind, ReadText, SourceInfo } from '../model.ts';
import { findPublisher, withoutPublisher } from './publisher.ts';
import { findSourceDate } from './sourceDate.ts';

/** Blocks of one text by kind, with their words: where a source says what it is. */
export interface Parts {
  text: string;
  blocks: Block[];
  /** The texts of all blocks of these kinds, in text order. */
  of(...kinds: BlockKind[]): string[];
}

/** Finds title, publisher and date of a source where they stand in its text; what does not stand there stays unknown. */
export function findSourceInfo({ text, blocks }: ReadText): SourceInfo {
  const of = (...kinds: BlockKind[]): string[] =>
    blocks.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => text.slice(start, end));
  const parts: Parts = { text, blocks, of };
  const headline = parts.of('headline')[0];
  const publisher = findPublisher(parts);
  const date = findSourceDate(parts);
  return {
    ...(headline !== undefined && { title: withoutPublisher(headline) }),
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
  };
}
