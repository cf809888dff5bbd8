/**
 * What linking and comparing cost on folders of a given size, in time of the processor: `npm run bench -- comparing [sources …]`. Reading the
 * sources takes far longer, so they are read once and kept in `out/bench`; remove `read-*.bin` there after a change of what is read.
 */
import { closeSync, existsSync, openSync, readSync, renameSync, statSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { analyseSource, Folder, PackedSource } from '../server/src/analysis/analyse.ts';
import { edited, makeSources, percentile } from './scale/measure.ts';

const SEED = 6;
const EDITS = 60;

/** Sources with what some of them become by an edit. */
interface Read {
  sources: PackedSource[];
  edits: PackedSource[];
}

function read(count: number): Read {
  const file = `out/bench/read-${count}.bin`;
  if (!existsSync(file)) {
    const { sources } = makeSources(count, SEED);
    const shown = Array.from({ length: EDITS }, (_, i) => sources[(i * 7919) % sources.length] as (typeof sources)[0]);
    const texts = [...sources, ...shown.map(({ path, text }, i) => ({ path, text: edited(text, i) }))];
    keep(
      file,
      texts.map(({ path, text }) => PackedSource.of(analyseSource(path, text))),
    );
  }
  const all = kept(file);
  return { sources: all.slice(0, count), edits: all.slice(count) };
}

/** Writes sources one by one, each after its length: together they may be larger than a buffer can be. */
function keep(file: string, sources: PackedSource[]): void {
  const to = openSync(`${file}.tmp`, 'w');
  for (const source of sources) {
    const bytes = serialize([source.path, source.bytes]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    writeSync(to, length);
    writeSync(to, bytes);
  }
  closeSync(to);
  renameSync(`${file}.tmp`, file);
}

function kept(file: string): PackedSource[] {
  const from = openSync(file, 'r');
  const { size } = statSync(file);
  const sources: PackedSource[] = [];
  for (let at = 0; at < size; ) {
    const length = Buffer.alloc(4);
    readSync(from, length, 0, 4, at);
    const bytes = Buffer.alloc(length.readUInt32LE(0));
    readSync(from, bytes, 0, bytes.length, at + 4);
    const [path, packed] = deserialize(bytes) as [string, Uint8Array];
    sources.push(new PackedSource(path, packed));
    at += 4 + bytes.length;
  }
  closeSync(from);
  return sources;
}

/** @returns what the work returns and how much time of the processor it took, in milliseconds */
function timed<T>(work: () => T): [T, number] {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1000];
}

const asMap = (sources: PackedSource[]) => new Map(sources.map((source) => [source.path, source]));

/** As a scan does: sources come in, and are compared each time that there are twice as many as at the last comparison. */
function compareInSteps(sources: PackedSource[]): void {
  const folder = new Folder();
  let done = 0;
  for (let next = 8; done < sources.length; next = Math.min(sources.length, 2 * next)) {
    folder.update(asMap(sources.slice(done, next)));
    done = next;
  }
}

function measure(count: number): void {
  const { sources, edits } = read(count);
  globalThis.gc?.();
  let comparisons = 0;
  const folder = new Folder(() => comparisons++);
  const [, once] = timed(() => folder.update(asMap(sources)));
  const told: number[] = [];
  const times = edits.map((source) => {
    const [change, time] = timed(() => folder.update(new Map([[source.path, source]])));
    told.push(JSON.stringify(change).length / 1000);
    return time;
  });
  const [, steps] = timed(() => compareInSteps(sources));
  const each = (milliseconds: number) => (milliseconds / count).toFixed(2).padStart(7);
  console.log(
    `${String(count).padStart(6)} sources: at once ${each(once)}, in steps ${each(steps)} ms for each (${Math.round(comparisons / count)} comparisons); an edit ${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)} ms (p50 / p95), which tells ${percentile(told, 0.5).toFixed(0)} / ${percentile(told, 0.95).toFixed(0)} kB`,
  );
}

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [300, 1000]) measure(count);
