import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from '../../server/src/analysis/text/decode.ts';
import { gitUser } from '../../server/src/annotations/author.ts';
import type { TextFile } from '../../server/src/exchange/brat.ts';
import { readImport } from '../../server/src/exchange/import.ts';
import { nodeFileSystem as files } from '../../server/src/workspace/nodeFileSystem.ts';
import { Reading } from '../../server/src/workspace/reading.ts';
import { canonicalUri } from '../../server/src/workspace/uri.ts';
import { textsIn } from './annotations.ts';
import { type ImportTask, InputError } from './arguments.ts';
import type { FolderReading } from './folders.ts';
import { folderOf, openStore, targetsIn } from './store.ts';

/**
 * Takes what other programs or readers made of the sources into the annotation file of a folder. What has no place in the
 * sources is told.
 *
 * @throws InputError when a file is malformed as a whole; then nothing is taken
 */
export async function importFiles(
  { documents, analysis }: FolderReading,
  { file, names, format }: ImportTask,
  warn: (message: string) => void,
): Promise<{ imported: number; removed: number; unplaced: number }> {
  const folder = await folderOf(names);
  const store = await openStore(folder, warn);
  const given = await readGiven(file);
  const reading = new Reading(analysis, new Map(documents.map((document) => [document.uri, document])));
  const author = await gitUser(files, canonicalUri(pathToFileURL(folder).href), files.home);
  const receiver = {
    subject: { reading, pathOf: pathsIn(folder) },
    annotations: store.annotations,
    texts: textsIn(folder, documents),
    author,
    targetOf: targetsIn(folder, documents),
  };
  const { put, remove, problems, unplaced } = orInputError(() => readImport(given, receiver, format));
  if (put.length > 0) await store.put(...put);
  if (remove.length > 0) await store.remove(...remove);
  for (const problem of problems) warn(problem);
  return { imported: put.length, removed: remove.length, unplaced };
}

/** How a reader would write the path of a source in a folder; one outside it has no steps upwards. */
export function pathsIn(folder: string): (path: string) => string {
  return (path) => {
    const steps = relative(folder, resolve(path)).split(sep);
    return steps.filter((step) => step !== '..' && !/^[A-Za-z]:$/.test(step)).join('/');
  };
}

async function readGiven(file: string): Promise<TextFile[]> {
  try {
    const isFolder = (await stat(file)).isDirectory();
    const inside = isFolder ? (await readdir(file, { recursive: true })).filter((name) => /\.ann$/i.test(name)) : [];
    if (isFolder && inside.length === 0) throw new InputError(`${file}: there are no .ann files in this folder`);
    const paths = isFolder ? inside.sort() : [''];
    return Promise.all(
      paths.map(async (path) => ({
        path: path.split(sep).join('/') || file,
        content: await readText(join(file, path)),
      })),
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: no such file, or no permission to read it`);
  }
}

async function readText(path: string): Promise<string> {
  const decoded = decode(await readFile(path));
  if ('reason' in decoded) throw new InputError(`${path}: not a text (${decoded.reason})`);
  return decoded.text;
}

function orInputError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : String(error));
  }
}
