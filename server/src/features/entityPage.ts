import type { Entity, EntityMention, KnownSource, Span } from '../analysis/model.ts';
import type { Companion, EntityPage, EntitySource, RoleItem } from '../protocol.ts';
import type { Reading } from '../workspace/reading.ts';
import { documentOf, toMentionItem, toRange } from './convert.ts';
import { disputedEntities } from './disputedEntities.ts';
import { toEntityItem } from './overview.ts';
import { toWatchedItem } from './watched.ts';

const MOST_COMPANIONS = 24;

/** All that the sources say of who an entity is, who stands beside it and what is disputed about it; null for none. */
export function entityPage(reading: Reading, id: string): EntityPage | null {
  const entity = reading.entity(id);
  if (!entity) return null;
  const bySource = new Map<string, EntityMention[]>();
  for (const mention of entity.mentions) bySource.set(mention.path, [...(bySource.get(mention.path) ?? []), mention]);
  const paths = [...bySource.keys()].sort();
  const watched = toWatchedItem(entity);
  return {
    entity: toEntityItem(entity),
    sources: paths.map((path) => toEntitySource(reading, path, bySource.get(path) ?? [])),
    companions: companionsOf(reading, entity, bySource),
    contradictions: reading.contradictions
      .filter((contradiction) => disputedEntities(reading, contradiction).includes(entity))
      .map((contradiction) => contradiction.id),
    ...(watched ? { watched } : {}),
  };
}

function toEntitySource(reading: Reading, path: string, mentions: EntityMention[]): EntitySource {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start);
  return {
    uri: path,
    roles: rolesIn(reading, path, inOrder),
    mentions: inOrder.map((mention) => toMentionItem(reading, mention)),
  };
}

/** The roles that a source gives, each with the words in its text that give it, where they stand near a mention. */
function rolesIn(reading: Reading, path: string, mentions: EntityMention[]): RoleItem[] {
  const source = reading.source(path);
  if (!source) return [];
  const spans = new Set(mentions.map(({ start, end }) => `${start}-${end}`));
  const own = source.roles.filter((local) => local.mentions.some(({ start, end }) => spans.has(`${start}-${end}`)));
  const roles = [...new Set(own.flatMap((local) => local.roles))];
  return roles.map((text) => {
    const span = mentions
      .map((mention) => wordsNear(reading, source, text, mention))
      .find((found) => found !== undefined);
    return { text, ...(span && { range: toRange(documentOf(reading, path), span) }) };
  });
}

/** Where words stand in the sentence of a mention. */
function wordsNear(reading: Reading, { path, read }: KnownSource, words: string, mention: Span): Span | undefined {
  const sentence = sentenceAt(read.sentences, mention.start);
  if (!sentence) return undefined;
  const start = documentOf(reading, path)
    .text.slice(sentence.start, sentence.end)
    .toLowerCase()
    .indexOf(words.toLowerCase());
  return start < 0 ? undefined : { start: sentence.start + start, end: sentence.start + start + words.length };
}

/** The entities that are named in the same sentences, those of most sources and sentences first. */
function companionsOf(reading: Reading, entity: Entity, bySource: Map<string, EntityMention[]>): Companion[] {
  const found = new Map<Entity, { sentences: number; sources: Set<string> }>();
  for (const [path, mentions] of bySource) {
    const sentences = reading.source(path)?.read.sentences ?? [];
    for (const sentence of new Set(mentions.map(({ start }) => sentenceAt(sentences, start)))) {
      if (!sentence) continue;
      const named = new Set(reading.mentionsWithin(path, sentence).map((placed) => placed.entity));
      for (const other of named) {
        if (other === entity || other.type === 'date') continue;
        const seen = found.get(other) ?? { sentences: 0, sources: new Set() };
        found.set(other, seen);
        seen.sentences++;
        seen.sources.add(path);
      }
    }
  }
  return [...found]
    .sort(([, a], [, b]) => b.sources.size - a.sources.size || b.sentences - a.sentences)
    .slice(0, MOST_COMPANIONS)
    .map(([{ id, name, type }, { sentences, sources }]) => ({ id, name, type, sentences, sources: sources.size }));
}

/** The sentence at an offset, from sentences in text order. */
function sentenceAt(sentences: Span[], offset: number): Span | undefined {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  return sentence && sentence.start <= offset ? sentence : undefined;
}
