import type { Contradiction, Entity, Span } from '../analysis/model.ts';
import type { PlacedMention, Reading } from '../workspace/reading.ts';

/**
 * The entities that a disputed question is about: those that a disputed value names, and those that the statements of
 * two or more positions name. The ones that most statements name come first.
 */
export function disputedEntities(reading: Reading, { positions }: Contradiction): Entity[] {
  const found = new Map<Entity, { statements: number; positions: Set<number>; inFocus: boolean }>();
  positions.forEach(({ statements }, position) => {
    for (const statement of statements) {
      const named = new Set<Entity>();
      for (const { entity, mention } of mentionsWithin(reading.mentionsIn(statement.path), statement)) {
        const seen = found.get(entity) ?? { statements: 0, positions: new Set(), inFocus: false };
        found.set(entity, seen);
        if (!named.has(entity)) seen.statements++;
        named.add(entity);
        seen.positions.add(position);
        seen.inFocus ||= mention.start < statement.focus.end && statement.focus.start < mention.end;
      }
    }
  });
  return [...found]
    .filter(([entity, { positions, inFocus }]) => entity.type !== 'date' && (inFocus || positions.size > 1))
    .sort(([, a], [, b]) => b.statements - a.statements)
    .map(([entity]) => entity);
}

/** The mentions inside a span, from mentions in text order. */
export function mentionsWithin(mentions: PlacedMention[], { start, end }: Span): PlacedMention[] {
  const from = firstFrom(mentions, start);
  const within: PlacedMention[] = [];
  for (let i = from; i < mentions.length; i++) {
    const placed = mentions[i] as PlacedMention;
    if (placed.mention.start >= end) break;
    if (placed.mention.end <= end) within.push(placed);
  }
  return within;
}

/** The index of the first mention that starts at or after an offset. */
function firstFrom(mentions: PlacedMention[], offset: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as PlacedMention).mention.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
