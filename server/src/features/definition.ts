import type { Location } from 'vscode-languageserver';
import type { Entity, EntityMention } from '../analysis/model.ts';
import type { Reading } from '../workspace/reading.ts';
import { toLocation } from './convert.ts';

/** On a name: its fullest mention. On a disputed statement: the statements that conflict with it. */
export function definition(reading: Reading, path: string, offset: number): Location[] {
  const named = reading.mentionAt(path, offset);
  const disputed = reading.statementsAt(path, offset);
  const onFocus = disputed.some(({ statement: { focus } }) => focus.start <= offset && offset <= focus.end);
  if (named && !onFocus) {
    const fullest = fullestMention(named.entity);
    return [toLocation(reading, fullest.path, fullest)];
  }
  const nearest = disputed[0];
  if (!nearest) return [];
  return nearest.contradiction.positions
    .filter((position) => position !== nearest.position)
    .flatMap((position) => position.statements)
    .map((statement) => toLocation(reading, statement.path, statement.focus));
}

/** The mention that names the entity with the most words; the first of several. */
export function fullestMention(entity: Entity): EntityMention {
  const rank = ({ kind, text }: EntityMention) => (kind === 'name' ? 1000 : 0) + text.split(/\s+/).length;
  return entity.mentions.reduce((fullest, mention) => (rank(mention) > rank(fullest) ? mention : fullest));
}
