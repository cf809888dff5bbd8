import { t } from '@vscode/l10n';
import {
  type Comment,
  type CommentController,
  CommentMode,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  commands,
  comments,
  type Disposable,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type AnnotateParams,
  AnnotateRequest,
  type CommentItem,
  type NoteItem,
  NotesRequest,
} from '../../../server/src/protocol.ts';
import { readTags, threadLabel } from '../model/notes.ts';
import type { OverviewStore } from '../overview.ts';
import { asRange, fromRange } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { section } from '../settings.ts';
import { say } from '../status.ts';
import { Highlights } from './highlights.ts';

/** One comment of a thread, which knows its annotation. */
interface NoteComment extends Comment {
  id: string;
  /** What it was before it was edited. */
  saved: string;
  thread?: CommentThread;
}

/** Notes on the sources as comments of VS Code, and highlights. */
export class Notes implements Disposable {
  readonly #controller: CommentController;
  readonly #highlights = new Highlights();
  readonly #threads = new Map<string, CommentThread>();
  readonly #ids = new Map<CommentThread, NoteItem>();
  readonly #subscriptions: Disposable[];
  #items: NoteItem[] = [];
  /** Where a note is being added, whose thread is to stay open. */
  #added: Range | undefined;
  #isFetching = false;
  #isStale = false;

