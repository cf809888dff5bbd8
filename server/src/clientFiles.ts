import { type Connection, ResponseError } from 'vscode-languageserver';
import { type FileFailure, type FileParams, FileRequest, type FileResult } from './protocol.ts';
import type { WritableFileSystem } from './workspace/fileSystem.ts';

/** The files of a virtual workspace, which the client reads and writes for us. Links lead nowhere: every path is its own. */
export function clientFileSystem(connection: Connection): WritableFileSystem {
  async function ask(params: FileParams): Promise<FileResult> {
    try {
      return await connection.sendRequest<FileResult>(FileRequest, params);
    } catch (error) {
      throw withCode(error);
    }
  }
  const write = async (uri: string, content: Uint8Array, isNew: boolean) => {
    const { isWritten } = await ask({ does: 'write', uri, content: Buffer.from(content).toString('base64'), isNew });
    return isWritten === true;
  };
  return {
    stat: async (uri) => demand((await ask({ does: 'stat', uri })).stat, uri),
    readFile: async (uri) => Buffer.from(demand((await ask({ does: 'read', uri })).content, uri), 'base64'),
    readDirectory: async (uri) => demand((await ask({ does: 'list', uri })).entries, uri),
    realPath: async (uri) => uri,
    writeFile: async (uri, content) => void (await write(uri, content, false)),
    createFile: (uri, content) => write(uri, content, true),
    replaceFile: async (from, to) => void (await ask({ does: 'rename', uri: from, to })),
    deleteFile: async (uri) => void (await ask({ does: 'delete', uri })),
    createDirectory: async (uri) => void (await ask({ does: 'createFolder', uri })),
  };
}

function demand<T>(value: T | undefined, uri: string): T {
  if (value === undefined) throw new Error(`the client does not say what is at ${uri}`);
  return value;
}

/** The error with the code that those of this machine's files have. */
function withCode(error: unknown): unknown {
  if (!(error instanceof ResponseError)) return error;
  const { code } = (error.data ?? {}) as Partial<FileFailure>;
  return Object.assign(new Error(error.message), typeof code === 'string' ? { code } : {});
}
