import { dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Span } from '../../server/src/analysis/model.ts';
import { describeSpan } from '../../server/src/annotations/anchor.ts';
import { sourceAddress, type Target } from '../../server/src/annotations/annotation.ts';
import { AnnotationStore } from '../../server/src/annotations/store.ts';
import type { Document } from '../../server/src/workspace/document.ts';
import { nodeFileSystem as files } from '../../server/src/workspace/nodeFileSystem.ts';
import { canonicalUri } from '../../server/src/workspace/uri.ts';
import { findFolder } from './annotations.ts';

/** The folder whose annotation file takes what is said of the named sources: the nearest that has one, or the first named. */
export async function folderOf([first = '.']: string[]): Promise<string> {
  const path = resolve(first);
  const isFolder = (await files.stat(pathToFileURL(path).href)).type === 'directory';
  const own = isFolder ? path : dirname(path);
  return (await findFolder(own)) ?? own;
}

/** The annotations of a folder, for changing them. */
export async function openStore(folder: string, warn: (message: string) => void): Promise<AnnotationStore> {
  const store = new AnnotationStore(files, canonicalUri(pathToFileURL(folder).href), undefined, {
    onChanged: () => undefined,
    onProblem: (file, problem) => problem && warn(`${file}:${problem.line + 1}: ${problem.message}`),
    onMessage: warn,
  });
  await store.load();
  return store;
}

/** Says where spans are, for the annotation file of a folder. */
export function targetsIn(folder: string, documents: Document[]): (path: string, span: Span) => Target {
  const texts = new Map(documents.map(({ uri, text }) => [uri, text]));
  return (path, span) => ({
    type: 'SpecificResource',
    source: sourceAddress(relative(folder, resolve(path)).split(sep).join('/')),
    selector: describeSpan(texts.get(path) ?? '', span),
  });
}
