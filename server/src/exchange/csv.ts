import Papa from 'papaparse';
import type { Subject } from '../report/content.ts';
import type { Unplaced } from './entities.ts';
import { readVerdict, type VerdictRow } from './verdictRow.ts';

const COLUMNS = [
  'id',
  'kind',
  'severity',
  'confidence',
  'question',
  'position',
  'path',
  'line',
  'column',
  'focus',
  'statement',
  'speaker',
  'verdict',
  'reason',
  'holds',
  'note',
  'author',
  'time',
];

const AGAIN = 'to decide again';

/** The contradictions with the verdicts on them as CSV (RFC 4180), a row for each statement. */
export function* csvReport({ reading, pathOf }: Subject): Generator<string> {
  yield row(COLUMNS);
  for (const { id, kind, severity, confidence, question, positions, verdict } of reading.contradictions) {
    for (const { value, statements } of positions) {
      for (const { path, text, focus, speaker } of statements) {
        const place = reading.document(path)?.positionAt(focus.start) ?? { line: 0, character: 0 };
        const at = [pathOf(path), place.line + 1, place.character + 1, focus.text, text, speaker];
        const state = verdict && (verdict.isOutdated ? AGAIN : verdict.state);
        const decided = [state, verdict?.reason, verdict?.holds, verdict?.note, verdict?.author, verdict?.time];
        yield row([id, kind, severity, confidence, question, value, ...at, ...decided]);
      }
    }
  }
}

function row(cells: (string | number | undefined)[]): string {
  return `${Papa.unparse([cells.map(plainCell)], { newline: '\r\n' })}\r\n`;
}

/** Text of a source must not become a formula: a spreadsheet takes what follows an apostrophe as text. */
function plainCell(value: string | number | undefined): string | number {
  return typeof value === 'string' ? value.replace(/^'*\s*[=+\-@\t\r＝＋－＠]/, "'$&") : (value ?? '');
}

/**
 * Reads the verdicts of a report that may have gone through a spreadsheet: its columns in any order, `;` or tabs between
 * them. Of a contradiction the rows that have a verdict have to agree; where there is none nothing is said.
 */
export function readCsv(content: string): { verdicts: VerdictRow[]; unplaced: Unplaced[] } {
  const text = content.replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const [head = [], ...rows] = data;
  const columns = head.map((name) => name.trim().toLowerCase());
  if (!columns.includes('id') || !columns.includes('verdict')) {
    return { verdicts: [], unplaced: [{ line: 0, message: 'The columns "id" and "verdict" are missing.' }] };
  }
  const verdicts = new Map<string, VerdictRow>();
  const unplaced: Unplaced[] = [];
  let line = linesIn(head);
  for (const cells of rows) {
    const at = line;
    line += linesIn(cells);
    const cell = (name: string) => cells[columns.indexOf(name)]?.replace(/^'('*\s*[=+\-@\t\r＝＋－＠])/, '$1');
    const state = cell('verdict')?.trim();
    if (!state || state === AGAIN) continue;
    const given = { reason: cell('reason'), holds: cell('holds'), note: cell('note'), author: cell('author') };
    const read = readVerdict({ id: cell('id')?.trim(), state, ...given, time: cell('time') });
    const before = typeof read === 'string' ? undefined : verdicts.get(read.id);
    if (typeof read === 'string') unplaced.push({ line: at, message: read });
    else if (!before) verdicts.set(read.id, { ...read, line: at });
    else if (before.state !== read.state)
      unplaced.push({ line: at, message: `Another row says ${before.state} of ${read.id}.` });
  }
  return { verdicts: [...verdicts.values()], unplaced };
}

/** What stands between the names of the columns; what stands in the cells tells nothing. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] as string;
}

/** How many lines of the file a row takes. */
function linesIn(cells: string[]): number {
  return 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
