// Golden test: how well the engine reads the sample sources, against the labels in test/gold/seeds.json.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseSource, compareSources } from '../../server/src/analysis/analyse.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/settings.ts';
import { locate, scoreContradictions, scoreLinking } from '../gold/score.ts';
import gold from '../gold/seeds.json';

const texts = new Map(readdirSync('seeds').map((file) => [file, readFileSync(`seeds/${file}`, 'utf8')]));
const byName = new Map([...texts].map(([file, text]) => [docOf(file), text]));
const analysis = compareSources([...texts].map(([file, text]) => analyseSource(file, text)));
const reported = analysis.contradictions.filter((c) => c.confidence >= DEFAULT_SETTINGS.minimumConfidence);
const score = scoreContradictions(reported, gold, byName, docOf);

function docOf(path: string): string {
  return path.replace(/\.txt$/, '');
}

describe('the labels of the seeds', () => {
  it('stand in the texts, each value on at least one side', () => {
    const statements = [
      ...gold.facts.flatMap((f) => f.values.flatMap((v) => v.statements)),
      ...gold.decoys.flatMap((d) => d.statements),
    ];
    for (const statement of statements) expect(() => locate(statement, byName)).not.toThrow();
    for (const { values } of gold.facts) expect(values.length).toBeGreaterThan(1);
    for (const { statements } of gold.decoys) expect(statements).toHaveLength(2);
  });
});

describe('the seeds read against each other', () => {
  it('show at least three of the four facts that cannot both hold', () => {
    const hard = gold.facts.filter(({ strength }) => strength === 'hard').map(({ id }) => id);
    const found = hard.filter((id) => score.found.includes(id));
    expect(found.length, `missed: ${score.missed.join('; ')}`).toBeGreaterThanOrEqual(3);
  });

  it('show at least four true contradictions for each false one', () => {
    expect(score.precision, `false: ${score.falseQuestions.join('; ')}`).toBeGreaterThanOrEqual(0.8);
  });

  it('show none of the differences that are no contradiction', () => {
    expect(score.decoysHit).toEqual([]);
  });

  it('link at least 95 % of the places that name an entity', () => {
    const { linked, places, incomplete } = scoreLinking(analysis.entities, gold, byName, docOf);
    expect(linked / places, incomplete.join('; ')).toBeGreaterThanOrEqual(0.95);
  });
});
