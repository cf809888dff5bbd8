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
