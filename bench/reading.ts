/**
 * What reading one source costs, stage by stage, beside wink-nlp's tokens, sentences and tags alone on the same texts: `npm run bench --
 * reading [sources]`. Processor time of this process, which also counts the compiler and the collector of garbage that work beside it.
 */
import { readClaims } from '../server/src/analysis/claims/extract.ts';
import { readSource } from '../server/src/analysis/claims/reading.ts';
import { findEntities } from '../server/src/analysis/entities/find.ts';
import { findSourceInfo } from '../server/src/analysis/text/info.ts';
import { readText } from '../server/src/analysis/text/read.ts';
import { makeFolder } from './scale/folders.ts';
import { readWithWink } from './scale/peers.ts';

const SOURCES = Number(process.argv[2] ?? 200);
const SEED = 6;
/** The best round counts: other programs only ever slow one down. */
const ROUNDS = 8;

/** Asking for the time takes time: so many sources go through a stage one after the other. */
const TOGETHER = 10;

const texts = [...makeFolder(SOURCES, SEED)].flatMap(({ sources }) => sources.map(({ text }) => text));

/** Milliseconds for each source, by stage. */
type Times = Map<string, number>;

function readAll(): Times {
  const times: Times = new Map();
  for (let from = 0; from < texts.length; from += TOGETHER) {
    const some = texts.slice(from, from + TOGETHER);
    const found = timed(times, 'text', () => some.map((text) => ({ read: readText(text) })));
    const told = timed(times, 'info', () => found.map((each) => ({ ...each, info: findSourceInfo(each.read) })));
    const named = timed(times, 'names', () => told.map((each) => ({ ...each, entities: findEntities(each.read) })));
    const readings = timed(times, 'clauses', () =>
      named.map(({ read, entities, info }) => readSource(read, entities, info)),
    );
    timed(times, 'readers of claims', () => readings.map(readClaims));
  }
  times.set(
    'the whole',
    [...times.values()].reduce((sum, time) => sum + time, 0),
  );
  return times;
}

function timed<T>(times: Times, stage: string, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  times.set(stage, (times.get(stage) ?? 0) + (user + system) / 1000 / texts.length);
  return result;
}

function readWithPeer(): number {
  const times: Times = new Map();
  timed(times, 'wink-nlp', () => readWithWink(texts));
  return times.get('wink-nlp') as number;
}

const cold = readAll();
const rounds: Times[] = [];
let peer = Number.POSITIVE_INFINITY;
for (let round = 0; round < ROUNDS; round++) {
  rounds.push(readAll());
  peer = Math.min(peer, readWithPeer());
}

console.log(
  `ms of processor time for each of ${texts.length} sources: the first round, and the best of ${ROUNDS} others`,
);
for (const [stage, first] of cold) {
  const best = Math.min(...rounds.map((times) => times.get(stage) as number));
  console.log(
    `${stage.padEnd(20)} ${first.toFixed(2).padStart(8)} ${best.toFixed(2).padStart(8)} ${(peer / best).toFixed(3).padStart(8)}`,
  );
}
console.log(
  `${'wink-nlp alone'.padEnd(20)} ${peer.toFixed(2).padStart(17)}; the last column is the speed as a part of its`,
);
