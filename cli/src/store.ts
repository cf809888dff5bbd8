import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AnnotationStore } from '../../server/src/annotations/store.ts';
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
