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

interface Times {
  /** Milliseconds of each run, the shortest first. */
  wall: number[];
  /** Of the processor, which other programs on the machine change little. */
  cpu: number[];
}

async function times(runs: number, work: () => Promise<void>): Promise<Times> {
  const taken: Times = { wall: [], cpu: [] };
  for (let run = 0; run < runs; run++) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    taken.wall.push(performance.now() - start);
    taken.cpu.push((user + system) / 1000);
  }
  for (const each of [taken.wall, taken.cpu]) each.sort((a, b) => a - b);
  return taken;
}

function report(name: string, { wall, cpu }: Times, budget: number): void {
  const at = (list: number[], share: number) => list[Math.ceil(share * list.length) - 1] as number;
  const shown = (list: number[], share: number) => `${at(list, share).toFixed(1).padStart(6)} ms`;
  const verdict = at(wall, 0.95) < budget ? 'within' : 'OVER';
  const processor = `processor: median ${shown(cpu, 0.5)}, p95 ${shown(cpu, 0.95)}`;
  console.log(
    `${name.padEnd(36)} median ${shown(wall, 0.5)}, p95 ${shown(wall, 0.95)} (${verdict} ${budget} ms); ${processor}`,
  );
}
