import type { WritableFileSystem } from './fileSystem.ts';
import { schemeOf } from './uri.ts';

/** Files of this machine from the one, and all others from the other. */
export function byScheme(local: WritableFileSystem, virtual: WritableFileSystem): WritableFileSystem {
  const of = (uri: string) => (schemeOf(uri) === 'file' ? local : virtual);
  return {
    ...(local.home === undefined ? {} : { home: local.home }),
    stat: (uri) => of(uri).stat(uri),
    readFile: (uri) => of(uri).readFile(uri),
    readDirectory: (uri) => of(uri).readDirectory(uri),
    realPath: (uri) => of(uri).realPath(uri),
    writeFile: (uri, content, options) => of(uri).writeFile(uri, content, options),
    createFile: (uri, content) => of(uri).createFile(uri, content),
    replaceFile: (from, to) => of(from).replaceFile(from, to),
    deleteFile: (uri) => of(uri).deleteFile(uri),
    createDirectory: (uri) => of(uri).createDirectory(uri),
  };
}
