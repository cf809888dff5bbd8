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
  for (const file of files) {
    const source = sources.find(file.path.replace(/\.ann$/i, '.txt')) ?? sources.find(file.path.replace(/\.ann$/i, ''));
    if (!source) content.unplaced.push({ path: file.path, line: 0, message: 'There is no source of this name.' });
    else readFile(file, source, collector, content);
  }
  content.entities = collector.entities;
  return content;
}

function readFile(
  file: TextFile,
  source: { path: string; text: string },
  collector: EntityCollector,
  content: BratContent,
): void {
  const complain = (line: number, message: string) => content.unplaced.push({ path: file.path, line, message });
  const bound = new Map<string, Bound>();
  const references = new Map<string, { key: string; name: string }>();
  const same = new Map<string, string>();
  const notes: { line: number; id: string; text: string }[] = [];
  file.content.split(/\r?\n/).forEach((text, line) => {
    const [id = '', middle = '', ...rest] = text.split('\t');
    const words = middle.split(' ');
    const last = rest.join('\t');
    if (id.startsWith('T')) {
      const mention = readBound(middle, last, source);
      if (typeof mention === 'string') complain(line, mention);
      else bound.set(id, { line, type: words[0] ?? '', mention });
    } else if (id.startsWith('A') || id.startsWith('M')) {
      const kind = KINDS[words[2] ?? ''];
      const of = bound.get(words[1] ?? '');
      if (of && kind) of.mention.kind = kind;
    } else if (id.startsWith('N')) {
      const [database, ...key] = (words[2] ?? '').split(':');
      const known = references.get(words[1] ?? '');
      if (!known || database === DATABASE)
        references.set(words[1] ?? '', { key: `${database}:${key.join(':')}`, name: last });
    } else if (id === '*') {
      const first = words[1] ?? '';
      for (const each of words.slice(1)) same.set(each, same.get(first) ?? first);
    } else if (id.startsWith('#')) notes.push({ line, id: words[1] ?? '', text: last });
    else if (text.trim() !== '' && !/^[ER]\d/.test(id)) complain(line, 'This is no line of the standoff format.');
  });
  for (const [id, { line, type, mention }] of bound) {
    if (type === NOTE) continue;
    const known = typeNamed(type);
    if (!known) complain(line, `The type ${type} is not known here; the type is left open.`);
    const one = same.get(id) ?? id;
    const reference = references.get(id) ?? references.get(one);
    collector.add(reference?.key ?? `${source.path}#${one}`, [mention], {
      ...(reference?.name ? { name: reference.name } : {}),
      ...(known ? { type: known } : {}),
    });
  }
  for (const { line, id, text } of notes) {
    const mention = bound.get(id)?.mention;
    if (mention && text.trim() !== '') content.notes.push({ ...mention, kind: 'name', text: text.trim() });
    else if (!mention) complain(line, 'The note is on nothing that has a place.');
  }
}

/** The span of a line, found again by its words where the text has changed. @returns why not, where it has no place */
function readBound(
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
