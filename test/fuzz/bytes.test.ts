import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseSource, compareSources } from '../../server/src/analysis/analyse.ts';
import { decode } from '../../server/src/analysis/text/decode.ts';
import { hiddenCharacters } from '../../server/src/features/hiddenCharacters.ts';
import { Document } from '../../server/src/workspace/document.ts';
import { isProse } from '../../server/src/workspace/prose.ts';
import { TWENTY_FOUR } from '../texts.ts';
import { input } from './inputs.ts';
import { type Encoding, offsetAt, positionAt } from './positions.ts';
import { report, SEED, scale } from './scale.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
const ENCODINGS: Encoding[] = ['utf-8', 'utf-16', 'utf-32'];
const other = analyseSource('other', TWENTY_FOUR);
let compared = 0;
/** Positions are looked at in so many places of a text. */
const PLACES = 12;

/** Everything that the analysis says of a text and that names a span of it with its words. */
function spansIn(value: unknown, found: { start: number; end: number; text: string }[] = []) {
  if (typeof value !== 'object' || value === null) return found;
  const { start, end, text } = value as { start?: unknown; end?: unknown; text?: unknown };
  if (typeof start === 'number' && typeof end === 'number' && typeof text === 'string')
    found.push({ start, end, text });
  for (const inner of Object.values(value)) spansIn(inner, found);
  return found;
}

/** What is wrong with how a file is read; empty when nothing is. */
function faultsOf(bytes: Uint8Array): string[] {
  const decoded = decode(bytes);
  if ('reason' in decoded) return [];
  const { text } = decoded;
  const faults: string[] = [];
  isProse(text, 'a.txt');
  const source = analyseSource('a', text);
  const { contradictions, entities } = compareSources([source, other]);
  const statements = contradictions.flatMap(({ positions }) => positions.flatMap(({ statements: all }) => all));
  const spans = [...spansIn(source.read.sentences), ...spansIn(statements.filter(({ path }) => path === 'a'))];
  spans.push(...entities.flatMap(({ mentions }) => spansIn(mentions.filter(({ path }) => path === 'a'))));
  compared += spans.length;
  for (const span of spans) {
    if (text.slice(span.start, span.end) !== span.text) faults.push(`“${span.text}” is not at ${span.start}`);
  }
  for (const encoding of ENCODINGS) {
    const document = new Document('file:///a.txt', text, 'plaintext', 1, encoding);
    hiddenCharacters(document);
    for (let i = 0; i <= PLACES; i++) {
      const offset = Math.floor((text.length * i) / PLACES);
      if (/[\ud800-\udbff\r]/.test(text[offset - 1] ?? '')) continue;
      const position = document.positionAt(offset);
      const expected = positionAt(text, offset, encoding);
      const isSame = position.line === expected.line && position.character === expected.character;
      if (!isSame || document.offsetAt(position) !== offset || offsetAt(text, position, encoding) !== offset) {
        faults.push(`offset ${offset} is ${JSON.stringify(position)} in ${encoding}, not ${JSON.stringify(expected)}`);
      }
    }
  }
  return faults;
}

test.each(readdirSync(CORPUS).filter((name) => name.endsWith('.bytes')))(
  'what once went wrong goes right: %s',
  (name) => {
    expect(faultsOf(readFileSync(join(CORPUS, name)))).toEqual([]);
  },
);

test(`whatever bytes a file holds, it is read in time, and every span is that of its words (${SEED})`, () => {
  let slowest = 0;
  const measured = (bytes: Uint8Array) => {
    const before = process.cpuUsage();
    const faults = faultsOf(bytes);
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    return took > scale.hang ? [...faults, `reading took ${took} ms`] : faults;
  };
  const details = fc.check(
    fc.property(input, (bytes) => {
      expect(measured(bytes)).toEqual([]);
    }),
    { numRuns: scale.inputs, seed: scale.seed, interruptAfterTimeLimit: 3_000_000 },
  );
  if (details.failed && details.counterexample) {
    writeFileSync(join(CORPUS, `found-${scale.seed}.bytes`), details.counterexample[0]);
  }
  expect(details.failed ? fc.defaultReportMessage(details) : undefined).toBeUndefined();
  report(`${details.numRuns} byte inputs, ${compared} spans compared, the slowest read in ${Math.round(slowest)} ms`);
});
