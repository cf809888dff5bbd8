import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client } from './client.ts';

const files = { 'a.txt': FIVE, 'b.txt': TWENTY_FOUR };

function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
}

/** What a session on the files shows, by what of it does not hang on where the folder is. */
async function session(storage: string) {
  const client = await Client.startAndScan({ files, storage: pathToFileURL(storage).href });
  const { entities, contradictions } = await client.overview();
  await client.stop();
  return {
    entities: entities.map(({ id, mentions }) => [id, mentions]),
    contradictions: contradictions.map(({ question, positions }) => [question, positions.map(({ value }) => value)]),
    logs: client.logs.map(({ message }) => message),
  };
}

test('a later session shows the same from what the first has kept, and again when that is damaged', async () => {
  const storage = mkdtempSync(join(tmpdir(), 'crossread-storage-'));
  try {
    const first = await session(storage);
    expect(first.contradictions).toHaveLength(1);
    expect(first.logs).toEqual([]);
    const kept = filesBelow(storage).filter((file) => statSync(file).size > 0);
    expect(kept.length).toBeGreaterThan(0);
    expect(await session(storage)).toEqual(first);

    for (const file of kept.filter((each) => each.endsWith('.pack'))) writeFileSync(file, 'damaged');
    const { logs, ...shown } = await session(storage);
    expect({ ...shown, logs: [] }).toEqual(first);
    expect(logs).toEqual([expect.stringContaining('damaged')]);
  } finally {
    rmSync(storage, { recursive: true });
  }
});
