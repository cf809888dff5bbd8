import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeSpan } from '../server/src/annotations/anchor.ts';
import { type Annotation, sourceAddress } from '../server/src/annotations/annotation.ts';
import { ANNOTATION_FILE, serialize } from '../server/src/annotations/file.ts';
import { newNote, threadsIn } from '../server/src/annotations/notes.ts';
import { AnnotationStore } from '../server/src/annotations/store.ts';
import { nodeFileSystem } from '../server/src/workspace/nodeFileSystem.ts';
import { readSeeds } from './seeds.ts';

const COUNT = 10_000;
const LOADS = 10;
const SAVES = 100;

/** The budgets of issue 8, in milliseconds. */
const BUDGET = { load: 300, save: 50 };

const texts = [...readSeeds().texts].map(([path, text]) => [path, text] as const);
const annotations = Array.from({ length: COUNT }, (_, i) => noteAt(i));
const folder = mkdtempSync(join(tmpdir(), 'crossread-bench-'));
void run().finally(() => rmSync(folder, { recursive: true }));

async function run(): Promise<void> {
  mkdirSync(join(folder, '.crossread'));
  const file = join(folder, ANNOTATION_FILE);
  writeFileSync(file, serialize(new Map(annotations.map((each) => [each.id, each]))));
  console.log(`${COUNT} notes, ${(readFileSync(file).length / 1e6).toFixed(1)} MB`);
  report('load the file', await times(LOADS, async () => void (await open())), BUDGET.load);
  report(
    'load the file and find all places',
    await times(LOADS, async () => {
      const { annotations } = await open();
      threadsIn(annotations, textsNow());
    }),
    BUDGET.load,
  );
  const store = await open();
  let next = COUNT;
  report('save one more', await times(SAVES, () => store.put(noteAt(next++))), BUDGET.save);
}

function noteAt(i: number): Annotation {
  const [path, text] = texts[i % texts.length] as (typeof texts)[number];
  const start = (i * 97) % (text.length - 60);
  const target = { source: sourceAddress(path), selector: describeSpan(text, { start, end: start + 10 + (i % 50) }) };
  const stamp = {
    id: `urn:uuid:${crypto.randomUUID()}`,
    now: new Date(1.76e12 + i * 1000).toISOString(),
    author: 'Ana',
  };
  return newNote(stamp, target, `Note ${i}: is this so, and who says it?`, i % 3 === 0 ? ['check'] : []);
}

async function open(): Promise<AnnotationStore> {
  const nothing = () => undefined;
  const events = { onChanged: nothing, onProblem: nothing, onMessage: nothing };
  const store = new AnnotationStore(nodeFileSystem, pathToFileURL(folder).href, undefined, events);
  await store.load();
  return store;
}

function textsNow() {
  const byPath = new Map(texts);
  return { keyOf: (address: string) => decodeURIComponent(address.slice(3)), textOf: (key: string) => byPath.get(key) };
}

/** @returns the milliseconds of each run, the shortest first */
async function times(runs: number, work: () => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b);
}

function report(name: string, taken: number[], budget: number): void {
  const at = (share: number) => (taken[Math.ceil(share * taken.length) - 1] as number).toFixed(1).padStart(6);
  const verdict = (taken[Math.ceil(0.95 * taken.length) - 1] as number) < budget ? 'within' : 'OVER';
  console.log(`${name.padEnd(36)} median ${at(0.5)} ms, p95 ${at(0.95)} ms: ${verdict} ${budget} ms`);
}
