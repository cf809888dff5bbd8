import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../../docs/report.schema.json';
import { decode } from '../../server/src/analysis/text/decode.ts';
import { crossread } from './command.ts';

interface Place {
  path: string;
  start: number;
  end: number;
  text: string;
}
interface Report {
  sources: { path: string; length: number }[];
  entities: { id: string; mentions: Place[] }[];
  contradictions: { id: string; positions: { statements: (Place & { focus: Omit<Place, 'path'> })[] }[] }[];
}

const json = crossread(['check', 'seeds', '--format', 'json']).stdout;
const report = JSON.parse(json) as Report;

describe('the JSON report on the seeds', () => {
  it('is as docs/report.schema.json describes', () => {
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(report.sources).toHaveLength(5);
    expect(report.contradictions.length).toBeGreaterThan(0);
  });

  it('gives every text exactly as it stands in the source', () => {
    const texts = new Map(report.sources.map(({ path }) => [path, textOf(path)]));
    const statements = report.contradictions.flatMap((c) => c.positions.flatMap((p) => p.statements));
    const places = [
      ...report.entities.flatMap((entity) => entity.mentions),
      ...statements,
      ...statements.map(({ path, focus }) => ({ path, ...focus })),
    ];
    for (const { path, start, end, text } of places) expect(texts.get(path)?.slice(start, end)).toBe(text);
    for (const { path, length } of report.sources) expect(texts.get(path)?.length).toBe(length);
  });

  it('has the keys in the order of the design and the same bytes each time', () => {
    expect(Object.keys(report)).toEqual(['version', 'sources', 'entities', 'contradictions']);
    expect(Object.keys(report.contradictions[0] ?? {})).toEqual([
      'id',
      'kind',
      'severity',
      'confidence',
      'question',
      'explanation',
      'positions',
    ]);
    expect(crossread(['check', 'seeds', '--format', 'json']).stdout).toBe(json);
  });

  it('names each entity and contradiction once', () => {
    for (const items of [report.entities, report.contradictions]) {
      const ids = items.map(({ id }) => id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });
});

function textOf(path: string): string {
  const decoded = decode(readFileSync(path));
  if (!('text' in decoded)) throw new Error(`${path} is no text`);
  return decoded.text;
}
