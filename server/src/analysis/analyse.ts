import { extractClaims } from './claims/extract.ts';
import { findContradictions } from './contradictions/find.ts';
import { correctEntities, type Guidance, NO_GUIDANCE } from './entities/correct.ts';
import { readUnexplained } from './entities/elsewhere.ts';
import { findEntities } from './entities/find.ts';
import { linkEntities } from './entities/link.ts';
import type { FolderAnalysis, KnownSource, SourceAnalysis, Token } from './model.ts';
import { findSourceInfo } from './text/info.ts';
import { readText } from './text/read.ts';

/**
 * Reads one source. Depends on nothing but its text, so the result can be cached by content.
 *
 * @param path an opaque key for the source, given back in every mention and statement
 * @param text the decoded text
 */
export function analyseSource(path: string, text: string): SourceAnalysis {
  const read = readText(text);
  const info = findSourceInfo(read);
  const entities = findEntities(read);
  const claims = extractClaims(read, entities, info);
  return { path, length: text.length, info, read, entities, claims };
}

const NO_TOKENS: Token[] = [];

/** A source as comparing needs it: without its tokens, which take most of the memory that an analysis does. */
export function withoutTokens(source: SourceAnalysis): SourceAnalysis {
  const sentences = source.read.sentences.map(({ start, end, block }) => ({ start, end, block, tokens: NO_TOKENS }));
  return { ...source, read: { ...source.read, sentences }, unexplained: readUnexplained(source) };
}

/** Reads the sources against each other. @param guidance what readers say of who is who */
export function compareSources(sources: SourceAnalysis[], guidance: Guidance = NO_GUIDANCE): FolderAnalysis {
  const linked = correctEntities(linkEntities(sources, guidance.watched), sources, guidance.corrections);
  return {
    sources: sources.map(toKnown),
    entities: linked.entities,
    contradictions: findContradictions(sources, linked),
  };
}

/** What readers ask of a source: not its text and its claims, only what it is. */
export function toKnown({ path, length, info, read, entities, claims }: SourceAnalysis): KnownSource {
  return {
    path,
    length,
    info,
    read: { blocks: read.blocks, sentences: read.sentences.map(({ start, end }) => ({ start, end })) },
    roles: entities.flatMap(({ roles, mentions }) =>
      roles.length === 0 ? [] : [{ roles, mentions: mentions.map(({ start, end }) => ({ start, end })) }],
    ),
    dates: claims.filter(({ as, value }) => as === 'date' && value.type === 'time'),
  };
}
