import type { Range } from 'vscode-languageserver-protocol';
import type { Overview, Severity, StatementItem } from '../../../server/src/protocol.ts';
import { openContradictions } from './verdict.ts';

/** From the gravest to the lightest. */
export const severities = ['conflict', 'update', 'variation'] as const satisfies readonly Severity[];

/** How the settings show each severity among the problems. */
export type ShownAs = Record<Severity, string>;

export interface Marks {
  /** The lines to mark beside the text; each under the gravest that is disputed in it. */
  lines: Record<Severity, number[]>;
  /** The disputed words that no problem underlines. */
  words: Record<Severity, Range[]>;
}

/** What is marked in the text of one source, beside what its problems underline. */
export function marksIn(overview: Overview, uri: string, shownAs: ShownAs): Marks {
  const marks: Marks = {
    lines: { conflict: [], update: [], variation: [] },
    words: { conflict: [], update: [], variation: [] },
  };
  const open = openContradictions(overview);
  const taken = new Set<number>();
  for (const severity of severities) {
    if (shownAs[severity] === 'off') continue;
    const positions = open.filter((each) => each.severity === severity).flatMap((each) => each.positions);
    const here = positions.map(({ statements }) => statements.filter((each) => each.uri === uri).sort(byPlace));
    const lines = new Set(here.flat().map(({ focus }) => focus.start.line));
    marks.lines[severity] = [...lines].filter((line) => !taken.has(line));
    for (const line of lines) taken.add(line);
    // A problem stands on the first statement of each position; a hint has no underline of its own.
    marks.words[severity] = distinct(here.flatMap((each) => (shownAs[severity] === 'hint' ? each : each.slice(1))));
  }
  return marks;
}

function distinct(statements: StatementItem[]): Range[] {
  return [...new Map(statements.map(({ focus }) => [JSON.stringify(focus), focus])).values()];
}

function byPlace(a: StatementItem, b: StatementItem): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
