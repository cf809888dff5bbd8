/**
 * The standoff format of brat (brat.nlplab.org/standoff.html): beside each text a file with its annotations, a line each.
 * Offsets count Unicode code points. An entity is known over all texts by a normalization line that holds its id.
 */
import { ENTITY_TYPES, type Entity, type EntityMention, type EntityType, type MentionKind } from '../analysis/model.ts';
import { codePoints, codeUnits, findSpan } from '../annotations/anchor.ts';
import type { Thread } from '../annotations/notes.ts';
import type { Subject } from '../report/content.ts';
import {
  EntityCollector,
  type ExchangedEntity,
  type ExchangedMention,
  type Sources,
  typeNamed,
  type Unplaced,
} from './entities.ts';

/** A file of a collection, its path relative to it. */
export interface TextFile {
  path: string;
  content: string;
}

/** A note on some words. */
export interface ExchangedNote extends ExchangedMention {
  text: string;
}

/** What the normalization of entities refers to; brat calls it a database. */
const DATABASE = 'Crossread';
const WIKIDATA = 'Wikidata';
const NOTE = 'Note';
const KINDS: Record<string, MentionKind> = { Role: 'role', Pronoun: 'pronoun' };

/** A collection that brat opens: every source as UTF-8 with its annotations, and the configuration with the types. */
export function* bratFiles({ reading, pathOf }: Subject, threads: Thread[]): Generator<TextFile> {
  yield { path: 'annotation.conf', content: configuration() };
  for (const { path } of reading.sources) {
    const document = reading.document(path);
    if (!document) continue;
    const base = pathOf(path).replace(/\.txt$/i, '');
    const notes = threads.filter((thread) => thread.path === path);
    const mentions = reading.mentionsIn(path);
    yield { path: `${base}.txt`, content: document.text };
    yield { path: `${base}.ann`, content: annotationsOf(document.text, mentions, notes) };
  }
}

/** brat.nlplab.org/configuration.html: all four sections have to be there. */
function configuration(): string {
  const types = [...ENTITY_TYPES.map(bratType), NOTE];
  const attributes = `Mention\tArg:<ENTITY>, Value:${Object.keys(KINDS).join('|')}`;
  return `[entities]\n${types.join('\n')}\n\n[relations]\n\n[events]\n\n[attributes]\n${attributes}\n`;
}

function bratType(type: EntityType): string {
  return `${type[0]?.toUpperCase()}${type.slice(1)}`;
}

