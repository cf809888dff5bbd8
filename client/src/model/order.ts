import type { Position, Range } from 'vscode-languageserver-protocol';
import type { ContradictionItem, Overview, SourceItem, StatementItem } from '../../../server/src/protocol.ts';
import type { Place } from './node.ts';
import { openContradictions } from './verdict.ts';

/** Every place where a source takes a disputed position: sources as the Sources view has them, then down the text. */
export function disputedPlaces(overview: Overview): Place[] {
  const places = new Map<string, Place>();
  for (const { positions } of openContradictions(overview))
    for (const { statements } of positions)
      for (const { uri, focus } of statements)
        places.set(`${uri}#${focus.start.line},${focus.start.character}`, { uri, range: focus });
  return inSourceOrder([...places.values()], overview);
}

/** The places in the order of their sources in the Sources view, then down the text; those in no source are left out. */
export function inSourceOrder(places: Place[], { sources }: Pick<Overview, 'sources'>): Place[] {
  const rankOf = ranks(sources);
  return places
    .filter(({ uri }) => rankOf(uri) >= 0)
    .sort((a, b) => rankOf(a.uri) - rankOf(b.uri) || compare(a.range.start, b.range.start));
}

export type Direction = 'next' | 'previous';

/**
 * The place after (or before) where the reader is; past the last comes the first.
 *
 * @param places as {@link inSourceOrder} gives them
 * @param here start of the reader's selection; absent or in no source of `places` is before the first
 */
export function step(
  places: Place[],
  here: { uri: string; position: Position } | undefined,
  direction: Direction,
  { sources }: Pick<Overview, 'sources'>,
): Place | undefined {
  const rankOf = ranks(sources);
  const away = (place: Place) =>
    rankOf(place.uri) - rankOf(here?.uri) || (here ? compare(place.range.start, here.position) : 1);
  if (direction === 'next') return places.find((place) => away(place) > 0) ?? places[0];
  return places.findLast((place) => away(place) < 0) ?? places.at(-1);
}

/**
 * The statements to open side by side: one per position, from different sources where there are, two or three in all.
 *
 * @param first the statement that the reader comes from, when there is one; it is opened first
 */
export function facingStatements(
  { positions }: Pick<ContradictionItem, 'positions'>,
  first?: { uri: string; position: Position },
  limit = 3,
): StatementItem[] {
  const isFirst = (s: StatementItem) => s.uri === first?.uri && contains(s, first.position);
  const used = new Set<string>();
  return [...positions]
    .sort((a, b) => Number(b.statements.some(isFirst)) - Number(a.statements.some(isFirst)))
    .flatMap(({ statements }) => {
      const chosen = statements.find(isFirst) ?? statements.find((s) => !used.has(s.uri)) ?? statements[0];
      if (chosen) used.add(chosen.uri);
      return chosen ?? [];
    })
    .slice(0, limit);
}

/** All statements of a question, each once: position by position, as the tree has them. */
export function inReadingOrder({ positions }: Pick<ContradictionItem, 'positions'>): StatementItem[] {
  const statements = positions.flatMap((position) => position.statements);
  return [...new Map(statements.map((each) => [`${each.uri}#${JSON.stringify(each.focus)}`, each])).values()];
}

/** The statement that the reader is in; rather one whose disputed words they are at. */
export function statementAt(
  statements: StatementItem[],
  here: { uri: string; position: Position } | undefined,
): StatementItem | undefined {
  const around = statements.filter((each) => each.uri === here?.uri && contains(each, here.position));
  return around.find(({ focus }) => here && isWithin(focus, here.position)) ?? around[0];
}

/** Gives the rank of a source's URI, -1 for what is none. */
function ranks(sources: SourceItem[]): (uri: string | undefined) => number {
  const rank = new Map<string | undefined, number>(sources.map((s, index) => [s.uri, index]));
  return (uri) => rank.get(uri) ?? -1;
}

function contains({ range }: StatementItem, position: Position): boolean {
  return isWithin(range, position);
}

function isWithin({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
