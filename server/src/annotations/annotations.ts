import { t } from '@vscode/l10n';
import type { EntityCorrection, Guidance } from '../analysis/entities/correct.ts';
import type { Contradiction, EntityType, Span, Statement } from '../analysis/model.ts';
import type { Decisions } from '../workspace/decisions.ts';
import type { Document } from '../workspace/document.ts';
import type { WritableFileSystem } from '../workspace/fileSystem.ts';
import { canonicalUri, childUri, isInside, relativePath } from '../workspace/uri.ts';
import { describeSpan } from './anchor.ts';
import { type Annotation, type Stamp, sourceAddress, sourcePath, type Target } from './annotation.ts';
import { gitUser } from './author.ts';
import {
  entityCorrections,
  isCorrection,
  isEntityCorrection,
  newCorrection,
  type StatementCorrection,
} from './corrections.ts';
import type { AnnotationSet, Problem } from './file.ts';
import { newNote, newReply, type Thread, threadsIn, withReplies } from './notes.ts';
import type { Texts } from './sources.ts';
import { correctStatements } from './statements.ts';
import { AnnotationStore } from './store.ts';
import { applyVerdicts, type Decision, verdictAnnotation, verdictOn } from './verdicts.ts';
import { WatchList } from './watchList.ts';

export interface AnnotationsEvents {
  /** @param ofEntities whether more than verdicts and notes may have changed */
  onChanged(ofEntities: boolean): void;
  onProblem(file: string, problem: Problem | undefined): void;
  onWatchListProblem(file: string, problem: Problem | undefined): void;
  onMessage(message: string): void;
}

interface Folder {
  uri: string;
  store: AnnotationStore;
  watchList: WatchList;
  author: string | undefined;
}

/** What the user has decided, noted and corrected in all workspace folders; each folder keeps its own. */
export class Annotations implements Decisions {
  #folders: Folder[] = [];

  /** @param storage the folder, outside the workspace, that takes what cannot be written into it */
  constructor(
    private readonly fs: WritableFileSystem,
    private readonly storage: string | undefined,
    private readonly events: AnnotationsEvents,
  ) {}

  /** Takes the workspace folders and reads their annotations. */
  async configure(folders: { uri: string; author: string }[]): Promise<void> {
    this.#folders = await Promise.all(folders.map((folder) => this.#open(folder)));
  }

