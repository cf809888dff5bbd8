import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fill, RestartingClient, randomFrom } from './client.ts';
import { report, SEED, scale } from './scale.ts';

const SOURCES = 12;
/** Edits that go off between two answers, as while somebody types. */
const BURST = 20;
/** Memory is first looked at after so many edits. */
const EARLY = Math.min(1000, scale.edits / 2);
const MOST_GROWTH = 1.2;
/** Where the server writes what it holds. */
const FILE = join(tmpdir(), `crossread-fuzz-memory-${process.pid}`);

/** What all threads of the server hold once they have collected their garbage, and what the system gives the process, in megabytes. */
async function memoryOf({ server }: RestartingClient): Promise<{ held: number; resident: number }> {
  rmSync(FILE, { force: true });
  server.process.kill('SIGUSR2');
  const read = () => Number(readFileSync(FILE, 'utf8')) / 1e6;
  await expect.poll(read, { timeout: 60_000 }).toBeGreaterThan(0);
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return { held: read(), resident: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024 };
}

test.skipIf(process.platform !== 'linux')(`memory does not grow with the edits (${SEED})`, async () => {
  const random = randomFrom(scale.seed);
  const client = new RestartingClient(FILE);
  await fill(client, SOURCES);
  await client.start();
  await client.server.until(() => client.server.isScanned);
  const { session, server } = client;
  for (let i = 0; i < SOURCES; i++) session.show(`${i}.txt`, session.disk.get(`${i}.txt`) ?? '');
  let early = { held: 0, resident: 0 };
  for (let done = 0; done < scale.edits; ) {
    const name = `${Math.floor(random() * SOURCES)}.txt`;
    for (let i = 0; i < BURST; i++, done++) {
      // One number or name for another, so that every text is new and none grows.
      const text = (session.disk.get(name) ?? '').replace(/\d+|May/, `${Math.floor(random() * 90) + 10}`);
      await session.play([{ does: 'replace', name, text }]);
    }
    await server.request('textDocument/documentSymbol', { textDocument: { uri: session.uri(name) } });
    if (early.held === 0 && done >= EARLY) early = await memoryOf(client);
  }
  const late = await memoryOf(client);
  expect(server.faults).toEqual([]);
  const growth = late.held / early.held;
  const figures = ({ held, resident }: typeof early) => `${held.toFixed(1)} MB (resident ${Math.round(resident)} MB)`;
  report(
    `${scale.edits} edits: ${figures(early)} after ${EARLY}, ${figures(late)} at the end, ${growth.toFixed(2)} times`,
  );
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(await client.shown()).toEqual(await client.shownByFresh());
  await client.dispose();
  rmSync(FILE, { force: true });
});
