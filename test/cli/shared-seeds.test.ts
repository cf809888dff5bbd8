// Acceptance test on the documents that the seeds retell. They and their scorers are no part of the project.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const BENCH = '../shared/bench';
const present = existsSync(`${BENCH}/score-contradictions.mjs`) && existsSync('../shared/seeds');
if (!present)
  console.log('Skipped: the acceptance test needs ../shared/seeds and ../shared/bench, which are not here.');

function score(scorer: string): string {
  const cli = `${process.execPath} dist/cli.js check`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${BENCH}/${scorer}`, '--cli', cli, '--seeds'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** The number after the given words of a scorer's output. */
function figure(output: string, form: RegExp): number {
  const found = form.exec(output)?.[1];
  if (found === undefined) throw new Error(`${form} is not in: ${output}`);
  return Number(found);
}

describe.skipIf(!present)('the shared seeds', () => {
  it('show at least three of four hard facts, precision 0.8 and no decoy', () => {
    const output = score('score-contradictions.mjs');
    expect(figure(output, /^hard +found (\d+)/m), output).toBeGreaterThanOrEqual(3);
    expect(figure(output, /precision ([\d.]+)/), output).toBeGreaterThanOrEqual(0.8);
    expect(figure(output, /^decoys hit (\d+)/m), output).toBe(0);
  });

  it('link at least 95 % of the mentions', () => {
    const output = score('score-entities.mjs');
    expect(figure(output, /\(([\d.]+) %\)/), output).toBeGreaterThanOrEqual(95);
  });
});
