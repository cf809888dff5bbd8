import type { Entity } from '../analysis/model.ts';
import type { WatchedItem } from '../protocol.ts';

/** What the reader's watch list says of an entity; undefined where it is not on it. */
export function toWatchedItem({ watched }: Entity): WatchedItem | undefined {
  if (!watched) return undefined;
  const link = watched.externalId === undefined ? undefined : addressOf(watched.externalId);
  return { ...watched, ...(link ? { link } : {}) };
}

/** A Wikidata Q-number leads to its page (www.wikidata.org/wiki/Wikidata:Identifiers), an address of the web to itself. */
function addressOf(externalId: string): string | undefined {
  const [, item] = /^(?:wikidata:)?(Q[1-9]\d*)$/i.exec(externalId) ?? [];
  if (item) return `https://www.wikidata.org/wiki/${item.toUpperCase()}`;
  return URL.canParse(externalId) && /^https?:$/.test(new URL(externalId).protocol)
    ? new URL(externalId).href
    : undefined;
}
