import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIVE, TWENTY_FOUR } from '../texts.ts';
import type { Encoding } from './positions.ts';
import { ServerUnderTest } from './process.ts';
import { report, SEED, scale } from './scale.ts';
import { FuzzSession } from './session.ts';
import { shrink } from './shrink.ts';
import { type Step, step } from './steps.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
const ENCODINGS: Encoding[] = ['utf-16', 'utf-8', 'utf-32'];
/** Steps between two looks at whether everything is as it should be. */
const LENGTH = 250;

/** Lives through some steps with a server of its own, or one that has lived through others. */
async function live(steps: Step[], encoding: Encoding, server: ServerUnderTest, folder: string) {
  const session = new FuzzSession(server, folder, encoding);
  await session.write('a.txt', FIVE);
  await session.write('b.txt', TWENTY_FOUR);
  await session.play(steps);
  await session.settle();
  server.notify('workspace/didChangeConfiguration', { settings: { crossread: {} } });
  const wrong = await session.wrongSpans();
  for (const name of session.open.keys()) {
    server.notify('textDocument/didClose', { textDocument: { uri: session.uri(name) } });
  }
  const slow = server.slowest.worked > scale.hang ? [`slow: ${JSON.stringify(server.slowest)}`] : [];
  return { faults: [...server.faults, ...wrong, ...slow], spans: session.spans };
}

async function liveAlone(steps: Step[], encoding: Encoding): Promise<string[]> {
  const { server, folder } = await fresh(encoding);
  const { faults } = await live(steps, encoding, server, folder);
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
  return faults;
}

async function fresh(encoding: Encoding) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'crossread-fuzz-')));
  const server = new ServerUnderTest(folder);
  await server.initialize({ general: { positionEncodings: [encoding] } });
  return { folder, server };
}

test.each(readdirSync(CORPUS).filter((name) => name.endsWith('.protocol.json')))(
  'what once went wrong goes right: %s',
  async (name) => {
    const { steps, encoding } = JSON.parse(readFileSync(join(CORPUS, name), 'utf8'));
    expect(await liveAlone(steps, encoding)).toEqual([]);
  },
);

test(`whatever a client sends, the server stays up, answers in time and says where things stand (${SEED})`, async () => {
  const { seed } = scale;
  let messages = 0;
  let spans = 0;
  let slowest = { method: '', took: 0, worked: 0 };
  for (const [index, encoding] of ENCODINGS.entries()) {
    const { server, folder } = await fresh(encoding);
    const share = scale.messages / ENCODINGS.length;
    const runs = fc.sample(fc.array(step, { minLength: LENGTH, maxLength: LENGTH, size: 'max' }), {
      seed: seed + index,
      numRuns: Math.ceil(share / LENGTH),
    });
    for (const steps of runs) {
      if (server.sent > share) break;
      const { faults, spans: checked } = await live(steps, encoding, server, folder);
      spans += checked;
      if (faults.length > 0) {
        const few = await shrink(steps, async (some) => (await liveAlone(some, encoding)).length > 0);
        const found = join(CORPUS, `found-${seed + index}.protocol.json`);
        writeFileSync(
          found,
          JSON.stringify({ encoding, faults: await liveAlone(few, encoding), steps: few }, undefined, 1),
        );
        expect.fail(`${faults[0]}\nseed ${seed + index}; ${few.length} steps are in ${found}`);
      }
    }
    expect(server.isAlive).toBe(true);
    messages += server.sent;
    if (server.slowest.worked > slowest.worked) slowest = server.slowest;
    await server.stop();
    expect(server.faults).toEqual([]);
    rmSync(folder, { recursive: true });
  }
  report(
    `${messages} messages, ${spans} spans compared, the slowest answer after ${Math.round(slowest.took)} ms, of which the server worked ${Math.round(slowest.worked)} (${slowest.method})`,
  );
});
