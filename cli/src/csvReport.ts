import type { FolderAnalysis } from '../../server/src/analysis/model.ts';
import type { Document } from '../../server/src/workspace/document.ts';

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

/** The contradictions with the verdicts on them as CSV (RFC 4180), a row for each statement. */
export function* csvReport({ contradictions }: FolderAnalysis, documents: Document[]): Generator<string> {
  const byPath = new Map(documents.map((document) => [document.uri, document]));
  yield row(COLUMNS);
  for (const { id, kind, severity, confidence, question, positions, verdict } of contradictions) {
    for (const { value, statements } of positions) {
      for (const { path, text, focus, speaker } of statements) {
        const place = byPath.get(path)?.positionAt(focus.start) ?? { line: 0, character: 0 };
        const at = [path, place.line + 1, place.character + 1, focus.text, text, speaker];
        const state = verdict && (verdict.isOutdated ? 'to decide again' : verdict.state);
        const decided = [state, verdict?.reason, verdict?.holds, verdict?.note, verdict?.author, verdict?.time];
        yield row([id, kind, severity, confidence, question, value, ...at, ...decided]);
      }
    }
  }
}

function row(cells: (string | number | undefined)[]): string {
  return `${cells.map((each) => cell(each ?? '')).join(',')}\r\n`;
}

/** Text of a source must not become a formula: a spreadsheet takes what follows an apostrophe as text. */
function cell(value: string | number): string {
  const text = typeof value === 'string' ? value.replace(/^[=+\-@\t\r]/, "'$&") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
