import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from '../../server/src/analysis/text/decode.ts';
import { Document } from '../../server/src/workspace/document.ts';
import { nodeFileSystem as files } from '../../server/src/workspace/nodeFileSystem.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/settings.ts';
import { canonicalUri, relativePath } from '../../server/src/workspace/uri.ts';
import { walk } from '../../server/src/workspace/walk.ts';
import { InputError } from './arguments.ts';

const MEGABYTE = 1_000_000;
/** In bytes: what is larger inside a folder is data rather than a text. */
const LARGEST = DEFAULT_SETTINGS.maximumFileSize * MEGABYTE;

/**
 * Reads the named files, and the `.txt` and `.text` files of the named folders; each file once, sorted by path. A
 * document's key is the path as the user would write it: the name given, joined with the path below it.
 *
 * @param warn told of files inside folders that cannot be read as text; they are left out
 * @throws InputError when a named file or folder does not exist or is no readable text
 */
export async function readSources(names: string[], warn: (message: string) => void): Promise<Document[]> {
  const documents = new Map<string, Document>();
  const met = new Set<string>();
  for (const name of names) {
    const uri = canonicalUri(pathToFileURL(resolve(name)).href);
    for await (const document of readNamed(name, uri, met, warn)) documents.set(document.uri, document);
  }
  return [...documents.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** Reads what the user named; only here is an error the user's to mend before anything can be reported. */
async function* readNamed(
  name: string,
  uri: string,
  met: Set<string>,
  warn: (message: string) => void,
): AsyncGenerator<Document> {
  try {
    if ((await files.stat(uri)).type === 'directory') {
      await files.readDirectory(uri);
      yield* readFolder(name, uri, met, warn);
      return;
    }
    const real = await files.realPath(uri);
    if (met.has(real)) return;
    met.add(real);
    yield await readText(join(name), uri);
  } catch (error) {
    throw new InputError(`${name}: ${reasonOf(error)}`);
  }
}

async function* readFolder(
  name: string,
  root: string,
  met: Set<string>,
  warn: (message: string) => void,
): AsyncGenerator<Document> {
  const options = {
    enters: (path: string) => !/(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path),
    gives: (path: string) => /\.te?xt$/i.test(path),
    onError: (uri: string, error: unknown) => warn(`${join(name, relativePath(root, uri) ?? '')}: ${reasonOf(error)}`),
  };
  for await (const uri of walk(files, root, options, met)) {
    const path = join(name, relativePath(root, uri) ?? '');
    try {
      const { size } = await files.stat(uri);
      if (size > LARGEST) throw new InputError(`${Math.round(size / MEGABYTE)} MB; name it itself to have it read`);
      yield await readText(path, uri);
    } catch (error) {
      warn(`${path}: ${reasonOf(error)}`);
    }
  }
}

async function readText(path: string, uri: string): Promise<Document> {
  const decoded = decode(await files.readFile(uri));
  if ('reason' in decoded) throw new InputError(`not a text (${decoded.reason})`);
  return new Document(path, decoded.text);
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'a loop of symbolic links',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? error.message;
}
