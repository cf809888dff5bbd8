import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { EntryType, FileSystem } from './fileSystem.ts';

/** The files of this machine, as `file:` URIs. */
export const nodeFileSystem: FileSystem = {
  async stat(uri) {
    const info = await stat(pathOf(uri));
    return { type: kindOf(info), size: info.size };
  },
  readFile: async (uri) => readFile(pathOf(uri)),
  async readDirectory(uri) {
    const entries = await readdir(pathOf(uri), { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, type: entryType(entry) }));
  },
  realPath: async (uri) => URI.file(await realpath(pathOf(uri))).toString(),
};

function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') throw new Error(`not a file of this machine: ${uri}`);
  return parsed.fsPath;
}

function kindOf(info: Stats): 'file' | 'directory' | 'other' {
  if (info.isFile()) return 'file';
  return info.isDirectory() ? 'directory' : 'other';
}

function entryType(entry: Dirent): EntryType {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'directory' : 'other';
}
