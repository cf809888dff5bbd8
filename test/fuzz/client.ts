/** A client whose server may die at any moment, as VS Code's: it starts another one and sends it what it has open. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { targetsOf } from '../../server/src/annotations/annotation.ts';
import { parse } from '../../server/src/annotations/file.ts';
import type { NoteItem, Overview } from '../../server/src/protocol.ts';
import { ELECTION, FIVE, TWENTY_FOUR } from '../texts.ts';
import { ServerUnderTest } from './process.ts';
import { FuzzSession } from './session.ts';

const ANNOTATIONS = '.crossread/annotations.jsonld';

/** What a client shows of a folder, without what differs from session to session. */
export interface Shown {
  overview: Overview;
  notes: NoteItem[];
  problems: Record<string, unknown>;
}

export class RestartingClient {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'crossread-kill-')));
  server: ServerUnderTest;
  session: FuzzSession;
  /** Ids of the notes whose saving the server has confirmed, with the words that they are on where an editor had these. */
  readonly saved = new Map<string, string | undefined>();
  readonly faults: string[] = [];

  /** @param memoryFile where the first server writes what it holds in memory, when it is sent SIGUSR2 */
  constructor(memoryFile?: string) {
    this.server = new ServerUnderTest(this.folder, memoryFile);
    this.session = new FuzzSession(this.server, this.folder, 'utf-16');
  }

  async start(): Promise<void> {
    await this.server.initialize({ textDocument: { diagnostic: {} } });
  }

  /** After a kill: a new server, with the documents as they are in the editors. */
  async restart(): Promise<void> {
    this.faults.push(...this.server.faults);
    this.server = new ServerUnderTest(this.folder);
    const { open, disk } = this.session;
    this.session = new FuzzSession(this.server, this.folder, 'utf-16', disk);
    await this.start();
    for (const [name, { text, language }] of open) this.session.show(name, text, language);
  }

  /** Puts a note on the name in a source, if it is there. */
  async annotate(name: string, words = 'Anna Bell'): Promise<void> {
    const range = this.session.rangeOf(name, words);
    if (!range) return;
    const isOpen = this.session.open.has(name);
    const params = { action: 'note', uri: this.session.uri(name), range, text: `note ${this.saved.size}` };
    const { result } = await this.server.request<string>('crossread/annotate', params);
    if (typeof result === 'string') this.saved.set(result, isOpen ? words : undefined);
  }

  /** What is wrong with the file of annotations: it does not parse, or lacks a note that was confirmed, or has it on other words. */
  async annotationFaults(): Promise<string[]> {
    const text = await readFile(join(this.folder, ANNOTATIONS), 'utf8').catch(() => '');
    const { annotations, problem } = parse(text);
    const faults = problem ? [`line ${problem.line}: ${problem.message}`] : [];
    for (const [id, words] of this.saved) {
      const annotation = annotations.get(id);
      const exact =
        annotation && targetsOf(annotation)[0]?.selector.flatMap((each) => ('exact' in each ? each.exact : []))[0];
      if (!annotation) faults.push(`${id} is lost`);
      else if (words !== undefined && exact !== words) faults.push(`${id} is on “${exact}”, not on “${words}”`);
    }
    return faults;
  }

  async shown(): Promise<Shown> {
    await this.server.request('crossread/rescan');
    const overview = (await this.server.request<Overview>('crossread/overview')).result as Overview;
    const notes = (await this.server.request<NoteItem[]>('crossread/notes')).result as NoteItem[];
    const problems: Record<string, unknown> = {};
    for (const { uri } of overview.sources) {
      const { result } = await this.server.request<{ items: unknown }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      problems[uri] = result?.items;
    }
    return { overview, notes, problems };
  }

  /** What a server that has seen nothing of all this shows of the same folder and the same open documents. */
  async shownByFresh(): Promise<Shown> {
    const own = this.server;
    const { session } = this;
    await this.restart();
    const shown = await this.shown();
    await this.server.stop();
    this.server = own;
    this.session = session;
    return shown;
  }

  async dispose(): Promise<void> {
    await this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The beginning of a folder with something to find in it. */
export async function fill(client: RestartingClient, sources = 3): Promise<void> {
  mkdirSync(join(client.folder, 'sub'));
  const texts = [FIVE, TWENTY_FOUR, ELECTION];
  for (let i = 0; i < sources; i++) {
    const text = texts[i % texts.length] as string;
    await client.session.write(`${i}.txt`, i < texts.length ? text : text.replaceAll('Karo', `Karo${i}`));
  }
}

/** Numbers from 0 to 1 that come from a seed (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
