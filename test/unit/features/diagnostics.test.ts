import { describe, expect, test } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { DiagnosticReports } from '../../../server/src/features/diagnosticReports.ts';
import { diagnosticsOf } from '../../../server/src/features/diagnostics.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/workspace/settings.ts';
import { uriOf } from '../workspace/memory.ts';
import { explosion, Folder, there } from './folder.ts';

const SHOWN = DEFAULT_SETTINGS.severity;
const A = uriOf('a.txt');

function first(folder: Folder): Diagnostic {
  return there(diagnosticsOf(folder.reading, A, SHOWN)[0]);
}

describe('problems', () => {
  test('lie on the words that carry the disputed value', () => {
    const folder = explosion();
    const problem = first(folder);
    expect(diagnosticsOf(folder.reading, A, SHOWN)).toEqual([problem]);
    expect(folder.wordsAt({ uri: A, range: problem.range })).toEqual(['a.txt', '5 people']);
  });

  test('say what is disputed, what this source says and what the others say', () => {
    const problem = first(explosion());
    expect(problem.message).toBe(
      'How many people were killed?\nThis source: “5 people”. Others: “24” (Toll rises and Dozens hurt).',
    );
  });

  test('point at every conflicting statement, with what stands there', () => {
    const folder = explosion();
    const related = there(first(folder).relatedInformation);
    expect(related.map(({ location }) => folder.wordsAt(location))).toEqual([
      ['b.txt', '24 people'],
      ['c.txt', '24'],
    ]);
    expect(related[1]?.message).toBe('Dozens hurt: “Police put the dead at 24”');
  });

  test('carry the kind with a link to its page, and the id of the contradiction', () => {
    const problem = first(explosion());
    expect(problem).toMatchObject({ source: 'Crossread', code: 'number', data: { id: 'c-1' } });
    expect(there(problem.codeDescription).href).toMatch(/^https:\/\/.*\/docs\/.*#number$/);
  });

  test('are as grave as the settings say, or not there', () => {
    const severity = (shown: typeof SHOWN) => diagnosticsOf(explosion().reading, A, shown).map((each) => each.severity);
    expect(severity(SHOWN)).toEqual([DiagnosticSeverity.Warning]);
    expect(severity({ ...SHOWN, conflict: 'error' })).toEqual([DiagnosticSeverity.Error]);
    expect(severity({ ...SHOWN, conflict: 'off' })).toEqual([]);
  });

  test('are one per position: a source that says it twice has one, a source that contradicts itself has two', () => {
    const folder = new Folder({
      'a.txt': 'Five people died. The blast killed five people. Later it was said that six people died.',
    }).dispute('How many people died?', {
      five: [
        { in: 'a.txt', says: 'Five people died', focus: 'Five' },
        { in: 'a.txt', says: 'The blast killed five people', focus: 'five' },
      ],
      six: [{ in: 'a.txt', says: 'six people died', focus: 'six' }],
    });
    const problems = diagnosticsOf(folder.reading, A, SHOWN);
    expect(problems.map(({ range }) => folder.wordsAt({ uri: A, range })[1])).toEqual(['Five', 'six']);
    expect(problems[0]?.message).toContain('Others: “six” (elsewhere in this source)');
    expect(problems[1]?.relatedInformation).toHaveLength(2);
  });
});

describe('reports', () => {
  test('keep their id while the problems are the same', () => {
    const reports = new DiagnosticReports();
    expect(reports.update(explosion().reading, SHOWN)).toHaveLength(3);
    const first = reports.document(A, undefined);
    expect(reports.update(explosion().reading, SHOWN)).toEqual([]);
    expect(reports.document(A, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(reports.update(explosion().reading, { ...SHOWN, conflict: 'error' })).toHaveLength(3);
    expect(reports.document(A, first.resultId).kind).toBe('full');
  });

  test('tell a workspace pull of what it has not seen, and clear what is gone', () => {
    const reports = new DiagnosticReports();
    const seen = new Map([['file:///news/gone.txt', 'from another session']]);
    reports.update(explosion().reading, SHOWN);
    const told = reports.unseen(seen);
    expect(told.map(({ uri }) => uri).sort()).toEqual([A, uriOf('b.txt'), uriOf('c.txt'), uriOf('gone.txt')]);
    expect(told.find(({ uri }) => uri === uriOf('gone.txt'))).toMatchObject({ kind: 'full', items: [] });
    expect(reports.unseen(seen)).toEqual([]);

    reports.update(new Folder({ 'a.txt': 'Nothing.' }).reading, SHOWN);
    expect(reports.unseen(seen).map((report) => [report.uri, report.kind === 'full' && report.items.length])).toEqual([
      [A, 0],
      [uriOf('b.txt'), 0],
      [uriOf('c.txt'), 0],
    ]);
  });
});
