import { styleText } from 'node:util';
import {
  type Contradiction,
  type FolderAnalysis,
  isSettled,
  type Severity,
  type Statement,
  type Verdict,
} from '../../server/src/analysis/model.ts';
import { harmless } from '../../server/src/harmless.ts';
import type { Document } from '../../server/src/workspace/document.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const ORDER: Severity[] = ['conflict', 'update', 'variation'];
const COLORS: Record<Severity, Style> = { conflict: 'red', update: 'yellow', variation: 'cyan' };
/** A statement longer than this is cut around its focus. */
const LONGEST_QUOTE = 240;

/** The report for a reader: every contradiction with its positions quoted and where they stand, then a line of counts. */
export function* textReport(found: FolderAnalysis, documents: Document[], colors: boolean): Generator<string> {
  const paint: Paint = (style, text) => (colors ? styleText(style, text, { validateStream: false }) : text);
  const byPath = new Map(documents.map((document) => [document.uri, document]));
  for (const contradiction of inOrder(found.contradictions.filter((each) => !isSettled(each)))) {
    yield* describe(contradiction, byPath, paint);
    yield '\n';
  }
  yield `${summary(found)}\n`;
}

/** "dismissed (wording-only) by Ana". */
function toldOf({ state, reason, author, note }: Verdict): string {
  return `${state}${reason ? ` (${reason})` : ''}${author ? ` by ${author}` : ''}${note ? `: ${note}` : ''}`;
}

function inOrder(contradictions: Contradiction[]): Contradiction[] {
  return contradictions.toSorted(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.confidence - a.confidence,
  );
}

function* describe(
  { severity, kind, confidence, question, explanation, positions, verdict }: Contradiction,
  documents: Map<string, Document>,
  paint: Paint,
): Generator<string> {
  const sureness = paint('dim', `(${kind}, confidence ${confidence.toFixed(2)})`);
  yield `${paint(COLORS[severity], severity)}: ${paint('bold', plain(question))} ${sureness}\n`;
  if (explanation) yield `  ${plain(explanation)}\n`;
  if (verdict) yield `  ${verdict.isOutdated ? 'to decide again, before: ' : ''}${plain(toldOf(verdict))}\n`;
  for (const { value, statements } of positions) {
    yield `  - ${paint('bold', plain(value))}\n`;
    for (const statement of statements) {
      const speaker = statement.speaker ? ` (${plain(statement.speaker)})` : '';
      yield `      ${paint('underline', place(statement, documents))} ${quote(statement, paint)}${speaker}\n`;
    }
  }
}

/** `path:line:column` of the focus, counted from 1, columns in UTF-16 code units as editors do. */
function place({ path, focus }: Statement, documents: Map<string, Document>): string {
  const { line, character } = documents.get(path)?.positionAt(focus.start) ?? { line: 0, character: 0 };
  return `${plain(path)}:${line + 1}:${character + 1}`;
}

function quote({ start, text, focus }: Statement, paint: Paint): string {
  const from = Math.max(0, Math.min(text.length, focus.start - start));
  const to = Math.max(from, Math.min(text.length, focus.end - start));
  const room = Math.max(0, LONGEST_QUOTE - (to - from));
  const before = text.length <= LONGEST_QUOTE ? text.slice(0, from) : cutBefore(text.slice(0, from), room / 2);
  const after = text.length <= LONGEST_QUOTE ? text.slice(to) : cutAfter(text.slice(to), room / 2);
  return `“${plain(before)}${paint('bold', plain(text.slice(from, to)))}${plain(after)}”`;
}

function cutBefore(text: string, room: number): string {
  return text.length <= room ? text : `… ${text.slice(-room).replace(/^\S*\s/, '')}`;
}

function cutAfter(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room).replace(/\s\S*$/, '')} …`;
}

function summary({ sources, contradictions: all }: FolderAnalysis): string {
  const contradictions = all.filter((each) => !isSettled(each));
  const settled = all.length - contradictions.length;
  const left = settled > 0 ? ` ${settled} more dismissed or resolved.` : '';
  const read = count(sources.length, 'source');
  if (contradictions.length === 0) return `No contradictions found in ${read}.${left}`;
  const parts = ORDER.map(
    (severity) => [contradictions.filter((c) => c.severity === severity).length, severity] as const,
  );
  const counts = parts.filter(([number]) => number > 0).map(([number, severity]) => count(number, severity));
  return `${count(contradictions.length, 'contradiction')} in ${read}: ${counts.join(', ')}.${left}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Text of a source without what would steer a terminal: controls, escapes and overrides of direction. */
function plain(text: string): string {
  return harmless(text.replace(/\s+/g, ' '));
}
