import { describe, expect, it } from 'vitest';
import { analyseSource, compareSources } from '../../../../server/src/analysis/analyse.ts';
import { contradictions } from '../claims/disputes.ts';

const FIVE = 'A ferry sank off Karo on Monday, killing 5 people. Anna Bell, the mayor of Karo, spoke.';
const NINE = 'Nine people died when a ferry sank off Karo on Monday, Anna Bell said.';

describe('contradictions', () => {
  it('puts all statements of all sources behind one question', () => {
    const found = contradictions(FIVE, NINE, 'The Karo ferry disaster: 5 dead', 'Five killed as ferry sinks off Karo');
    expect(found).toHaveLength(1);
    expect(found[0]?.positions.map((p) => p.statements.length)).toEqual([3, 1]);
  });

  it('gives spans that carry the text they say', () => {
    for (const { positions } of contradictions(FIVE, NINE)) {
      for (const s of positions.flatMap((p) => p.statements)) {
        const text = s.path === 'a.txt' ? FIVE : NINE;
        expect(text.slice(s.start, s.end)).toBe(s.text);
        expect(text.slice(s.focus.start, s.focus.end)).toBe(s.focus.text);
        expect(s.focus.start >= s.start && s.focus.end <= s.end).toBe(true);
      }
    }
  });

  it('quotes the sources in the explanation', () => {
    const [found] = contradictions(FIVE, NINE);
    expect(found?.explanation).toContain('“5”');
    expect(found?.explanation).toContain('“Nine”');
  });

  it('keeps ids while the texts are unchanged, whatever the order of the sources', () => {
    const a = analyseSource('a.txt', FIVE);
    const b = analyseSource('b.txt', NINE);
    const ids = [compareSources([a, b]), compareSources([b, a])].map((r) => r.contradictions.map((c) => c.id));
    expect(ids[0]).toEqual(ids[1]);
  });

  it('finds what one source says against itself, but not within one sentence', () => {
    expect(contradictions(`${FIVE}\n\n${NINE}`)).toHaveLength(1);
    expect(contradictions('The ferry off Karo, with 5 dead or, as some said, nine dead, sank.')).toEqual([]);
  });

  it('ranks the surest first', () => {
    const found = contradictions(`${FIVE} Mark Dell, an aide, came.`, `${NINE} Mark Delle, an adviser, came.`);
    const confidences = found.map((c) => c.confidence);
    expect(found.length).toBeGreaterThan(1);
    expect(confidences).toEqual([...confidences].sort((x, y) => y - x));
  });

  it('keeps two events of one kind apart', () => {
    const tersk = 'A train derailed in Tersk on Friday, killing 40 people, Peter Dale of the railway said.';
    expect(contradictions(FIVE, tersk)).toEqual([]);
  });

  it('says nothing of no sources, empty sources and one that repeats another', () => {
    expect(contradictions()).toEqual([]);
    expect(contradictions('', ' ')).toEqual([]);
    expect(contradictions(FIVE, FIVE)).toEqual([]);
  });
});
