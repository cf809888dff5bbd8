import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill, RestartingClient, randomFrom } from './client.ts';
import { report, SEED, scale } from './scale.ts';
import { NAMES, type Step, step } from './steps.ts';

/** Of the steps in a run of chaos, how many kill the server. */
const KILL_SHARE = 0.02;

/** What comes from outside the editor without a step of its own: a rename, as another program does it. */
async function renameFile(client: RestartingClient, random: () => number): Promise<void> {
  const { disk, open } = client.session;
  const [from, to] = [NAMES, NAMES].map((names) => names[Math.floor(random() * names.length)] as string) as [
    string,
    string,
  ];
  if (from === to || !disk.has(from) || disk.has(to) || open.has(from) || open.has(to)) return;
  await rename(join(client.folder, from), join(client.folder, to));
  disk.set(to, disk.get(from) as string);
  disk.delete(from);
  const changes = [
    { uri: client.session.uri(from), type: 3 },
    { uri: client.session.uri(to), type: 1 },
  ];
  client.server.notify('workspace/didChangeWatchedFiles', { changes });
}

test(`after edits, renames, deletions and kills in any order everything is as a fresh server shows it (${SEED})`, async () => {
  const random = randomFrom(scale.seed);
  const client = new RestartingClient();
  await fill(client);
  await client.start();
  const end = performance.now() + scale.chaosSeconds * 1000;
  const annotating: Promise<void>[] = [];
  const done = { steps: 0, kills: 0, compared: 0 };
  const isSane = (each: Step) => each.does !== 'settings' && each.does !== 'bytes' && each.does !== 'send';
  for (let round = 0; performance.now() < end; round++) {
    const steps = fc.sample(fc.array(step, { minLength: 150, maxLength: 150, size: 'max' }), {
      seed: scale.seed + round,
      numRuns: 1,
    })[0] as Step[];
    for (const each of steps.filter(isSane)) {
      await client.session.play([each]);
      await renameFile(client, random);
      if (random() < 0.05) annotating.push(client.annotate(NAMES[0] as string));
      done.steps++;
      if (random() > KILL_SHARE) continue;
      await client.server.kill();
      await client.restart();
      done.kills++;
    }
    await client.session.settle();
    // A fresh server knows the notes that are saved.
    await Promise.all(annotating.splice(0));
    expect(await client.shown()).toEqual(await client.shownByFresh());
    expect(await client.annotationFaults()).toEqual([]);
    done.compared++;
  }
  expect([...client.faults, ...client.server.faults]).toEqual([]);
  report(
    `chaos of ${scale.chaosSeconds} s: ${done.steps} steps, ${done.kills} kills, ${done.compared} comparisons with a fresh server, all equal`,
  );
  await client.dispose();
});