  constructor(
    private readonly server: ServerProcess,
    private readonly store: OverviewStore,
  ) {
    this.#controller = comments.createCommentController('crossread.notes', t('Crossread Notes'));
    this.#controller.options = { prompt: t('Add a note…'), placeHolder: t('A note on these words') };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        this.#isSource(document) ? [new Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [],
    };
    this.#subscriptions = [
      server.onAnnotationsChanged(() => this.fetch()),
      store.onOverview(() => this.fetch()),
      ...this.#commands(),
    ];
  }

  dispose(): void {
    for (const each of [this.#controller, this.#highlights, ...this.#subscriptions]) each.dispose();
  }

  /** One request at a time; changes that come meanwhile lead to one more. */
  async fetch(): Promise<void> {
    this.#isStale = true;
    if (this.#isFetching) return;
    this.#isFetching = true;
    while (this.#isStale) {
      this.#isStale = false;
      const items = await this.server.request<NoteItem[]>(NotesRequest);
      if (items) this.#show(items);
    }
    this.#isFetching = false;
  }

  #commands(): Disposable[] {
    const on = (command: string, run: (...args: never[]) => unknown) =>
      commands.registerCommand(`crossread.${command}`, run);
    return [
      on('addNote', (reply?: CommentReply) => (reply?.thread ? this.#add(reply) : this.#draft())),
      on('editNote', (comment: NoteComment) => this.#setMode(comment, CommentMode.Editing)),
      on('cancelNote', (comment: NoteComment) => this.#cancel(comment)),
      on('saveNote', ({ id, body }: NoteComment) => this.#tell({ action: 'edit', id, text: textOf(body) })),
      on('deleteNote', (of: NoteComment | CommentThread) => this.#remove(of)),
      on('resolveNote', (thread: CommentThread) => this.#resolve(thread, true)),
      on('unresolveNote', (thread: CommentThread) => this.#resolve(thread, false)),
      on('tagNote', (thread: CommentThread) => this.#tag(thread)),
      on('highlight', () => this.#highlight()),
      on('removeHighlight', () => this.#removeHighlight()),
    ];
  }

  #isSource({ uri }: TextDocument): boolean {
    const wanted = uri.toString();
    return this.store.overview.sources.some((source) => Uri.parse(source.uri).toString() === wanted);
  }

  #tell(params: AnnotateParams): Promise<{ answer: string } | undefined> {
    return this.server.tell<string>(AnnotateRequest, params);
  }

  /** An empty thread on the selected words, for the user to write in. */
  #draft(): void {
    const editor = window.activeTextEditor;
    if (!editor || !this.#isSource(editor.document)) return void notASource();
    const range = wordsIn(editor.document, editor.selection);
    this.#controller.createCommentThread(editor.document.uri, range, []).collapsibleState =
      CommentThreadCollapsibleState.Expanded;
  }

  async #add({ thread, text }: CommentReply): Promise<void> {
    const known = this.#ids.get(thread);
    if (known) return void (await this.#tell({ action: 'reply', id: known.id, text }));
    const document = await workspace.openTextDocument(thread.uri);
    const range = fromRange(wordsIn(document, thread.range ?? new Range(0, 0, 0, 0)));
    this.#added = asRange(range);
    if (await this.#tell({ action: 'note', uri: thread.uri.toString(), range, text })) thread.dispose();
  }

  #setMode(comment: NoteComment, mode: CommentMode): void {
    comment.mode = mode;
    // VS Code looks at the list, not at what is in it.
    if (comment.thread) comment.thread.comments = [...comment.thread.comments];
  }

  #cancel(comment: NoteComment): void {
    comment.body = comment.saved;
    this.#setMode(comment, CommentMode.Preview);
  }

  async #remove(of: NoteComment | CommentThread): Promise<void> {
    const thread = isComment(of) ? of.thread : of;
    const note = thread && this.#ids.get(thread);
    if (!note) return thread?.dispose();
    const isReply = isComment(of) && of.id !== note.comments[0]?.id;
    if (!isReply && note.comments.length > 1) {
      const answer = await window.showWarningMessage(t('Delete the note with all answers?'), t('Delete'));
      if (answer !== t('Delete')) return;
    }
    await this.#tell({ action: 'remove', id: isReply ? of.id : note.id });
  }

  async #resolve(thread: CommentThread, isResolved: boolean): Promise<void> {
    const note = this.#ids.get(thread);
    if (note) await this.#tell({ action: 'resolve', id: note.id, isResolved });
  }

  async #tag(thread: CommentThread): Promise<void> {
    const note = this.#ids.get(thread);
    const tags = note && (await askForTags(note.tags, this.#knownTags(thread.uri)));
    if (note && tags) await this.#tell({ action: 'tag', id: note.id, tags });
  }

  /** The user's list, and what is in use. */
  #knownTags(uri: Uri): string[] {
    const listed = workspace.getConfiguration(section, uri).get<string[]>('tags', []);
    return [...new Set([...listed, ...this.#items.flatMap(({ tags }) => tags)])];
  }

  async #highlight(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor || !this.#isSource(editor.document)) return void notASource();
    const range = fromRange(wordsIn(editor.document, editor.selection));
    await this.#tell({ action: 'note', uri: editor.document.uri.toString(), range });
  }

  async #removeHighlight(): Promise<void> {
    const editor = window.activeTextEditor;
    const here = this.#items.find(
      ({ uri, range, comments }) =>
        editor?.document.uri.toString() === Uri.parse(uri).toString() &&
        comments.length === 0 &&
        range &&
        asRange(range).contains(editor.selection.active),
    );
    if (here) await this.#tell({ action: 'remove', id: here.id });
    else say(t('no highlight at the cursor'));
  }

  #show(items: NoteItem[]): void {
    this.#items = items;
    this.#highlights.show(items);
    const notes = items.filter(({ comments }) => comments.length > 0);
    const ids = new Set(notes.map(({ id }) => id));
    for (const [id, thread] of this.#threads) {
      if (ids.has(id)) continue;
      thread.dispose();
      this.#threads.delete(id);
      this.#ids.delete(thread);
    }
    for (const note of notes) this.#showOne(note);
  }

  #showOne(note: NoteItem): void {
    const range = note.range ? asRange(note.range) : new Range(0, 0, 0, 0);
    const known = this.#threads.get(note.id);
    if (known && JSON.stringify(this.#ids.get(known)) === JSON.stringify(note)) return;
    const shown = note.comments.map(toComment);
    const thread = known ?? this.#controller.createCommentThread(Uri.parse(note.uri, true), range, shown);
    for (const each of shown) each.thread = thread;
    this.#threads.set(note.id, thread);
    this.#ids.set(thread, note);
    if (known) {
      thread.range = range;
      thread.comments = shown;
    } else if (this.#added?.isEqual(range)) {
      this.#added = undefined;
      thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    }
    thread.label = threadLabel(note);
    thread.state = note.isResolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
    thread.contextValue = note.isResolved ? 'resolved' : 'unresolved';
  }
}

function toComment({ id, text, author, time }: CommentItem): NoteComment {
  return {
    id,
    saved: text,
    // A plain string is shown as it is: what was written becomes no link and no command.
    body: text,
    mode: CommentMode.Preview,
    author: { name: author ?? t('You') },
    timestamp: new Date(time),
    contextValue: 'note',
  };
}

function isComment(of: NoteComment | CommentThread): of is NoteComment {
  return 'saved' in of;
}

function textOf(body: Comment['body']): string {
  return typeof body === 'string' ? body : body.value;
}

/** The range, or where it is empty the words of its line. */
function wordsIn(document: TextDocument, range: Range): Range {
  if (!range.isEmpty) return new Range(range.start, range.end);
  const line = document.lineAt(range.start.line);
  return new Range(line.lineNumber, line.firstNonWhitespaceCharacterIndex, line.lineNumber, line.text.trimEnd().length);
}

async function askForTags(now: string[], known: string[]): Promise<string[] | undefined> {
  if (known.length === 0) {
    const typed = await window.showInputBox({
      title: t('Tags'),
      value: now.join(', '),
      prompt: t('Separated by commas'),
    });
    return typed === undefined ? undefined : readTags(typed);
  }
  const other = { label: `$(add) ${t('Other tags…')}`, tag: undefined, picked: false };
  const items = [...known.map((tag) => ({ label: `#${tag}`, tag, picked: now.includes(tag) })), other];
  const chosen = await window.showQuickPick(items, { title: t('Tags'), canPickMany: true });
  if (!chosen) return undefined;
  const picked = chosen.flatMap(({ tag }) => tag ?? []);
  if (!chosen.includes(other)) return picked;
  const typed = await window.showInputBox({ title: t('Other tags'), prompt: t('Separated by commas') });
  return typed === undefined ? undefined : [...new Set([...picked, ...readTags(typed)])];
}

function notASource(): void {
  say(t('the text is not read as a source'));
}
