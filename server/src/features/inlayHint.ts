import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import type { PlacedMention, Reading } from '../workspace/reading.ts';
import { documentOf } from './convert.ts';
import { shorten } from './text.ts';

const LONGEST_NAME = 60;

/** The full name after a person's bare one ("Bell" → "Anna Bell"), once in each paragraph. */
export function inlayHint(reading: Reading, path: string, range: Range): InlayHint[] {
  const document = documentOf(reading, path);
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const told = new Set<string>();
  return reading.mentionsIn(path).flatMap((placed) => {
    const { entity, mention } = placed;
    if (!isBare(placed)) return [];
    const position = document.positionAt(mention.end);
    // A paragraph of a news text is a line.
    const key = `${position.line} ${entity.id}`;
    if (told.has(key)) return [];
    told.add(key);
    if (mention.end < start || end < mention.end) return [];
    return [{ position, label: shorten(entity.name, LONGEST_NAME), kind: InlayHintKind.Type, paddingLeft: true }];
  });
}

/** Whether a person of a longer name is named with one word. */
function isBare({ entity, mention: { kind, text } }: PlacedMention): boolean {
  return kind === 'name' && entity.type === 'person' && !/\s/.test(text) && /\s/.test(entity.name);
}
