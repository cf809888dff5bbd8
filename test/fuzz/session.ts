import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Position, Range } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import type { MentionItem, Overview } from '../../server/src/protocol.ts';
import { type Encoding, offsetAt, positionAt } from './positions.ts';
import type { Answer, ServerUnderTest } from './process.ts';
import { NAMES, type Place, type Step } from './steps.ts';

interface Open {
  text: string;
  language: string;
  version: number;
}

/** A client that does what the steps say and knows at every moment which text each of its documents has. */
export class FuzzSession {
  /** How many spans were compared with the text that they are said to be. */
  spans = 0;
  readonly open = new Map<string, Open>();
  readonly #asked: Promise<Answer>[] = [];

  constructor(
    private readonly server: ServerUnderTest,
    readonly folder: string,
    private readonly encoding: Encoding,
    /** The text of every file that is on the disk. */
    readonly disk = new Map<string, string>(),
  ) {}

  uri(name: string): string {
    return URI.file(join(this.folder, name)).toString();
  }

  async play(steps: Step[]): Promise<void> {
    for (const step of steps) await this.#do(step);
  }

  /** Waits for every answer that is due. */
  async settle(): Promise<void> {
    await Promise.all(this.#asked.splice(0));
  }

  async #do(step: Step): Promise<void> {
    const { server } = this;
    switch (step.does) {
      case 'open':
        return this.show(step.name, step.text, step.language);
      case 'edit':
        return this.#edit(step);
      case 'replace': {
        const document = this.open.get(step.name);
        if (!document) return;
        document.text = step.text;
        return this.#change(step.name, ++document.version, [{ text: step.text }]);
      }
      case 'close':
        if (!this.open.delete(step.name)) return;
        return server.notify('textDocument/didClose', { textDocument: { uri: this.uri(step.name) } });
      case 'write':
        return this.write(step.name, step.text);
      case 'delete':
        return this.remove(step.name);
      case 'ask': {
        const position = this.#position(step.name, step.at);
        const params = {
          textDocument: { uri: this.uri(step.name) },
          position,
          range: { start: { line: 0, character: 0 }, end: position },
          context: { includeDeclaration: true, diagnostics: [] },
        };
        return this.#ask(step.method, params, step.isCancelled);
      }
      case 'view':
        return this.#ask(step.method, step.params, step.isCancelled);
      case 'send':
        return step.isRequest ? this.#ask(step.method, step.params, false) : server.notify(step.method, step.params);
      case 'settings':
        return server.notify('workspace/didChangeConfiguration', { settings: { crossread: step.settings } });
      case 'bytes':
        return server.raw(step.bytes);
    }
  }

  show(name: string, text: string, language = 'plaintext'): void {
    // A document that is open is not opened again before it is closed.
    if (this.open.has(name)) return;
    this.open.set(name, { text, language, version: 1 });
    const textDocument = { uri: this.uri(name), languageId: language, version: 1, text };
    this.server.notify('textDocument/didOpen', { textDocument });
  }

  async write(name: string, text: string): Promise<void> {
    const type = this.disk.has(name) ? 2 : 1;
    // What zeros among the first bytes make of an encoding is for the fuzzer of bytes to find out.
    const written = Buffer.from(text.replaceAll('\0', ''));
    await mkdir(dirname(join(this.folder, name)), { recursive: true });
    await writeFile(join(this.folder, name), written);
    this.disk.set(name, new TextDecoder().decode(written));
    this.server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(name), type }] });
  }

  async remove(name: string): Promise<void> {
    if (!this.disk.delete(name)) return;
    await rm(join(this.folder, name), { force: true });
    this.server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(name), type: 3 }] });
  }

  #edit({ name, from, to, text, version }: Extract<Step, { does: 'edit' }>): void {
    const document = this.open.get(name);
    if (!document) {
      // Of a document that is not open.
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
      this.#change(name, 3, [{ range, text }]);
      return;
    }
    const [start, end] = [this.#position(name, from), this.#position(name, to)];
    if (version === 'stale') {
      this.#change(name, document.version - 1, [{ range: { start, end }, text }]);
      return;
    }
    document.version += version === 'far' ? 17 : 1;
    const places = [start, end].map((each) => offsetAt(document.text, each, this.encoding));
    const [first, last] = places.sort((a, b) => a - b) as [number, number];
    document.text = document.text.slice(0, first) + text + document.text.slice(last);
    this.#change(name, document.version, [{ range: { start, end }, text }]);
  }

  #change(name: string, version: number, contentChanges: { range?: Range; text: string }[]): void {
    this.server.notify('textDocument/didChange', { textDocument: { uri: this.uri(name), version }, contentChanges });
  }

  #position(name: string, place: Place): Position {
    if (typeof place !== 'number') return place;
    const text = this.open.get(name)?.text ?? this.disk.get(name) ?? '';
    const offset = Math.floor(place * text.length);
    // A position between the halves of a pair, or inside a line break, has no place in every encoding.
    const isInside = /[\ud800-\udbff\r]/.test(text[offset - 1] ?? '');
    return positionAt(text, isInside ? offset - 1 : offset, this.encoding);
  }

  #ask(method: string, params: unknown, isCancelled: boolean): void {
    const { id, answer } = this.server.ask(method, params);
    if (isCancelled) this.server.notify('$/cancelRequest', { id });
    this.#asked.push(answer);
  }

  /** What the server says stands somewhere and does not stand there. */
  async wrongSpans(): Promise<string[]> {
    const wrong: string[] = [];
    // What has just been written to disk is read in its own time.
    await this.server.request('crossread/rescan');
    const { result } = await this.server.request<Overview>('crossread/overview');
    const check = (what: string, uri: string, range: Range, expected: string) => {
      const text = this.#textOf(uri);
      if (text === undefined) return;
      this.spans++;
      const at = text.slice(offsetAt(text, range.start, this.encoding), offsetAt(text, range.end, this.encoding));
      if (plain(at) !== plain(expected)) wrong.push(`${what}: “${expected}” is said to be where “${at}” is`);
    };
    for (const { positions } of result?.contradictions ?? []) {
      for (const each of positions.flatMap(({ statements }) => statements)) {
        check('statement', each.uri, each.range, each.text);
        check('focus', each.uri, each.focus, each.focusText);
      }
    }
    for (const { id } of (result?.entities ?? []).slice(0, 12)) {
      const mentions = (await this.server.request<MentionItem[]>('crossread/mentions', { id })).result ?? [];
      for (const each of mentions) check('mention', each.uri, each.range, each.context.slice(...each.highlight));
    }
    return wrong;
  }

  /** Where some words first stand in a document or file. */
  rangeOf(name: string, words: string): Range | undefined {
    const text = this.open.get(name)?.text ?? this.disk.get(name) ?? '';
    const at = text.indexOf(words);
    if (at < 0) return undefined;
    return { start: positionAt(text, at, this.encoding), end: positionAt(text, at + words.length, this.encoding) };
  }

  #textOf(uri: string): string | undefined {
    const name = NAMES.find((each) => this.uri(each) === uri);
    return name === undefined ? undefined : (this.open.get(name)?.text ?? this.disk.get(name));
  }
}

/** White space and what is not shown may be told otherwise. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
