import type { Guidance } from '../../../server/src/analysis/entities/correct.ts';
import type { Decisions } from '../../../server/src/workspace/decisions.ts';
import { Document } from '../../../server/src/workspace/document.ts';
import type { Engine } from '../../../server/src/workspace/engine.ts';
import type { DirectoryEntry, WritableFileSystem } from '../../../server/src/workspace/fileSystem.ts';
import { LocalEngine } from '../../../server/src/workspace/localEngine.ts';
import type { PackedChange } from '../../../server/src/workspace/packedChange.ts';
import type { Reading } from '../../../server/src/workspace/reading.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/workspace/settings.ts';
import type { SnapshotStore } from '../../../server/src/workspace/snapshotStore.ts';
import { Workspace, type WorkspaceEvents } from '../../../server/src/workspace/workspace.ts';

/** Files in memory, by URI. A link is a URI that stands for another. */
export class MemoryFileSystem implements WritableFileSystem {
  readonly files = new Map<string, string | Uint8Array>();
  readonly links = new Map<string, string>();
  /** URIs that may not be read. */
  readonly forbidden = new Set<string>();
  /** URIs that do not answer, with all below them. */
  readonly silent = new Set<string>();
  /** Told before a file is read, when it may change once more. */
  onRead: (uri: string) => void = () => undefined;
  /** Whether everything is refused that would change something. */
  isReadOnly = false;
  reads = 0;

  constructor(files: Record<string, string | Uint8Array> = {}) {
    for (const [uri, content] of Object.entries(files)) this.files.set(uri, content);
  }

  async stat(uri: string) {
    await this.#answering(uri);
    const real = await this.realPath(uri);
    const content = this.files.get(real);
    if (content !== undefined) return { type: 'file' as const, size: content.length };
    if (this.#below(real).length > 0) return { type: 'directory' as const, size: 0 };
    throw Object.assign(new Error(`no such file: ${uri}`), { code: 'ENOENT' });
  }

  async readFile(uri: string) {
    this.reads++;
    await this.#answering(uri);
    this.onRead(uri);
    if (this.forbidden.has(uri)) throw Object.assign(new Error(`permission denied: ${uri}`), { code: 'EACCES' });
    const content = this.files.get(await this.realPath(uri));
    if (content === undefined) throw Object.assign(new Error(`no such file: ${uri}`), { code: 'ENOENT' });
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  async readDirectory(uri: string): Promise<DirectoryEntry[]> {
    await this.#answering(uri);
    if (this.forbidden.has(uri)) throw new Error(`permission denied: ${uri}`);
    const real = await this.realPath(uri);
    const entries = new Map<string, DirectoryEntry>();
    for (const path of this.#below(real)) {
      const [name, ...rest] = path.slice(real.length + 1).split('/') as [string, ...string[]];
      const type = this.links.has(`${real}/${name}`) ? 'link' : rest.length > 0 ? 'directory' : 'file';
      entries.set(name, { name: decodeURIComponent(name), type });
    }
    return [...entries.values()];
  }

  async realPath(uri: string): Promise<string> {
    await this.#answering(uri);
    for (const [link, target] of this.links) {
      if (uri === link || uri.startsWith(`${link}/`)) return this.realPath(target + uri.slice(link.length));
    }
    return uri;
  }

  async writeFile(uri: string, content: Uint8Array): Promise<void> {
    this.#refuse();
    this.files.set(uri, content);
  }

  async createFile(uri: string, content: Uint8Array): Promise<boolean> {
    this.#refuse();
    if (this.files.has(uri)) return false;
    this.files.set(uri, content);
    return true;
  }

  async replaceFile(from: string, to: string): Promise<void> {
    this.#refuse();
    this.files.set(to, this.files.get(from) as Uint8Array);
    this.files.delete(from);
  }

  async deleteFile(uri: string): Promise<void> {
    this.files.delete(uri);
  }

  async createDirectory(): Promise<void> {
    this.#refuse();
  }

  #answering(uri: string): Promise<void> {
    const isSilent = [...this.silent].some((each) => uri === each || uri.startsWith(`${each}/`));
    return isSilent ? new Promise(() => undefined) : Promise.resolve();
  }

  #refuse(): void {
    if (this.isReadOnly) throw Object.assign(new Error('read-only'), { code: 'EROFS' });
  }

