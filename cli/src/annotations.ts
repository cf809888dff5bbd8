import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Guidance } from '../../server/src/analysis/entities/correct.ts';
import type { Contradiction, WatchedEntity } from '../../server/src/analysis/model.ts';
import { type Annotation, sourcePath } from '../../server/src/annotations/annotation.ts';
import { entityCorrections } from '../../server/src/annotations/corrections.ts';
import { ANNOTATION_FILE, type Problem, parse } from '../../server/src/annotations/file.ts';
import type { Texts } from '../../server/src/annotations/sources.ts';
import { correctStatements } from '../../server/src/annotations/statements.ts';
import { applyVerdicts } from '../../server/src/annotations/verdicts.ts';
import { WATCH_LIST_FILE, WatchList } from '../../server/src/annotations/watchList.ts';
import type { Document } from '../../server/src/workspace/document.ts';
import { nodeFileSystem as files } from '../../server/src/workspace/nodeFileSystem.ts';
import { canonicalUri } from '../../server/src/workspace/uri.ts';

/** The annotations of a folder, and the texts that they are about. */
export interface AnnotatedFolder {
  /** Absolute. */
  folder: string;
  annotations: Annotation[];
  watched: WatchedEntity[];
  texts: Texts;
}

/**
 * Finds the annotations and watch lists that the sources belong to: for each source those of the nearest folder above it
 * which has any.
 *
 * @param warn told of files that are malformed; what can be read of them counts
 */
export async function readAnnotations(
  documents: Document[],
  warn: (message: string) => void,
): Promise<AnnotatedFolder[]> {
  const folders = new Map<string, string | undefined>();
  for (const { uri } of documents) await findFolder(dirname(resolve(uri)), folders);
  const found = [...new Set(folders.values())].filter((folder) => folder !== undefined);
  return Promise.all(found.map((folder) => readFolder(folder, documents, warn)));
}

/** The folder whose annotations or watch list are those of a folder of sources: this or the nearest above. */
export async function findFolder(
  from: string,
  known = new Map<string, string | undefined>(),
): Promise<string | undefined> {
  if (known.has(from)) return known.get(from);
  const has = await Promise.all([ANNOTATION_FILE, WATCH_LIST_FILE].map((file) => exists(join(from, file))));
  const own = has.includes(true) ? from : undefined;
  const parent = dirname(from);
  const found = own ?? (parent === from ? undefined : await findFolder(parent, known));
  known.set(from, found);
  return found;
}

function exists(path: string): Promise<boolean> {
  return files.stat(pathToFileURL(path).href).then(
    () => true,
    () => false,
  );
}

async function readFolder(
  folder: string,
  documents: Document[],
  warn: (message: string) => void,
): Promise<AnnotatedFolder> {
  const file = join(folder, ANNOTATION_FILE);
  const text = (await exists(file)) ? new TextDecoder().decode(await files.readFile(pathToFileURL(file).href)) : '';
  const { annotations, problem } = parse(text);
  const complain = (name: string, { line, message }: Problem) => warn(`${join(folder, name)}:${line + 1}: ${message}`);
  if (problem) complain(ANNOTATION_FILE, problem);
  const watchList = new WatchList(files, canonicalUri(pathToFileURL(folder).href), {
    onChanged: () => undefined,
    onProblem: (_, wrong) => wrong && complain(WATCH_LIST_FILE, wrong),
  });
  await watchList.read();
  const watched = watchList.entities;
  return { folder, annotations: [...annotations.values()], watched, texts: textsIn(folder, documents) };
}

export function textsIn(folder: string, documents: Document[]): Texts {
  const byPath = new Map(documents.map((document) => [resolve(document.uri), document]));
  const byKey = new Map(documents.map((document) => [document.uri, document]));
  return {
    keyOf(address) {
      const path = sourcePath(address);
      return path === undefined ? undefined : byPath.get(join(folder, path))?.uri;
    },
    textOf: (key) => byKey.get(key)?.text,
  };
}

/** The contradictions as readers corrected them, with the verdicts on them. */
export function judge(contradictions: Contradiction[], folders: AnnotatedFolder[]): Contradiction[] {
  return folders.reduce((judged, { annotations, texts }) => {
    return applyVerdicts(correctStatements(judged, annotations, texts, undefined), annotations, texts);
  }, contradictions);
}

/** What readers say of who is who. */
export function guidance(folders: AnnotatedFolder[]): Guidance {
  return {
    corrections: folders.flatMap(({ annotations, texts }) => entityCorrections(annotations, texts, undefined)),
    watched: folders.flatMap(({ watched }) => watched),
  };
}
