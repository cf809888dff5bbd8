import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { READERS, triggers } from '../../../../server/src/analysis/claims/extract.ts';
import { readSource } from '../../../../server/src/analysis/claims/reading.ts';
import { findEntities } from '../../../../server/src/analysis/entities/find.ts';
import { findSourceInfo } from '../../../../server/src/analysis/text/info.ts';
import { readText } from '../../../../server/src/analysis/text/read.ts';

const FOLDERS = ['seeds', 'bench/clusters/corpus', 'bench/contradictions/corpus'];

function* sentences() {
  for (const folder of FOLDERS) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.txt')) continue;
      const read = readText(readFileSync(join(folder, file), 'utf8'));
      const reading = readSource(read, findEntities(read), findSourceInfo(read));
      for (const sentence of reading.sentences) yield { reading, sentence };
    }
  }
}

describe('the triggers of the readers of claims', () => {
  it('leave out no sentence that a reader finds something in', () => {
    const missed: string[] = [];
    let woken = 0;
    for (const { reading, sentence } of sentences()) {
      const wakes = triggers.wakenBy(sentence);
      READERS.forEach(({ read }, i) => {
        if (wakes[i]) woken++;
        else for (const { kind } of read(reading, sentence)) missed.push(`${kind}: ${sentence.text}`);
      });
    }
    expect(missed).toEqual([]);
    expect(woken).toBeGreaterThan(0);
  }, 60_000);
});
