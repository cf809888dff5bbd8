import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyseSource, PackedSource } from '../../server/src/analysis/analyse.ts';
import { Folder } from '../../server/src/analysis/folder.ts';
import type { Contradiction } from '../../server/src/analysis/model.ts';
import { DEBOUNCE_MS } from '../../server/src/workspace/sourceIndex.ts';
import { type MadeSource, makeFolder, type Planted, type Said } from './folders.ts';
import { Session } from './session.ts';

/** A folder on disk, with what is known of it. */
export interface MadeFolder {
  path: string;
  sources: MadeSource[];
  planted: Planted[];
  bytes: number;
}

/** The sources of a made folder in one list, with what is planted in them. */
export function makeSources(count: number, seed: number): Pick<MadeFolder, 'sources' | 'planted'> {
  const events = [...makeFolder(count, seed)];
  return { sources: events.flatMap(({ sources }) => sources), planted: events.flatMap(({ planted }) => planted) };
}

export function writeFolder(count: number, seed: number): MadeFolder {
  const path = join(tmpdir(), `crossread-scale-${process.pid}-${count}`);
  const { sources, planted } = makeSources(count, seed);
  for (const folder of new Set(sources.map((source) => dirname(source.path)))) {
    mkdirSync(join(path, folder), { recursive: true });
  }
  for (const source of sources) writeFileSync(join(path, source.path), source.text);
  const bytes = sources.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { path, sources, planted, bytes };
}

export function removeFolder({ path }: MadeFolder): void {
  rmSync(path, { recursive: true, force: true });
}

export interface EngineFigures {
  /** Seconds. */
  analysing: number;
  /** Linking and comparing. */
  comparing: number;
  comparisons: number;
  planted: number;
  found: number;
  reported: number;
  /** Contradictions between sources of different events. */
  strangers: number;
}

/** The engine in this process, on one thread, without files. */
export function measureEngine({ sources, planted }: MadeFolder): EngineFigures {
  const [analysed, analysing] = timed(() =>
    sources.map(({ path, text }) => PackedSource.of(analyseSource(path, text))),
  );
  let comparisons = 0;
  const folder = new Folder(() => comparisons++);
  const [, comparing] = timed(() => folder.update(new Map(analysed.map((source) => [source.path, source]))));
  const found = folder.analysis.contradictions;
  const events = new Map(sources.map(({ path, event }) => [path, event]));
  const eventsOf = ({ positions }: Contradiction) =>
    new Set(positions.flatMap(({ statements }) => statements.map(({ path }) => events.get(path))));
  return {
    analysing,
    comparing,
    comparisons,
    planted: planted.length,
    found: countFound(planted, found),
    reported: found.length,
    strangers: found.filter((contradiction) => eventsOf(contradiction).size > 1).length,
  };
}

/** How many planted contradictions some reported one shows: the dissenting statement against one of the others. */
function countFound(planted: Planted[], found: Contradiction[]): number {
  const byPath = new Map<string, Contradiction[]>();
  for (const contradiction of found) {
    const paths = contradiction.positions.flatMap(({ statements }) => statements.map(({ path }) => path));
    for (const path of new Set(paths)) byPath.set(path, [...(byPath.get(path) ?? []), contradiction]);
  }
  const gives = (position: Contradiction['positions'][number], said: Said) =>
    position.statements.some(
      ({ path, focus }) => path === said.path && focus.start < said.end && said.start < focus.end,
    );
  const shows = ({ positions }: Contradiction, { dissent, others }: Planted) => {
    const its = positions.find((position) => gives(position, dissent));
    return its && positions.some((position) => position !== its && others.some((other) => gives(position, other)));
  };
  return planted.filter((plant) => byPath.get(plant.dissent.path)?.some((each) => shows(each, plant))).length;
}

export interface ServerFigures {
  /** Seconds. */
  cold: number;
  /** Until what the last session has found is shown, and until the engine has compared all sources itself. */
  warm: number;
  compared: number;
  /** Milliseconds; edits without the pause in which the server waits for the next one. */
  edit: number[];
  hover: number[];
  references: number[];
  symbols: number[];
  /** Megabytes. */
  peak: number | undefined;
}

const EDITS = 20;
const REQUESTS = 200;

/** The built server as a process, asked as an editor asks. */
export async function measureServer(folder: MadeFolder): Promise<ServerFigures> {
  const storage = `${folder.path}-storage`;
  const first = await Session.open(folder.path, storage);
  const cold = first.scanned;
  const asked = await ask(first, folder);
  const peak = first.peakMemory;
  await first.close();
  const second = await Session.open(folder.path, storage);
  const warm = second.scanned;
  const compared = await second.compared;
  await second.close();
  rmSync(storage, { recursive: true, force: true });
  return { cold, warm, compared, ...asked, peak };
}

async function ask(
  session: Session,
  folder: MadeFolder,
): Promise<Pick<ServerFigures, 'edit' | 'hover' | 'references' | 'symbols'>> {
  const disputed = folder.planted.map(({ dissent }) => folder.sources.find(({ path }) => path === dissent.path));
  const shown = disputed.filter((source) => source !== undefined).slice(0, EDITS);
  const uriOf = ({ path }: MadeSource) => pathToFileURL(join(folder.path, path)).href;
  const at = (source: MadeSource, line: number, character: number) => ({
    textDocument: { uri: uriOf(source) },
    position: { line, character },
  });
  const repeat = async (times: number, request: (i: number) => Promise<unknown>) => {
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const start = performance.now();
      await request(i);
      taken.push(performance.now() - start);
    }
    return taken;
  };
  const some = (i: number) => folder.sources[(i * 7919) % folder.sources.length] as MadeSource;
  const hover = await repeat(REQUESTS, (i) =>
    session.request('textDocument/hover', at(some(i), 2 + 2 * (i % 8), i % 40)),
  );
  const references = await repeat(REQUESTS / 4, (i) =>
    session.request('textDocument/references', { ...at(some(i), 2, 3), context: { includeDeclaration: true } }),
  );
  const queries = ['smith', 'an', 'Muller', 'united', 'reuters', 'qzx'];
  const symbols = await repeat(queries.length, (i) => session.request('workspace/symbol', { query: queries[i] }));
  const edit: number[] = [];
  for (const [i, source] of shown.entries()) {
    await session.show(uriOf(source), source.text);
    edit.push((await session.edit(uriOf(source), edited(source.text, i))) - DEBOUNCE_MS);
    await session.edit(uriOf(source), source.text);
  }
  return { edit, hover, references, symbols };
}

/** By turns a text with other figures, with a paragraph less, and with two paragraphs in another order. */
export function edited(text: string, turn: number): string {
  if (turn % 3 === 0) return text.replace(/\d+/g, (digits, at) => (at > 150 ? String(Number(digits) + 1) : digits));
  const [head = '', first = '', second = '', ...others] = text.split('\n\n');
  return (turn % 3 === 1 ? [head, second, ...others] : [head, second, first, ...others]).join('\n\n');
}

/** @returns what the work returns and how long it took, in seconds */
export function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, (performance.now() - start) / 1000];
}

/** The value below which the given part of all values lies. */
export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
