import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { ResponseError } from 'vscode-languageclient/node';
import type { FileFailure, FileKind, FileParams, FileResult } from '../../server/src/protocol.ts';

/** Codes of VS Code by those of Node, which the server knows. */
const CODES: Record<string, string> = {
  FileNotFound: 'ENOENT',
  FileExists: 'EEXIST',
  FileNotADirectory: 'ENOTDIR',
  FileIsADirectory: 'EISDIR',
  NoPermissions: 'EACCES',
  Unavailable: 'ETIMEDOUT',
};

/** Reads or writes a file of a virtual workspace for the server. */
export async function answerFile(params: FileParams): Promise<FileResult> {
  const uri = Uri.parse(params.uri, true);
  try {
    if (!isOurs(uri) || (params.does === 'rename' && !isOurs(Uri.parse(params.to, true)))) {
      throw FileSystemError.NoPermissions(uri);
    }
    return await useFile(uri, params);
  } catch (error) {
    const code = error instanceof FileSystemError ? (CODES[error.code] ?? error.code) : '';
    throw new ResponseError<FileFailure>(0, error instanceof Error ? error.message : String(error), { code });
  }
}

/** What lies in a folder of the workspace. The files of this machine the server reads itself. */
function isOurs(uri: Uri): boolean {
  return uri.scheme !== 'file' && workspace.getWorkspaceFolder(uri) !== undefined;
}

/** The same for any file that VS Code can reach. */
export async function useFile(uri: Uri, params: FileParams): Promise<FileResult> {
  const { fs } = workspace;
  switch (params.does) {
    case 'stat': {
      const { type, size } = await fs.stat(uri);
      return { stat: { type: kindOf(type), size } };
    }
    case 'read':
      return { content: Buffer.from(await fs.readFile(uri)).toString('base64') };
    case 'list': {
      const entries = await fs.readDirectory(uri);
      return {
        entries: entries.map(([name, type]) => ({ name, type: isLinkedFolder(type) ? 'other' : kindOf(type) })),
      };
    }
    case 'write': {
      if (params.isNew && (await exists(uri))) return { isWritten: false };
      await fs.writeFile(uri, Buffer.from(params.content, 'base64'));
      return { isWritten: true };
    }
    case 'rename':
      await fs.rename(uri, Uri.parse(params.to, true), { overwrite: true });
      return {};
    case 'delete':
      if (await exists(uri)) await fs.delete(uri);
      return {};
    case 'createFolder':
      await fs.createDirectory(uri);
      return {};
  }
}

/** Whether there is anything at an address. */
export function exists(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

function kindOf(type: FileType): FileKind {
  if (type & FileType.File) return 'file';
  return type & FileType.Directory ? 'directory' : 'other';
}

function isLinkedFolder(type: FileType): boolean {
  return (type & FileType.SymbolicLink) !== 0 && (type & FileType.Directory) !== 0;
}
