import type { MentionItem } from '../protocol.ts';
import type { Reading } from '../workspace/reading.ts';
import { toMentionItem } from './convert.ts';

/** All mentions of an entity, by source in path order and in text order there; none when there is no such entity. */
export function mentionsOf(reading: Reading, id: string): MentionItem[] {
  return [...(reading.entity(id)?.mentions ?? [])]
    .sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1))
    .map((mention) => toMentionItem(reading, mention));
}