  async #open({ uri: given, author }: { uri: string; author: string }): Promise<Folder> {
    const uri = canonicalUri(given).replace(/\/$/, '');
    const name = author || (await gitUser(this.fs, uri, this.fs.home));
    const known = this.#folders.find((folder) => folder.uri === uri);
    if (known) return { ...known, author: name };
    const fallback = this.storage && childUri(this.storage, `${encodeURIComponent(uri)}.jsonld`);
    const store = new AnnotationStore(this.fs, uri, fallback, {
      onChanged: (changed) => this.events.onChanged(changed.some(isEntityCorrection)),
      onProblem: (file, problem) => this.events.onProblem(file, problem),
      onMessage: (message) => this.events.onMessage(message),
    });
    const watchList = new WatchList(this.fs, uri, {
      onChanged: () => this.events.onChanged(true),
      onProblem: (file, problem) => this.events.onWatchListProblem(file, problem),
    });
    await Promise.all([this.#orMessage(store, store.load()), watchList.read()]);
    return { uri, store, watchList, author: name };
  }

  /** Takes in what other programs made of the files, if any of these is one that is kept here. */
  async filesChanged(uris: string[]): Promise<void> {
    // of a folder that goes or comes as a whole, only the folder may be told
    const isAmong = (file: string) => uris.some((uri) => uri === file || isInside(uri, file));
    for (const { store, watchList } of this.#folders) {
      if (isAmong(store.file)) await this.#orMessage(store, store.reload());
      if (isAmong(watchList.file)) await watchList.read();
    }
  }

  /** Sources are read also where annotations cannot be. */
  async #orMessage({ file }: AnnotationStore, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => {
      this.events.onMessage(
        t('{0} could not be read: {1}', file, String(error instanceof Error ? error.message : error)),
      );
    });
  }

  guidance(documents: ReadonlyMap<string, Document>): Guidance {
    return {
      corrections: this.#folders.flatMap((folder) =>
        entityCorrections(folder.store.annotations.values(), textsOf(folder, documents), folder.author),
      ),
      watched: this.#folders.flatMap(({ watchList }) => watchList.entities),
    };
  }

  judge(contradictions: Contradiction[], documents: ReadonlyMap<string, Document>): Contradiction[] {
    return this.#folders.reduce((judged, folder) => {
      const annotations = [...folder.store.annotations.values()];
      const texts = textsOf(folder, documents);
      return applyVerdicts(correctStatements(judged, annotations, texts, folder.author), annotations, texts);
    }, contradictions);
  }

  /**
   * Keeps what the user decides of a contradiction.
   *
   * @throws when none of its sources lies in a workspace folder
   */
  async decide(
    contradiction: Contradiction,
    decision: Decision,
    documents: ReadonlyMap<string, Document>,
  ): Promise<void> {
    const folder = this.#folderOf(contradiction.positions.flatMap(({ statements }) => statements.map((s) => s.path)));
    const before = verdictOn(contradiction, folder.store.annotations.values(), textsOf(folder, documents));
    if (decision.state === 'open') return before ? folder.store.remove(before.id) : undefined;
    const targetOf = ({ path, focus }: Statement) => describeTarget(folder, path, focus, documents);
    await folder.store.put(verdictAnnotation(contradiction, decision, stampOf(folder), targetOf, before));
  }

  /** All notes and highlights. */
  threads(documents: ReadonlyMap<string, Document>): Thread[] {
    return this.#folders.flatMap((folder) => threadsIn(folder.store.annotations, textsOf(folder, documents)));
  }

  /** Keeps a note on a span of a source. @returns its id */
  async addNote(
    { path, span, text, tags }: { path: string; span: Span; text: string; tags: string[] },
    documents: ReadonlyMap<string, Document>,
  ): Promise<string> {
    const folder = this.#folderOf([path]);
    const note = newNote(stampOf(folder), describeTarget(folder, path, span, documents), text, tags);
    await folder.store.put(note);
    return note.id;
  }

  /**
   * Keeps a correction of some spans.
   *
   * @param kind of the contradiction that the statements are in
   * @param type of an entity that the reader marks
   * @returns its id
   */
  async addCorrection(
    correction: EntityCorrection | StatementCorrection,
    spans: (Span & { path: string })[],
    documents: ReadonlyMap<string, Document>,
    { value, kind, type }: { value?: string; kind?: string; type?: EntityType } = {},
  ): Promise<string> {
    const folder = this.#folderOf(spans.map(({ path }) => path));
    const targets = spans.map((span) => describeTarget(folder, span.path, span, documents));
    const annotation = newCorrection(stampOf(folder), correction, targets, value, type);
    await folder.store.put(kind === undefined ? annotation : { ...annotation, 'crossread:kind': kind });
    return annotation.id;
  }

  /** All annotations that correct something, the last first. */
  get corrected(): Annotation[] {
    const all = this.#folders.flatMap(({ store }) => [...store.annotations.values()].filter(isCorrection));
    return all.sort((a, b) => (a.created < b.created ? 1 : -1));
  }

  /** Those of a workspace folder, or of the first. */
  annotationsOf(folder: string | undefined): AnnotationSet {
    return this.#folderNamed(folder).store.annotations;
  }

  /**
   * Takes in what was imported.
   *
   * @param folder the workspace folder that takes it, or the first
   * @param read makes annotations of it, from what the folder has
   */
  async take<T extends { put: Annotation[]; remove: string[] }>(
    folder: string | undefined,
    documents: ReadonlyMap<string, Document>,
    read: (receiver: {
      annotations: AnnotationSet;
      texts: Texts;
      author: string | undefined;
      targetOf: (path: string, span: Span) => Target;
    }) => T,
  ): Promise<T> {
    const into = this.#folderNamed(folder);
    const imported = read({
      annotations: into.store.annotations,
      texts: textsOf(into, documents),
      author: into.author,
      targetOf: (path, span) => describeTarget(into, path, span, documents),
    });
    if (imported.put.length > 0) await into.store.put(...imported.put);
    if (imported.remove.length > 0) await into.store.remove(...imported.remove);
    return imported;
  }

  #folderNamed(wanted: string | undefined): Folder {
    const uri = wanted === undefined ? undefined : canonicalUri(wanted).replace(/\/$/, '');
    const folder = uri === undefined ? this.#folders[0] : this.#folders.find((each) => each.uri === uri);
    if (!folder)
      throw new Error('Annotations are kept in the folder of the workspace: open the folder of the sources.');
    return folder;
  }

  async reply(id: string, text: string): Promise<void> {
    const { folder, annotation } = this.#find(id);
    await folder.store.put(newReply(stampOf(folder), annotation, text));
  }

  /** Keeps a new version of an annotation. */
  async change(id: string, to: (annotation: Annotation, now: string) => Annotation): Promise<void> {
    const { folder, annotation } = this.#find(id);
    await folder.store.put(to(annotation, new Date().toISOString()));
  }

  /** Removes an annotation and what was answered to it. */
  async remove(id: string): Promise<void> {
    const { folder } = this.#find(id);
    await folder.store.remove(...withReplies(id, folder.store.annotations));
  }

  #find(id: string): { folder: Folder; annotation: Annotation } {
    for (const folder of this.#folders) {
      const annotation = folder.store.annotations.get(id);
      if (annotation) return { folder, annotation };
    }
    throw new Error('There is no such annotation any more.');
  }

  #folderOf(paths: string[]): Folder {
    const folder = this.#folders.find(({ uri }) => paths.some((path) => isInside(uri, path)));
    if (!folder) throw new Error('Annotations are kept in the folder of the workspace: open the folder of the source.');
    return folder;
  }
}

function describeTarget(folder: Folder, path: string, span: Span, documents: ReadonlyMap<string, Document>): Target {
  const document = documents.get(path);
  if (!document) throw new Error(`${path} is not read.`);
  const relative = relativePath(folder.uri, path);
  return {
    type: 'SpecificResource',
    source: relative === undefined ? path : sourceAddress(relative),
    selector: describeSpan(document.text, span),
  };
}

function stampOf({ author }: Folder): Stamp {
  return { id: `urn:uuid:${crypto.randomUUID()}`, now: new Date().toISOString(), ...(author ? { author } : {}) };
}

function textsOf({ uri }: Folder, documents: ReadonlyMap<string, Document>): Texts {
  return {
    keyOf(address) {
      const path = sourcePath(address);
      if (path !== undefined) return childUri(uri, path);
      return /^[a-z][a-z0-9+.-]+:/i.test(address) ? canonicalUri(address) : undefined;
    },
    textOf: (key) => documents.get(key)?.text,
  };
}

export type { Annotation };
