import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Block, BlockKind, Span } from '../analysis/model.ts';
import { counted, typeName } from '../report/language.ts';
import type { PlacedMention, Reading } from '../workspace/reading.ts';
import { documentOf, toRange } from './convert.ts';
import { shorten } from './text.ts';
import { SYMBOL_KINDS } from './workspaceSymbol.ts';

const LONGEST_NAME = 80;

/** What a source is made of besides running text, and how an outline shows it. */
const OUTLINED: Partial<Record<BlockKind, SymbolKind>> = {
  headline: SymbolKind.File,
  subheading: SymbolKind.Namespace,
  dateline: SymbolKind.Property,
  byline: SymbolKind.Property,
  caption: SymbolKind.String,
  pullquote: SymbolKind.String,
  post: SymbolKind.String,
  note: SymbolKind.Property,
};
const TYPES_SHOWN = new Set(['person', 'organization', 'place']);

/** A symbol while the outline is built, with the span that decides what lies in it. */
interface Part {
  span: Span;
  symbol: DocumentSymbol;
}

/**
 * The outline of a source: its headline over its sections and parts, and in each the people, organizations and places
 * that are first named there.
 */
export function documentSymbol(reading: Reading, path: string): DocumentSymbol[] {
  const document = documentOf(reading, path);
  const blocks = reading.source(path)?.read.blocks ?? [];
  const toPart = (span: Span, selection: Span, name: string, kind: SymbolKind, detail: string): Part => ({
    span,
    symbol: {
      name: shorten(name, LONGEST_NAME) || detail,
      detail,
      kind,
      range: toRange(document, span),
      selectionRange: toRange(document, selection),
      children: [],
    },
  });
  // A scraped page often has its headline several times: only the first is over the text.
  const headlines = new Set<string>();
  const parts = blocks.flatMap((block, index) => {
    const kind = OUTLINED[block.kind];
    if (kind === undefined) return [];
    const text = document.text.slice(block.start, block.end);
    const isRepeated = headlines.has(text);
    if (block.kind === 'headline') headlines.add(text);
    const span = isRepeated ? block : extentOf(block, blocks.slice(index + 1), document.text.length);
    return [toPart(span, block, text, kind, block.kind)];
  });
  const entities = firstMentions(reading.mentionsIn(path)).map(({ entity, mention }) => {
    const here = entity.mentions.filter((each) => each.path === path).length;
    return toPart(
      mention,
      mention,
      entity.name,
      SYMBOL_KINDS[entity.type],
      `${typeName(entity.type)}, ${counted.mentions(here)}`,
    );
  });
  return nest([...parts, ...entities]);
}

/** A headline holds the whole text after it, a subheading what comes before the next one. */
function extentOf(block: Block, following: Block[], end: number): Span {
  if (block.kind === 'headline') return { start: block.start, end };
  if (block.kind !== 'subheading') return block;
  const next = following.find((other) => other.kind === 'subheading' || other.kind === 'headline');
  return { start: block.start, end: next ? next.start : end };
}

function firstMentions(placed: PlacedMention[]): PlacedMention[] {
  const first = new Map<unknown, PlacedMention>();
  for (const each of placed) {
    if (TYPES_SHOWN.has(each.entity.type) && each.mention.kind === 'name' && !first.has(each.entity)) {
      first.set(each.entity, each);
    }
  }
  return [...first.values()];
}

/** Puts every part under the innermost one that it lies in. */
function nest(parts: Part[]): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const around: Part[] = [];
  for (const part of parts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    while (around.length > 0 && (around.at(-1) as Part).span.end < part.span.end) around.pop();
    const siblings = around.at(-1)?.symbol.children ?? roots;
    siblings.push(part.symbol);
    around.push(part);
  }
  return roots;
}
