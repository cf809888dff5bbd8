import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fill, RestartingClient, randomFrom } from './client.ts';
import { report, scale } from './scale.ts';

const SOURCES = 12;
/** Edits that go off between two answers, as while somebody types. */
const BURST = 20;
/** Memory is first looked at after so many edits. */
const EARLY = 1000;
/** After 20,000 edits; after few, what was learned of the words of the texts still counts. */
const MOST_GROWTH = scale.edits >= 20_000 ? 1.2 : 1.5;

/** What the process holds in memory, in megabytes, once it has rested: the least of some looks at it. */
async function memoryOf(client: RestartingClient): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    await client.server.request('crossread/rescan');
    const status = readFileSync(`/proc/${client.server.process.pid}/status`, 'utf8');
    least = Math.min(least, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }
  return least;
}

test.skipIf(process.platform !== 'linux')('memory does not grow with the edits', async () => {
  const random = randomFrom(scale.seed);
  const client = new RestartingClient();
  await fill(client, SOURCES);
  await client.start();
  await client.server.until(() => client.server.isScanned);
  const { session, server } = client;
  for (let i = 0; i < SOURCES; i++) session.show(`${i}.txt`, session.disk.get(`${i}.txt`) ?? '');
  let early = 0;
  for (let done = 0; done < scale.edits; ) {
    const name = `${Math.floor(random() * SOURCES)}.txt`;
    for (let i = 0; i < BURST; i++, done++) {
      // One number or name for another, so that every text is new and none grows.
      const text = (session.disk.get(name) ?? '').replace(/\d+|May/, `${Math.floor(random() * 90) + 10}`);
      await session.play([{ does: 'replace', name, text }]);
    }
    await server.request('textDocument/documentSymbol', { textDocument: { uri: session.uri(name) } });
    if (early === 0 && done >= Math.min(EARLY, scale.edits / 2)) early = await memoryOf(client);
  }
  const late = await memoryOf(client);
  expect(server.faults).toEqual([]);
  report(
    `${scale.edits} edits, ${Math.round(early)} MB after ${Math.min(EARLY, scale.edits / 2)}, ${Math.round(late)} MB at the end: ${(late / early).toFixed(2)} times`,
  );
  expect(late / early).toBeLessThan(MOST_GROWTH);
  expect(await client.shown()).toEqual(await client.shownByFresh());
  await client.dispose();
});
