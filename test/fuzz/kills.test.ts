import { expect, test } from 'vitest';
import { FIVE, TWENTY_FOUR } from '../texts.ts';
import { fill, RestartingClient, randomFrom } from './client.ts';
import { report, SEED, scale } from './scale.ts';

/** The server is killed within this time after it was started, so while it starts, scans, reads, compares, saves or rests. */
const LONGEST_LIFE_MS = 1500;

test(`a server that is killed at any moment is started again and shows the same, and nothing of the user is half-written (${SEED})`, async () => {
  const random = randomFrom(scale.seed);
  const client = new RestartingClient();
  await fill(client, 12);
  let recoveries = 0;
  let slowest = 0;
  await client.start();
  for (let kill = 0; kill < scale.kills; kill++) {
    // Every other one has only just been started.
    if (kill % 2 === 1) await client.server.kill();
    const started = kill % 2 === 1 ? client.restart() : Promise.resolve();
    const { session } = client;
    const name = `${Math.floor(random() * 12)}.txt`;
    const end = performance.now() + random() * LONGEST_LIFE_MS;
    let isOver = false;
    const killed = new Promise<void>((resolve) => setTimeout(resolve, end - performance.now()))
      .then(() => client.server.kill())
      .then(() => {
        isOver = true;
      });
    // Work goes on until the server is gone.
    for (let i = 0; !isOver; i++) {
      if (i % 4 === 0) await client.annotate(name);
      else if (i % 4 === 1) session.show(name, session.disk.get(name) ?? FIVE);
      else if (i % 4 === 2) await session.play([{ does: 'replace', name, text: random() < 0.5 ? FIVE : TWENTY_FOUR }]);
      else await client.server.request('textDocument/documentSymbol', { textDocument: { uri: session.uri(name) } });
    }
    await Promise.all([killed, started]);
    expect(await client.annotationFaults()).toEqual([]);
    const before = performance.now();
    await client.restart();
    const shown = await client.shown();
    slowest = Math.max(slowest, performance.now() - before);
    expect(shown).toEqual(await client.shownByFresh());
    expect(shown.overview.sources.length).toBeGreaterThan(0);
    expect(shown.notes.map(({ id }) => id)).toEqual(expect.arrayContaining([...client.saved.keys()]));
    recoveries++;
  }
  expect(client.faults).toEqual([]);
  report(
    `${scale.kills} kills, ${recoveries} recoveries with equal results, ${client.saved.size} notes confirmed and kept, the slowest recovery ${Math.round(slowest)} ms`,
  );
  await client.dispose();
});
