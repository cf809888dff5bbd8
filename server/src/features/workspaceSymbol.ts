import Fuse from 'fuse.js';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { EntityType } from '../analysis/model.ts';
import type { ReadEntity } from '../workspace/readEntity.ts';
import type { Reading } from '../workspace/reading.ts';
import { toLocation } from './convert.ts';
import { fullestMention } from './definition.ts';
import { shorten } from './text.ts';

const MOST_SYMBOLS = 100;
const LONGEST_NAME = 120;
/** 0 is an exact match, 1 matches anything; this bears about one wrong letter in three. */
const TOLERANCE = 0.34;

/** The protocol has no kinds for what news is about; these are the ones whose icons tell the types apart. */
export const SYMBOL_KINDS: Record<EntityType, SymbolKind> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  place: SymbolKind.Namespace,
  event: SymbolKind.Event,
  date: SymbolKind.Constant,
  work: SymbolKind.File,
  product: SymbolKind.Object,
  norp: SymbolKind.Interface,
};

/** The list is another one after each change. */
const searches = new WeakMap<ReadEntity[], Fuse<ReadEntity>>();

/** The entities that go by a name like the query, the nearest first; without a query those that are named most. */
export function workspaceSymbol(reading: Reading, query: string): WorkspaceSymbol[] {
  const found =
    query.trim() === ''
      ? [...reading.entities].sort((a, b) => b.mentionCount - a.mentionCount).slice(0, MOST_SYMBOLS)
      : searchOf(reading.entities)
          .search(query.trim(), { limit: MOST_SYMBOLS })
          .map(({ item }) => item);
  return found.filter(({ mentionCount }) => mentionCount > 0).map((entity) => toSymbol(reading, entity));
}

function searchOf(entities: ReadEntity[]): Fuse<ReadEntity> {
  const known = searches.get(entities);
  if (known) return known;
  const search = new Fuse(entities, {
    keys: ['name', 'aliases'],
    threshold: TOLERANCE,
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  searches.set(entities, search);
  return search;
}

function toSymbol(reading: Reading, entity: ReadEntity): WorkspaceSymbol {
  const mention = fullestMention(entity);
  return {
    name: shorten(entity.name, LONGEST_NAME),
    kind: SYMBOL_KINDS[entity.type],
    containerName: entity.type,
    location: toLocation(reading, mention.path, mention),
  };
}
