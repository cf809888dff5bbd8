import type { Entity, LocalEntity, SourceAnalysis } from '../model.ts';

/** The entities of a folder, and which of them each source's own entities became. */
export interface LinkedEntities {
  entities: Entity[];
  /** The folder's entity for a source's own entity. */
  of: Map<LocalEntity, Entity>;
}

/** Links the entities of all sources: one entity per thing. */
export function linkEntities(sources: SourceAnalysis[]): LinkedEntities {
  const byName = new Map<string, Entity>();
  const of = new Map<LocalEntity, Entity>();
  for (const source of sources) {
    for (const local of source.entities) {
      const entity = byName.get(local.name) ?? {
        id: `e-${local.name}`,
        name: local.name,
        type: local.type,
        aliases: [],
        roles: [],
        mentions: [],
      };
      entity.mentions.push(
        ...local.mentions.map((m) => ({ ...m, path: source.path, text: source.read.text.slice(m.start, m.end) })),
      );
      byName.set(local.name, entity);
      of.set(local, entity);
    }
  }
  return { entities: [...byName.values()], of };
}
