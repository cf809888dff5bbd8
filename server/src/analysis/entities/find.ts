import type { LocalEntity, ReadText } from '../model.ts';

/** Finds the entities of one source with all their mentions, resolved inside the source. */
export function findEntities(read: ReadText): LocalEntity[] {
  const byName = new Map<string, LocalEntity>();
  for (const sentence of read.sentences) {
    for (const token of sentence.tokens) {
      if (token.pos !== 'PROPN') continue;
      const entity = byName.get(token.text) ?? {
        name: token.text,
        type: 'person' as const,
        typeConfidence: 0.1,
        aliases: [token.text],
        roles: [],
        mentions: [],
      };
      entity.mentions.push({ start: token.start, end: token.end, kind: 'name', evidence: 'exact name' });
      byName.set(token.text, entity);
    }
  }
  return [...byName.values()];
}
