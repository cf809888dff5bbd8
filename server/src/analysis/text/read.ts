import type { ReadText } from '../model.ts';
import { findQuotations } from './quotations.ts';
import { readSentences } from './sentences.ts';
import { findBlocks } from './structure.ts';

/** The text stage: structure, quotations, and sentences of tagged tokens. */
export function readText(text: string): ReadText {
  const blocks = findBlocks(text);
  return { text, blocks, sentences: readSentences(text, blocks), quotations: findQuotations(text, blocks) };
}
