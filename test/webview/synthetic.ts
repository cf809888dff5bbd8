import { excerpt } from '../../client/src/model/text.ts';
import type { ComparisonData, Question } from '../../client/webview/messages.ts';

const kinds = ['number', 'date', 'place', 'roster', 'outcome'] as const;
const severities = ['conflict', 'update', 'variation'] as const;

/** A comparison of many sources; about two in five take a position on each question. Always the same. */
export function manySources(sources: number, questions: number): ComparisonData {
  const random = generator(7);
  return {
    situation: 'ready',
    sources: Array.from({ length: sources }, (_, index) => ({
      uri: `file:///sources/${index}.txt`,
      name: `Source ${index + 1}`,
      about: `Report ${index + 1} on the flood in the valley`,
      publisher: `Publisher ${(index % 25) + 1}`,
      date: `2025-05-${String((index % 14) + 1).padStart(2, '0')}`,
      folder: '',
    })),
    questions: Array.from({ length: questions }, (_, index) => question(index, sources, random)),
    entities: Array.from({ length: 120 }, (_, index) => ({
      id: `e${index}`,
      name: `Person ${index + 1}`,
      type: 'person',
    })),
  };
}

function question(index: number, sources: number, random: () => number): Question {
  const positions = 2 + Math.floor(random() * 4);
  return {
    id: `q${index}`,
    kind: kinds[index % kinds.length] ?? 'other',
    severity: severities[index % severities.length] ?? 'conflict',
    confidence: 0.4 + random() * 0.6,
    question: `How many houses stood under water in district ${index + 1}?`,
    explanation: 'The figures differ by more than rounding.',
    values: Array.from({ length: positions }, (_, position) => `${position + 2} houses`),
    answers: Array.from({ length: sources }, (_, source) => source).flatMap((source) => {
      if (random() > 0.4) return [];
      const position = Math.floor(random() * positions);
      const focus = `${position + 2} houses`;
      const text = `Officials of the district said on Tuesday evening that ${focus} stood under water after the dam upstream gave way in the night.`;
      const start = text.indexOf(focus);
      const range = { start: { line: index, character: start }, end: { line: index, character: start + focus.length } };
      return [
        { source, statements: [{ position, quotation: excerpt(text, start, start + focus.length, 150), range }] },
      ];
    }),
    entities: [`e${index % 120}`],
  };
}

/** Numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
