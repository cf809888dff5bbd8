import type { WritableFileSystem } from './fileSystem.ts';

/** How long a file or folder may take to answer: a network drive that is awake needs a second at most. */
const LIMIT_MS = 10_000;
/** How long nothing more is asked of a folder that has not answered; each question could hold a thread for good. */
const REST_MS = 60_000;

/**
 * The same files, but whatever is read rejects (ETIMEDOUT) when it does not answer in time, as on a network drive that has
 * stalled; what lies beside it then rejects at once for a while. What is written is waited for: it may have been done.
 */
export function withTimeLimit(fs: WritableFileSystem, limit = LIMIT_MS, rest = REST_MS): WritableFileSystem {
  /** Folders that have not answered, each until when they are left alone. */
  const resting = new Map<string, number>();

  function isResting(uri: string): boolean {
    for (const [folder, until] of resting) {
      if (until < performance.now()) resting.delete(folder);
      else if (`${uri}/`.startsWith(folder)) return true;
    }
    return false;
  }

  /** @param around the folder that rests when a file or folder does not answer */
  function limited<R>(read: (uri: string) => Promise<R>, around = folderOf): (uri: string) => Promise<R> {
    return (uri) => {
      if (isResting(uri)) return Promise.reject(timedOut('it lies where nothing has answered a moment ago'));
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          resting.set(around(uri), performance.now() + rest);
          reject(timedOut(`no answer within ${limit / 1000} s`));
        }, limit);
        timer.unref();
        read(uri)
          .then(resolve, reject)
          .finally(() => clearTimeout(timer));
      });
    };
  }

  return {
    ...(fs.home === undefined ? {} : { home: fs.home }),
    stat: limited((uri) => fs.stat(uri)),
    readFile: limited((uri) => fs.readFile(uri)),
    readDirectory: limited((uri) => fs.readDirectory(uri)),
    // Asked of a root first, beside which other drives may lie.
    realPath: limited(
      (uri) => fs.realPath(uri),
      (uri) => `${uri}/`,
    ),
    writeFile: (uri, content, options) => fs.writeFile(uri, content, options),
    createFile: (uri, content) => fs.createFile(uri, content),
    replaceFile: (from, to) => fs.replaceFile(from, to),
    deleteFile: (uri) => fs.deleteFile(uri),
    createDirectory: (uri) => fs.createDirectory(uri),
  };
}

/** Whether it is why a file could not be read that its drive does not answer. */
export function isTimeOut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT';
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

function timedOut(message: string): Error {
  return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}
