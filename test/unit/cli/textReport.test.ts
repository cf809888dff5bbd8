import { describe, expect, it } from 'vitest';
import { textReport } from '../../../cli/src/textReport.ts';
import type { Contradiction, FolderAnalysis, Statement } from '../../../server/src/analysis/model.ts';
import { Document } from '../../../server/src/workspace/document.ts';

const DOCUMENTS = [
  new Document('a.txt', 'Headline\r\nFive people died, police said.'),
  new Document('b.txt', `Nine people ${'who lived near the bridge '.repeat(20)}died.`),
];

/** The statement of a whole line of a document, with its first word as the focus. */
function statement(document: Document, line: number, speaker?: string): Statement {
  const start = document.offsetAt({ line, character: 0 });
  const text = document.text.slice(start).split(/\r?\n/)[0] ?? '';
  const focus = { start, end: start + 4, text: text.slice(0, 4) };
  return { path: document.uri, start, end: start + text.length, text, focus, ...(speaker && { speaker }) };
}

const [A, B] = DOCUMENTS as [Document, Document];
const DIED: Contradiction = {
  id: 'c1',
  kind: 'number',
  severity: 'conflict',
  confidence: 0.9,
  question: 'How many people died?',
  explanation: 'Both count the same dead.',
  positions: [
    { value: '5', statements: [statement(A, 1, 'police')] },
    { value: '9', statements: [statement(B, 0)] },
  ],
};

function report(contradictions: Contradiction[], colors = false): string {
  const found: FolderAnalysis = { sources: [], entities: [], contradictions };
  return [...textReport(found, DOCUMENTS, colors)].join('');
}

describe('textReport', () => {
  it('quotes each position with its place, its speaker and a line of counts', () => {
    const lines = report([DIED]).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'conflict: How many people died? (number, confidence 0.90)',
      '  Both count the same dead.',
      '  - 5',
      '      a.txt:2:1 “Five people died, police said.” (police)',
    ]);
    expect(lines.at(-2)).toBe('1 contradiction in 0 sources: 1 conflict.');
  });

  it('cuts a long statement around its focus', () => {
    const line = report([DIED])
      .split('\n')
      .find((line) => line.includes('b.txt:1:1'));
    expect(line).toMatch(/“Nine people who lived .* …”$/);
    expect(line?.length).toBeLessThan(300);
  });

  it('puts conflicts before updates and variations, and the surer first', () => {
    const of = (question: string, severity: Contradiction['severity'], confidence: number) => ({
      ...DIED,
      question,
      severity,
      confidence,
    });
    const text = report([
      of('D?', 'variation', 1),
      of('C?', 'update', 1),
      of('B?', 'conflict', 0.6),
      of('A?', 'conflict', 0.7),
    ]);
    expect([...text.matchAll(/: ([A-D])\?/g)].map((m) => m[1])).toEqual(['A', 'B', 'C', 'D']);
    expect(text).toMatch(/4 contradictions in 0 sources: 2 conflicts, 1 update, 1 variation\.\n$/);
  });

  it('uses colors only when told to, and changes no character otherwise', () => {
    const colored = report([DIED], true);
    expect(colored).toContain('\u001b[31mconflict');
    expect(colored.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')).toBe(report([DIED]));
  });

  it('says that nothing was found', () => {
    expect(report([])).toBe('No contradictions found in 0 sources.\n');
  });
});
