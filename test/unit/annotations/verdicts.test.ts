import { describe, expect, it } from 'vitest';
import type { Contradiction } from '../../../server/src/analysis/model.ts';
import { describeSpan } from '../../../server/src/annotations/anchor.ts';
import type { Annotation } from '../../../server/src/annotations/annotation.ts';
import { sourceAddress } from '../../../server/src/annotations/annotation.ts';
import {
  applyVerdicts,
  type Decision,
  verdictAnnotation,
  verdictOn,
} from '../../../server/src/annotations/verdicts.ts';

const TOLL = {
  'a.txt': 'Officials said [5 people] were killed in Karo on Monday.',
  'b.txt': 'Officials said [24 people] were killed in Karo on Monday.',
};

/** A question whose answers are in brackets in the texts; equal answers are one position. */
function dispute(marked: Record<string, string>, more: Partial<Contradiction> = {}) {
  const texts = new Map(Object.entries(marked).map(([path, text]) => [path, text.replace(/[[\]]/g, '')]));
  const positions: Contradiction['positions'] = [];
  for (const [path, text] of Object.entries(marked)) {
    const [start, end] = [text.indexOf('['), text.indexOf(']') - 1];
    const plain = texts.get(path) as string;
    const value = plain.slice(start, end);
    const statement = { path, start: 0, end: plain.length, text: plain, focus: { start, end, text: value } };
    const known = positions.find((position) => position.value === value);
    if (known) known.statements.push(statement);
    else positions.push({ value, statements: [statement] });
  }
  const contradiction: Contradiction = {
    id: 'c-1',
    kind: 'number',
    severity: 'conflict',
    confidence: 0.9,
    question: 'How many people were killed?',
    explanation: '',
    positions,
    ...more,
  };
  return { contradiction, texts };
}

const dismissed: Decision = { state: 'dismissed', reason: 'not-same-event' };

function decide(marked: Record<string, string>, decision: Decision = dismissed): Annotation {
  const { contradiction, texts } = dispute(marked);
  const stamp = { id: 'urn:v', now: '2026-11-22T10:00:00.000Z', author: 'Ana' };
  return verdictAnnotation(contradiction, decision, stamp, ({ path, focus }) => ({
    source: sourceAddress(path),
    selector: describeSpan(texts.get(path) as string, focus),
  }));
}

/** The verdict that a question has when some annotations are there. */
function verdictIn(marked: Record<string, string>, annotations: Annotation[], more: Partial<Contradiction> = {}) {
  const { contradiction, texts } = dispute(marked, more);
  const of = { keyOf: (address: string) => address.slice(3), textOf: (key: string) => texts.get(key) };
  return applyVerdicts([contradiction], annotations, of)[0]?.verdict;
}

describe('a verdict', () => {
  it('says what was decided, why, by whom and when', () => {
    expect(verdictIn(TOLL, [decide(TOLL)])).toEqual({
      state: 'dismissed',
      reason: 'not-same-event',
      author: 'Ana',
      time: '2026-11-22T10:00:00.000Z',
      isOutdated: false,
    });
    const resolved: Decision = { state: 'resolved', holds: '24 people', note: 'The ministry’s list.' };
    expect(verdictIn(TOLL, [decide(TOLL, resolved)])).toMatchObject(resolved);
  });

  it('holds when the texts are edited around what is disputed', () => {
    const edited = {
      'a.txt': 'Fire in Karo\n\nOn Tuesday officials said [5 people] were killed in Karo on Monday.',
      'b.txt': 'Officials said [24 people] were killed, and it rained.',
    };
    expect(verdictIn(edited, [decide(TOLL)])).toMatchObject({ state: 'dismissed', isOutdated: false });
  });

  it('holds when another source joins a position', () => {
    const joined = { ...TOLL, 'c.txt': 'In Karo [24 people] were killed.' };
    expect(verdictIn(joined, [decide(TOLL)])).toMatchObject({ isOutdated: false });
  });

  it('asks again when a position changes', () => {
    const changed = { ...TOLL, 'b.txt': 'Officials said [25 people] were killed in Karo on Monday.' };
    expect(verdictIn(changed, [decide(TOLL)])).toMatchObject({ state: 'dismissed', isOutdated: true });
    const longer = { ...TOLL, 'b.txt': 'Officials said [124 people] were killed in Karo on Monday.' };
    expect(verdictIn(longer, [decide(TOLL)])).toMatchObject({ isOutdated: true });
  });

  it('asks again when there is a new position', () => {
    const third = { ...TOLL, 'c.txt': 'In Karo [90 people] were killed.' };
    expect(verdictIn(third, [decide(TOLL)])).toMatchObject({ isOutdated: true });
  });

  it('is not on another question, another kind, or one side alone', () => {
    expect(verdictIn(TOLL, [decide(TOLL)], { kind: 'date' })).toBeUndefined();
    const elsewhere = {
      'a.txt': 'Officials said 5 people were killed in Karo on Monday. Later [30 people] were missing.',
      'b.txt': 'Officials said 24 people were killed in Karo on Monday. Later [40 people] were missing.',
    };
    expect(verdictIn(elsewhere, [decide(TOLL)])).toBeUndefined();
    expect(verdictIn({ 'a.txt': TOLL['a.txt'], 'd.txt': TOLL['b.txt'] }, [decide(TOLL)])).toBeUndefined();
  });

  it('is replaced by the next one on the same question, which keeps its id', () => {
    const { contradiction, texts } = dispute(TOLL);
    const of = { keyOf: (address: string) => address.slice(3), textOf: (key: string) => texts.get(key) };
    expect(verdictOn(contradiction, [decide(TOLL)], of)?.id).toBe('urn:v');
  });
});
