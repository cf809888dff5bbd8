import type { Contradiction, Entity } from '../analysis/model.ts';
import type { Reading } from '../workspace/reading.ts';

/**
 * The entities that a disputed question is about: those that a disputed value names, and those that the statements of
 * two or more positions name. The ones that most statements name come first.
 */
export function disputedEntities(reading: Reading, { positions }: Contradiction): Entity[] {
  const found = new Map<Entity, { statements: number; positions: Set<number>; inFocus: boolean }>();
  positions.forEach(({ statements }, position) => {
    for (const statement of statements) {
      const named = new Set<Entity>();
      for (const { entity, mention } of reading.mentionsWithin(statement.path, statement)) {
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
