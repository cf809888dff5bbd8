import type { ContradictionItem, EntityPage, Overview } from '../../../server/src/protocol.ts';
import type { DisputeSummary, EntityData } from '../../webview/messages.ts';
import { fileName, sourceNames } from './text.ts';
import { openContradictions } from './verdict.ts';

/** What the page of an entity shows, from what the server knows of it; `page` is null when it knows nothing. */
export function entityData(page: EntityPage | null, overview: Overview): Omit<EntityData, 'situation'> {
  if (!page) return { sources: [], companions: [], contradictions: [] };
  const names = sourceNames(overview.sources);
  const dates = new Map(overview.sources.map(({ uri, date }) => [uri, date]));
  const { id, name, type, aliases, mentions } = page.entity;
  const about = new Set(page.contradictions);
  return {
    entity: { id, name, type, aliases: aliases.filter((alias) => alias !== name), mentions },
    sources: page.sources.map(({ uri, roles, mentions }) => ({
      uri,
      name: names.get(uri) ?? fileName(uri),
      ...(dates.get(uri) && { date: dates.get(uri) }),
      roles,
      mentions: mentions.map(({ context, highlight, range, evidence, kind }) => ({
        quotation: { text: context, highlight },
        range,
        evidence,
        isName: kind === 'name',
      })),
    })),
    companions: page.companions,
    ...(page.watched && { watched: page.watched }),
    contradictions: openContradictions(overview)
      .filter((each) => about.has(each.id))
      .map(disputeSummary),
  };
}

export function disputeSummary({ id, severity, question, positions }: ContradictionItem): DisputeSummary {
  return {
    id,
    severity,
    question,
    positions: positions.map(({ value, statements }) => ({
      value,
      sources: new Set(statements.map((s) => s.uri)).size,
    })),
  };
}

/**
 * The id of an entity after an edit, by which its name may have got another.
 *
 * @param last what was shown before
 * @returns the entity of that id, or else of that name and type; undefined when there is neither
 */
export function currentEntity(
  { entities }: Pick<Overview, 'entities'>,
  last: { id: string; name?: string; type?: string },
): string | undefined {
  const same = entities.find(({ id }) => id === last.id);
  return (same ?? entities.find(({ name, type }) => name === last.name && type === last.type))?.id;
}
