import { type Contradiction, isSettled, type KnownSource, type Severity, type Span } from '../analysis/model.ts';
import type { ContradictionItem, EntityItem, Overview, SourceItem } from '../protocol.ts';
import type { ReadEntity } from '../workspace/readEntity.ts';
import type { Reading } from '../workspace/reading.ts';
import { fileName } from '../workspace/uri.ts';
import { toStatementItem } from './convert.ts';
import { disputedEntities } from './disputedEntities.ts';
import { shorten } from './text.ts';

const LONGEST_OPENING = 100;
const WEIGHT: Record<Severity, number> = { conflict: 0, update: 1, variation: 2 };

/** What the side panel shows: the gravest and surest contradictions first, entities by how much they are named. */
export function overview(reading: Reading): Overview {
  return {
    sources: reading.sources.map((source) => toSourceItem(reading, source)),
    contradictions: [...reading.contradictions]
      .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || b.confidence - a.confidence)
      .map((contradiction) => toContradictionItem(reading, contradiction)),
    entities: [...reading.entities].sort((a, b) => b.mentionCount - a.mentionCount).map(toEntityItem),
  };
}

function toSourceItem(reading: Reading, source: KnownSource): SourceItem {
  const { path, info } = source;
  const opening = info.title === undefined ? openingOf(reading, source) : '';
  const open = reading.statementsIn(path).filter(({ contradiction }) => !isSettled(contradiction));
  const contradictions = new Set(open.map(({ contradiction }) => contradiction));
  return {
    uri: path,
    ...info,
    title: info.title ?? fileName(path),
    ...(opening && { opening }),
    entities: reading.countEntitiesIn(path),
    contradictions: contradictions.size,
  };
}

/** What a reading says of a source is another object after each change of it. */
const openings = new WeakMap<KnownSource, string>();

/** The first sentence that is no caption, dateline or the like. */
function openingOf(reading: Reading, source: KnownSource): string {
  const known = openings.get(source);
  if (known !== undefined) return known;
  const { blocks, sentences } = source.read;
  const isProse = ({ start }: Span) =>
    blocks.some((block) => block.kind === 'paragraph' && block.start <= start && start < block.end);
  const { start, end } = sentences.find(isProse) ?? { start: 0, end: 0 };
  const opening = shorten(reading.document(source.path)?.text.slice(start, end) ?? '', LONGEST_OPENING);
  openings.set(source, opening);
  return opening;
}

export function toContradictionItem(reading: Reading, contradiction: Contradiction): ContradictionItem {
  const { id, kind, severity, confidence, question, explanation, verdict } = contradiction;
  const positions = contradiction.positions.map(({ value, statements }) => ({
    value,
    statements: statements.map((statement) => toStatementItem(reading, statement)),
  }));
  const entities = disputedEntities(reading, contradiction).map((entity) => entity.id);
  return {
    id,
    kind,
    severity,
    confidence,
    question,
    explanation,
    positions,
    entities,
    ...(verdict ? { verdict } : {}),
  };
}

export function toEntityItem({ id, name, type, aliases, roles, mentionCount, sourceCount }: ReadEntity): EntityItem {
  return { id, name, type, aliases, roles, mentions: mentionCount, sources: sourceCount };
}
