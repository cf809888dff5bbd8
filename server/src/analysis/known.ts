import type { KnownSource } from './model.ts';
import type { PackedSource } from './packedSource.ts';

/** What readers ask of a source: not its text and its claims, only what it is. */
export function toKnown({ path, length, info, read, entities, dates }: PackedSource): KnownSource {
  return {
    path,
    length,
    info,
    read: { blocks: read.blocks, sentences: read.sentences.map(({ start, end }) => ({ start, end })) },
    roles: entities.flatMap(({ roles, mentions }) =>
      roles.length === 0 ? [] : [{ roles, mentions: mentions.map(({ start, end }) => ({ start, end })) }],
    ),
    dates,
  };
}
