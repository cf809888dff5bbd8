/** What a directory entry is; `link` is a symbolic link, whatever it points to. */
export type EntryType = 'file' | 'directory' | 'link' | 'other';

export interface DirectoryEntry {
  name: string;
  type: EntryType;
}

export interface FileInfo {
  /** What the entry is once links are followed. */
  type: 'file' | 'directory' | 'other';
  /** In bytes. */
  size: number;
}

/**
 * The files of a workspace, named by URI. Every method rejects when the entry does not exist or may not be read.
 * An interface, so that a workspace can lie in memory (tests) or behind the client (virtual workspaces).
 */
export interface FileSystem {
  /** Follows links. */
  stat(uri: string): Promise<FileInfo>;
  readFile(uri: string): Promise<Uint8Array>;
  readDirectory(uri: string): Promise<DirectoryEntry[]>;
  /** The URI of the entry with all links resolved. */
  realPath(uri: string): Promise<string>;
}

/** Files that can be written; only what the user decides and notes ever is. */
export interface WritableFileSystem extends FileSystem {
  /** The folder of the user's own settings, where there is one. */
  readonly home?: string;
  /** Writes a file, whole; its folder has to exist. With `flush` it is on the disk then, and outlasts a power cut. */
  writeFile(uri: string, content: Uint8Array, options?: { flush?: boolean }): Promise<void>;
  /** Makes a file that must not exist. @returns false where it does */
  createFile(uri: string, content: Uint8Array): Promise<boolean>;
  /** Puts a file in the place of another, in one step. */
  replaceFile(from: string, to: string): Promise<void>;
  /** Removes a file; one that does not exist is no error. */
  deleteFile(uri: string): Promise<void>;
  /** Makes a folder and those above it, where they do not exist. */
  createDirectory(uri: string): Promise<void>;
}