function annotationsOf(text: string, mentions: { entity: Entity; mention: EntityMention }[], notes: Thread[]): string {
  const lines: string[] = [];
  let [normalizations, attributes, comments] = [0, 0, 0];
  mentions.forEach(({ entity, mention }, i) => {
    const id = `T${i + 1}`;
    lines.push(textBound(id, bratType(entity.type), text, mention));
    const kind = Object.keys(KINDS).find((each) => KINDS[each] === mention.kind);
    if (kind) lines.push(`A${++attributes}\tMention ${id} ${kind}`);
    const refer = (database: string, key: string) =>
      lines.push(
        `N${++normalizations}\tReference ${id} ${database}:${encodeURIComponent(key)}\t${oneLine(entity.name)}`,
      );
    refer(DATABASE, entity.id);
    const { externalId = '' } = entity.watched ?? {};
    if (/^Q\d+$/.test(externalId)) refer(WIKIDATA, externalId);
  });
  notes.forEach(({ at, comments: said }, i) => {
    if (!at || said.length === 0) return;
    const id = `T${mentions.length + i + 1}`;
    lines.push(textBound(id, NOTE, text, at));
    for (const comment of said) lines.push(`#${++comments}\tAnnotatorNotes ${id}\t${oneLine(comment.text)}`);
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** A span must not run over the end of a line: one that does is given in several parts. */
function textBound(id: string, type: string, text: string, { start, end }: { start: number; end: number }): string {
  const parts: { start: number; end: number }[] = [];
  let at = start;
  for (const part of text.slice(start, end).split(/(\r?\n|\r)/)) {
    if (part !== '' && !/^[\r\n]/.test(part)) parts.push({ start: at, end: at + part.length });
    at += part.length;
  }
  const offsets = parts.map((part) => `${codePoints(text, part.start)} ${codePoints(text, part.end)}`).join(';');
  return `${id}\t${type} ${offsets}\t${parts.map((part) => text.slice(part.start, part.end)).join(' ')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What one or more annotation files say, and what of it could not be made out. */
export interface BratContent {
  entities: ExchangedEntity[];
  notes: ExchangedNote[];
  unplaced: (Unplaced & { path: string })[];
}

interface Bound {
  line: number;
  type: string;
  mention: ExchangedMention;
}

/** Reads annotation files; each belongs to the source of the same name. */
export function readBrat(files: TextFile[], sources: Sources): BratContent {
  const content: BratContent = { entities: [], notes: [], unplaced: [] };
  const collector = new EntityCollector();
  for (const { path, content: text } of files) {
    const source = sources.find(path.replace(/\.ann$/i, '.txt')) ?? sources.find(path.replace(/\.ann$/i, ''));
    const complain = (line: number, message: string) => content.unplaced.push({ path, line, message });
    if (!source) {
      complain(0, 'There is no source of this name.');
      continue;
    }
    const reader = new AnnReader(source, complain);
    for (const [line, each] of text.split(/\r?\n/).entries()) reader.line(each, line);
    reader.collect(collector);
    content.notes.push(...reader.collectNotes());
  }
  content.entities = collector.entities;
  return content;
}

/** Reads one annotation file, line by line; what refers to a span may stand before it. */
class AnnReader {
  readonly #bound = new Map<string, Bound>();
  readonly #kinds = new Map<string, MentionKind>();
  readonly #references = new Map<string, { key: string; name: string }>();
  /** The first of the spans that are said to be the same. */
  readonly #same = new Map<string, string>();
  readonly #notes: { line: number; id: string; text: string }[] = [];

  constructor(
    private readonly source: { path: string; text: string },
    private readonly complain: (line: number, message: string) => void,
  ) {}

  line(text: string, line: number): void {
    const [id = '', middle = '', ...rest] = text.split('\t');
    const [name = '', of = '', value = '', ...others] = middle.split(' ');
    const last = rest.join('\t');
    if (id.startsWith('T')) this.#readBound(id, name, middle, last, line);
    else if (/^[AM]/.test(id)) this.#kinds.set(of, KINDS[value] ?? 'name');
    else if (id.startsWith('N')) this.#refer(of, value, last);
    else if (id === '*') for (const each of [of, value, ...others]) this.#same.set(each, this.#same.get(of) ?? of);
    else if (id.startsWith('#')) this.#notes.push({ line, id: of, text: last.trim() });
    else if (text.trim() !== '' && !/^[ER]\d/.test(id)) this.complain(line, 'This is no line of the standoff format.');
  }

  #readBound(id: string, type: string, middle: string, words: string, line: number): void {
    const mention = readSpan(middle, words, this.source);
    if (typeof mention === 'string') this.complain(line, mention);
    else this.#bound.set(id, { line, type, mention });
  }

  /** Our own reference is the entity's id; one to another database has to do where there is none. */
  #refer(id: string, reference: string, name: string): void {
    if (!this.#references.has(id) || reference.startsWith(`${DATABASE}:`))
      this.#references.set(id, { key: reference, name });
  }

  collect(collector: EntityCollector): void {
    for (const [id, { line, type, mention }] of this.#bound) {
      if (type === NOTE) continue;
      const known = typeNamed(type);
      if (!known) this.complain(line, `The type ${type} is not known here; the type is left open.`);
      const one = this.#same.get(id) ?? id;
      const { key, name } = this.#references.get(id) ?? this.#references.get(one) ?? { key: '', name: '' };
      const kind = this.#kinds.get(id) ?? 'name';
      collector.add(key || `${this.source.path}#${one}`, [{ ...mention, kind }], {
        ...(name ? { name } : {}),
        ...(known ? { type: known } : {}),
      });
    }
  }

  collectNotes(): ExchangedNote[] {
    return this.#notes.flatMap(({ line, id, text }) => {
      const mention = this.#bound.get(id)?.mention;
      if (!mention) this.complain(line, 'The note is on nothing that has a place.');
      return mention && text !== '' ? [{ ...mention, text }] : [];
    });
  }
}

/** The span of a line, found again by its words where the text has changed. @returns why not, where it has no place */
function readSpan(
  middle: string,
  words: string,
  { path, text }: { path: string; text: string },
): ExchangedMention | string {
  const offsets = middle
    .slice(middle.indexOf(' ') + 1)
    .split(/[ ;]/)
    .map(Number);
  const [first = Number.NaN, ...others] = offsets;
  const last = others.at(-1) ?? Number.NaN;
  if (!offsets.every((each) => Number.isSafeInteger(each) && each >= 0) || first >= last)
    return 'The offsets are no offsets.';
  const [start, end] = [codeUnits(text, first), codeUnits(text, last)];
  const plain = (part: string) => part.replace(/\s+/g, '');
  // the parts of a span are joined by a blank, where the text has a line break or more
  if (start < end && (plain(text.slice(start, end)) === plain(words) || offsets.length > 2)) {
    return { path, start, end, kind: 'name' };
  }
  const found = findSpan(text, [
    { type: 'TextQuoteSelector', exact: words },
    { type: 'TextPositionSelector', start: first, end: last },
  ]);
  if (!found?.isSure) return `“${words}” has no sure place in ${path}.`;
  return { path, start: found.start, end: found.end, kind: 'name' };
}
