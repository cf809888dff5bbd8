import { sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { version } from '../../package.json';
import { type FolderAnalysis, isAsGrave, isSettled } from '../../server/src/analysis/model.ts';
import { csvReport } from '../../server/src/exchange/csv.ts';
import { sarifReport } from '../../server/src/exchange/sarif.ts';
import { harmlessLines } from '../../server/src/harmless.ts';
import type { Subject } from '../../server/src/report/content.ts';
import { htmlReport } from '../../server/src/report/html.ts';
import { markdownReport } from '../../server/src/report/markdown.ts';
import type { Document } from '../../server/src/workspace/document.ts';
import { Reading } from '../../server/src/workspace/reading.ts';
import { type CheckTask, type Format, HELP, type ImportTask, InputError, readArguments } from './arguments.ts';
import { exportTo } from './export.ts';
import { type FolderReading, readFolders } from './folders.ts';
import { importFiles } from './import.ts';
import { jsonReport } from './jsonReport.ts';
import { textReport } from './textReport.ts';
import { keepVerdict } from './verdict.ts';

/** Exit codes as in the design page; a fault of ours must not look like "contradictions found". */
const NOTHING_FOUND = 0;
const CONTRADICTIONS_FOUND = 1;
const ERROR = 2;

/** Runs the command and returns the exit code. Everything is written out before it resolves. */
async function run(argv: string[]): Promise<number> {
  const task = readArguments(argv);
  if (task.command === 'help') return write([HELP]);
  if (task.command === 'version') return write([`${version}\n`]);
  const reading = await readFolders(task.names, warn);
  switch (task.command) {
    case 'verdict':
      return keepVerdict(reading, task, warn);
    case 'import':
      return importInto(reading, task);
    case 'export':
      return write(await exportTo(reading, task, subjectOf(reading.analysis, reading.documents)));
    case 'check':
      return check(reading, task);
  }
}

async function check({ documents, analysis }: FolderReading, task: CheckTask): Promise<number> {
  const contradictions = analysis.contradictions.filter(({ confidence }) => confidence >= task.minimumConfidence);
  const found = { ...analysis, contradictions };
  await write(report(task.format, found, documents));
  const counts = contradictions.some((each) => !isSettled(each) && isAsGrave(each.severity, task.failOn));
  return counts ? CONTRADICTIONS_FOUND : NOTHING_FOUND;
}

async function importInto(reading: FolderReading, task: ImportTask): Promise<number> {
  const { imported, removed, unplaced } = await importFiles(reading, task, warn);
  const left = unplaced > 0 ? `, ${unplaced} of them without a place` : '';
  const back = removed > 0 ? `, ${removed} taken back` : '';
  return write([`${imported} imported${left}${back}.\n`]);
}

function report(format: Format, found: FolderAnalysis, documents: Document[]): Iterable<string> {
  switch (format) {
    case 'text':
      return textReport(found, documents, hasColors());
    case 'json':
      return jsonReport(found);
    case 'html':
      return htmlReport(subjectOf(found, documents));
    case 'markdown':
      return markdownReport(subjectOf(found, documents));
    case 'sarif':
      return sarifReport(subjectOf(found, documents));
    case 'csv':
      return process.stdout.isTTY
        ? shown(csvReport(subjectOf(found, documents)))
        : csvReport(subjectOf(found, documents));
  }
}

/** What is kept to the letter for programs is shown on a terminal without what would steer it. */
function* shown(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield harmlessLines(piece);
}

/** Here a document's key is the path as the user would write it, but for the separators of Windows. */
function subjectOf(found: FolderAnalysis, documents: Document[]): Subject {
  const reading = Reading.of(found, new Map(documents.map((document) => [document.uri, document])));
  return { reading, pathOf: (path) => (sep === '/' ? path : path.replaceAll(sep, '/')) };
}

async function write(pieces: Iterable<string>): Promise<number> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    // The reader of the pipe has seen enough, as in `crossread check … | head`.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
  return NOTHING_FOUND;
}

/** See no-color.org. */
function hasColors(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

function warn(message: string): void {
  process.stderr.write(`crossread: ${harmlessLines(message)}\n`);
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    warn(
      error instanceof InputError ? error.message : `unexpected error: ${error instanceof Error ? error.stack : error}`,
    );
    process.exitCode = ERROR;
  },
);
