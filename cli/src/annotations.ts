import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Correction } from '../../server/src/analysis/entities/correct.ts';
import type { Contradiction } from '../../server/src/analysis/model.ts';
import { type Annotation, sourcePath } from '../../server/src/annotations/annotation.ts';
import { entityCorrections } from '../../server/src/annotations/corrections.ts';
import { ANNOTATION_FILE, parse } from '../../server/src/annotations/file.ts';
import type { Texts } from '../../server/src/annotations/sources.ts';
import { correctStatements } from '../../server/src/annotations/statements.ts';
import { applyVerdicts } from '../../server/src/annotations/verdicts.ts';
import type { Document } from '../../server/src/workspace/document.ts';
import { nodeFileSystem as files } from '../../server/src/workspace/nodeFileSystem.ts';

/** The annotations of a folder, and the texts that they are about. */
export interface AnnotatedFolder {
  /** Absolute. */
  folder: string;
  annotations: Annotation[];
  texts: Texts;
}

/**
 * Finds the annotation files that the sources belong to: for each source that of the nearest folder above it which has one.
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

/** The folder of the annotation file for a folder of sources: this or the nearest above. */
export async function findFolder(
  from: string,
  known = new Map<string, string | undefined>(),
): Promise<string | undefined> {
  if (known.has(from)) return known.get(from);
  const own = await files.stat(addressOf(from)).then(
    () => from,
    () => undefined,
  );
  const parent = dirname(from);
  const found = own ?? (parent === from ? undefined : await findFolder(parent, known));
  known.set(from, found);
  return found;
}

function addressOf(folder: string): string {
  return pathToFileURL(join(folder, ANNOTATION_FILE)).href;
}

async function readFolder(
  folder: string,
  documents: Document[],
  warn: (message: string) => void,
): Promise<AnnotatedFolder> {
  const text = new TextDecoder().decode(await files.readFile(addressOf(folder)));
  const { annotations, problem } = parse(text);
  if (problem) warn(`${join(folder, ANNOTATION_FILE)}:${problem.line + 1}: ${problem.message}`);
  return { folder, annotations: [...annotations.values()], texts: textsIn(folder, documents) };
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
export function corrections(folders: AnnotatedFolder[]): Correction[] {
  return folders.flatMap(({ annotations, texts }) => entityCorrections(annotations, texts, undefined));
}