  #below(uri: string): string[] {
    return [...this.files.keys(), ...this.links.keys()].filter((path) => path.startsWith(`${uri}/`));
  }
}

export const ROOT = 'file:///news';

type Scan = { done: number; total: number } | undefined;

/** A workspace on a folder in memory, and what it told its owner. */
export function workspaceOf(
  files: Record<string, string | Uint8Array>,
  onScan?: (scan: Scan) => void,
  through: (fs: WritableFileSystem) => WritableFileSystem = (fs) => fs,
  {
    engine = new LocalEngine(),
    decisions,
    snapshots,
  }: Partial<{ engine: Engine; decisions: Decisions; snapshots: SnapshotStore }> = {},
) {
  const fs = new MemoryFileSystem(Object.fromEntries(Object.entries(files).map(([name, text]) => [uriOf(name), text])));
  const logs: string[] = [];
  const messages: string[] = [];
  const scans: Scan[] = [];
  const bounds: number[] = [];
  const readings: Reading[] = [];
  const events: WorkspaceEvents = {
    onRead: (reading) => readings.push(reading),
    onScan(scan) {
      scans.push(scan);
      onScan?.(scan);
    },
    onTooMany: (bound) => bounds.push(bound),
    log: (level, message) => logs.push(`${level}: ${message}`),
    onUnread: (uris, why) => messages.push(`${why}: ${uris.join(' ')}`),
  };
  const workspace = new Workspace(through(fs), events, engine, undefined, decisions, snapshots);
  const configure = (settings: Partial<Settings> = {}, roots = [ROOT]) => {
    const all = { ...DEFAULT_SETTINGS, ...settings };
    return workspace.configure(
      roots.map((uri) => ({ uri, settings: all })),
      all,
    );
  };
  return { fs, workspace, configure, logs, messages, scans, bounds, readings };
}

/** An engine that reads nothing, or compares nothing, until it is let. */
export class WaitingEngine extends LocalEngine {
  #begin = () => {};
  #tell = () => {};
  readonly #begun = new Promise<void>((resolve) => {
    this.#begin = resolve;
  });
  /** Resolves when it is asked for something. */
  readonly asked = new Promise<void>((resolve) => {
    this.#tell = resolve;
  });

  constructor(private readonly waitsTo: 'read' | 'compare' = 'read') {
    super();
  }

  begin(): void {
    this.#begin();
  }

  override async compare(guidance: Guidance): Promise<PackedChange> {
    if (this.waitsTo === 'compare') await this.#wait();
    return super.compare(guidance);
  }

  override async analyse(path: string, text: string, isKept?: boolean): Promise<Uint8Array | undefined> {
    if (this.waitsTo === 'read') await this.#wait();
    return super.analyse(path, text, isKept);
  }

  async #wait(): Promise<void> {
    this.#tell();
    await this.#begun;
  }
}

export function uriOf(name: string): string {
  return name.includes(':') ? name : `${ROOT}/${name}`;
}

export function documentOf(name: string, text: string, languageId = 'plaintext', version = 1): Document {
  return new Document(uriOf(name), text, languageId, version);
}

/** A text that no editor holds. */
export function fileOf(name: string, text: string): Document {
  return new Document(uriOf(name), text);
}

/** The names of the sources of a reading, relative to the folder. */
export function sourcesOf(reading: Reading): string[] {
  return reading.sources.map(({ path }) => (path.startsWith(ROOT) ? path.slice(ROOT.length + 1) : path));
}

/** All that a reading says. */
export function content(reading: Reading) {
  const entities = reading.entities.map(({ id, name, type, aliases, roles, mentions }) => {
    return { id, name, type, aliases, roles, mentions };
  });
  const at = reading.sources.map(({ path }) => ({
    label: reading.label(path),
    text: reading.document(path)?.text,
    mentions: reading.mentionsIn(path).map(({ entity, mention }) => [entity.id, mention]),
    statements: reading.statementsIn(path).map(({ contradiction, statement }) => [contradiction.id, statement]),
  }));
  const sources = reading.sources.map(({ path, length, info, read, roles, dates }) => {
    return { path, length, info, read, roles, dates };
  });
  return { sources, entities, contradictions: reading.contradictions, at };
}
