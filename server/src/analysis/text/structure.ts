import type { Block, BlockKind } from '../model.ts';

/** Splits a text into blocks, one per line that is not empty, and says what each is. White space at the ends is outside. */
export function findBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const line = match[0];
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const start = match.index + line.indexOf(trimmed);
    blocks.push({ kind: kindOf(trimmed, blocks), start, end: start + trimmed.length });
  }
  return blocks;
}

function kindOf(line: string, before: Block[]): BlockKind {
  if (before.length === 0 && !/[.!?]["”’]?$/.test(line)) return 'headline';
  if (/^[-•*–—]\s/.test(line)) return 'bullet';
  return 'paragraph';
}
