import { describe, expect, it } from 'vitest';
import { marksIn } from '../../../../client/src/model/marks.ts';
import type { ContradictionItem, Overview, StatementItem } from '../../../../server/src/protocol.ts';

const uri = 'file:///a.txt';
const shown = { conflict: 'warning', update: 'information', variation: 'hint' };

function said(line: number, source = uri): StatementItem {
  const range = { start: { line, character: 0 }, end: { line, character: 9 } };
  const focus = { start: { line, character: 2 }, end: { line, character: 5 } };
  return { uri: source, range, focus, text: 'It was 5.', focusText: 'was' };
}

function disputed(severity: ContradictionItem['severity'], ...positions: StatementItem[][]): ContradictionItem {
  const named = positions.map((statements, index) => ({ value: String(index), statements }));
  return {
    id: 'c',
    kind: 'number',
    severity,
    confidence: 1,
    question: '?',
    explanation: '',
    positions: named,
    entities: [],
  };
}

const overview = (...contradictions: ContradictionItem[]): Overview => ({ sources: [], entities: [], contradictions });
const linesOf = (ranges: { start: { line: number } }[]) => ranges.map(({ start }) => start.line);

describe('the marks of a source', () => {
  it('are not of what was dismissed', () => {
    const verdict = { state: 'dismissed', time: '2026-11-22T10:00:00Z', isOutdated: false } as const;
    const found = disputed('conflict', [said(1)], [said(2)]);
    expect(marksIn(overview({ ...found, verdict }), uri, shown).lines.conflict).toEqual([]);
    expect(
      marksIn(overview({ ...found, verdict: { ...verdict, isOutdated: true } }), uri, shown).lines.conflict,
    ).toEqual([1, 2]);
  });

  it('are beside each disputed line, under the gravest that is disputed in it', () => {
    const { lines } = marksIn(
      overview(disputed('variation', [said(1), said(2)], [said(9, 'file:///b.txt')]), disputed('conflict', [said(2)])),
      uri,
      shown,
    );
    expect(lines).toEqual({ conflict: [2], update: [], variation: [1] });
  });

  it('are under the words that no problem underlines: hints, and what says the same again', () => {
    const { words } = marksIn(
      overview(disputed('variation', [said(1)], [said(2)]), disputed('conflict', [said(7), said(4), said(6)])),
      uri,
      shown,
    );
    expect(linesOf(words.variation)).toEqual([1, 2]);
    expect(linesOf(words.conflict)).toEqual([6, 7]);
  });

  it('are not there for a severity that is off', () => {
    const { lines, words } = marksIn(overview(disputed('conflict', [said(1), said(2)])), uri, {
      ...shown,
      conflict: 'off',
    });
    expect([lines.conflict, words.conflict]).toEqual([[], []]);
  });
});
