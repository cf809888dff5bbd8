/**
 * How the engine and the server do on folders of a given size: `npm run bench -- scale [sources …]`, 100 and 1,000 without
 * arguments. Prints a table and writes `out/bench/scale.json`; docs/performance.md explains both.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import {
  type EngineFigures,
  measureEngine,
  measureServer,
  percentile,
  removeFolder,
  type ServerFigures,
  writeFolder,
} from './scale/measure.ts';
import { PEERS, WINK } from './scale/peers.ts';

const SEED = 6;
/** The other programs and the engine are measured side by side on this many sources at most. */
const MOST_COMPARED = 1000;
/** Larger folders are left to the server: the figures of the engine alone need all of it in one process. */
const MOST_IN_PROCESS = 10_000;

interface Figures {
  sources: number;
  bytes: number;
  planted: number;
  engine?: EngineFigures;
  server: ServerFigures;
  /** Megabytes per second. */
  speeds?: Record<string, number>;
}

async function measure(count: number): Promise<Figures> {
  const folder = writeFolder(count, SEED);
  console.error(`${count} sources`);
  try {
    const { bytes, planted } = folder;
    const speeds = count <= MOST_COMPARED ? await comparePeers(folder.sources.map(({ text }) => text)) : undefined;
    const engine = count <= MOST_IN_PROCESS ? measureEngine(folder) : undefined;
    if (speeds && engine) speeds['crossread: one source'] = bytes / engine.analysing / 1e6;
    if (speeds && engine) speeds['crossread: everything'] = bytes / (engine.analysing + engine.comparing) / 1e6;
    const server = await measureServer(folder);
    return { sources: count, bytes, planted: planted.length, engine, server, speeds };
  } finally {
    removeFolder(folder);
  }
}

async function comparePeers(texts: string[]): Promise<Record<string, number>> {
  const speeds: Record<string, number> = {};
  for (const { name, share, run } of PEERS) {
    const own = texts.slice(0, Math.ceil(texts.length * share));
    await run(own.slice(0, 20));
    const start = performance.now();
    await run(own);
    speeds[name] = own.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / (performance.now() - start) / 1e3;
  }
  return speeds;
}

type Row = [name: string, of: (figures: Figures) => string | undefined];

const number = (value: number | undefined, digits = 1) =>
  value === undefined || Number.isNaN(value) ? undefined : value.toFixed(digits);
const both = (values: number[], high: number) =>
  `${number(percentile(values, 0.5))} / ${number(percentile(values, high))}`;

const ROWS: Row[] = [
  ['sources', ({ sources }) => String(sources)],
  ['megabytes', ({ bytes }) => number(bytes / 1e6, 2)],
  [
    'analysis of each source, one thread, MB/s',
    ({ bytes, engine }) => engine && number(bytes / engine.analysing / 1e6, 3),
  ],
  ['analysis, ms per source', ({ sources, engine }) => engine && number((1000 * engine.analysing) / sources, 2)],
  [
    'linking and comparing, ms per source',
    ({ sources, engine }) => engine && number((1000 * engine.comparing) / sources, 2),
  ],
  ['comparisons made', ({ engine }) => engine && String(engine.comparisons)],
  ['comparisons per source', ({ sources, engine }) => engine && number(engine.comparisons / sources)],
  ['contradictions found of planted', ({ engine }) => engine && `${engine.found} / ${engine.planted}`],
  ['contradictions reported, across events', ({ engine }) => engine && `${engine.reported}, ${engine.strangers}`],
  [
    'everything on one thread, MB/s',
    ({ bytes, engine }) => engine && number(bytes / (engine.analysing + engine.comparing) / 1e6, 3),
  ],
  ['server: cold scan, s', ({ server }) => number(server.cold, 2)],
  ['server: cold scan on all threads, MB/s', ({ bytes, server }) => number(bytes / server.cold / 1e6, 3)],
  [
    'server: cold scan, times one thread',
    ({ engine, server }) => engine && number((engine.analysing + engine.comparing) / server.cold, 2),
  ],
  ['server: cold scan, ms per source', ({ sources, server }) => number((1000 * server.cold) / sources, 2)],
  ['server: warm start, s', ({ server }) => number(server.warm, 2)],
  ['server: warm start, until compared anew, s', ({ server }) => number(server.compared, 2)],
  ['server: edit to problems, p50 / p95, ms', ({ server }) => both(server.edit, 0.95)],
  ['server: hover, p50 / p99, ms', ({ server }) => both(server.hover, 0.99)],
  ['server: references, p50 / p95, ms', ({ server }) => both(server.references, 0.95)],
  ['server: workspace symbols, p50 / p95, ms', ({ server }) => both(server.symbols, 0.95)],
  ['server: peak memory, MB', ({ server }) => number(server.peak, 0)],
  [
    'server: peak memory, MB per 1,000 sources',
    ({ sources, server }) => (server.peak === undefined ? undefined : number((1000 * server.peak) / sources, 0)),
  ],
];

function table(all: Figures[]): string {
  const lines = ROWS.map(([name, of]) => [name, ...all.map((figures) => of(figures) ?? '-')]);
  return lines
    .map(([name = '', ...cells]) => name.padEnd(42) + cells.map((cell) => cell.padStart(18)).join(''))
    .join('\n');
}

function ratios({ sources, speeds }: Figures): string {
  if (!speeds) return '';
  const wink = speeds[WINK] as number;
  const lines = Object.entries(speeds).map(([name, speed]) => {
    return `${name.padEnd(42)} ${speed.toFixed(3).padStart(10)} ${(speed / wink).toFixed(3).padStart(10)}`;
  });
  return [`\n${sources} sources, one thread: MB/s, and as a part of wink-nlp alone`, ...lines].join('\n');
}

const counts = process.argv.slice(2).map(Number);
const all: Figures[] = [];
for (const count of counts.length > 0 ? counts : [100, 1000]) all.push(await measure(count));
console.log(`${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}, seed ${SEED}\n`);
console.log(table(all));
for (const figures of all) console.log(ratios(figures));
writeFileSync('out/bench/scale.json', JSON.stringify(all, null, 1));
