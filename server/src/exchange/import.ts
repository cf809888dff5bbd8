import type { Entity, Span, Statement } from '../analysis/model.ts';
import { type Annotation, type Target, type targetsOf, timeOf } from '../annotations/annotation.ts';
import { newCorrection } from '../annotations/corrections.ts';
import type { AnnotationSet } from '../annotations/file.ts';
import { newNote } from '../annotations/notes.ts';
import { placeTargets, type Texts } from '../annotations/sources.ts';
import { verdictAnnotation, verdictOn } from '../annotations/verdicts.ts';
import type { Subject } from '../report/content.ts';
import { type ExchangedNote, readBrat, type TextFile } from './brat.ts';
import { readConll } from './conll.ts';
import { readCsv } from './csv.ts';
import { type ExchangedEntity, type ExchangedMention, type Sources, sourcesOf, type Unplaced } from './entities.ts';
import { type ExchangeFormat, formatOf } from './formats.ts';
import { readJsonld } from './jsonld.ts';
import { readSarif } from './sarif.ts';
import type { VerdictRow } from './verdictRow.ts';

/** The folder that takes what is imported. */
export interface Receiver {
  subject: Subject;
  annotations: AnnotationSet;
  texts: Texts;
  author: string | undefined;
  /** Says where a span is. @param path the engine's name of the source */
  targetOf(path: string, span: Span): Target;
}

/** What an import comes to. */
export interface Imported {
  /** New annotations, and new versions of some. */
  put: Annotation[];
  /** Ids of annotations that are taken back. */
  remove: string[];
  /** What could not be made out or placed, for people: `file:line: why`. */
  problems: string[];
  /** How many of `put` have no place in the sources; they are kept nonetheless. */
  unplaced: number;
}

/**
 * Reads what other programs, or other readers, made of the sources. What is there already is not taken again.
 *
 * @param files with paths by which the user knows them
 * @throws Error where a file is malformed as a whole, or of no known format; nothing is to be imported then
 */
export function readImport(files: TextFile[], receiver: Receiver, format?: ExchangeFormat): Imported {
  const imported: Imported = { put: [], remove: [], problems: [], unplaced: 0 };
  const sources = sourcesOf(receiver.subject.reading, receiver.subject.pathOf);
  const brat: TextFile[] = [];
  for (const file of files) {
    const of = format ?? formatOf(file.path);
    if (!of)
      throw new Error(`${file.path}: the ending tells no format; there are .jsonld, .ann, .conll, .csv and .sarif.`);
    if (of === 'brat') brat.push(file);
    else if (of === 'conll') {
      const { entities, unplaced } = readConll(file.content, file.path, sources);
      complain(imported, file.path, unplaced);
      takeEntities(entities, ['name'], receiver, imported);
    } else if (of === 'jsonld') takeAnnotations(file, receiver, imported);
    else {
      const { verdicts, unplaced } = of === 'csv' ? readCsv(file.content) : readLog(file);
      complain(imported, file.path, unplaced);
      takeVerdicts(file.path, verdicts, receiver, imported);
    }
  }
  if (brat.length > 0) takeBrat(brat, sources, receiver, imported);
  return imported;
}

function complain({ problems }: Imported, path: string, unplaced: Unplaced[]): void {
  problems.push(...unplaced.map(({ line, message }) => `${path}:${line + 1}: ${message}`));
}

function readLog(file: TextFile): ReturnType<typeof readSarif> {
  try {
    return readSarif(file.content);
  } catch (error) {
    throw new Error(`${file.path}: ${error instanceof Error ? error.message : error}`);
  }
}

function takeBrat(files: TextFile[], sources: Sources, receiver: Receiver, imported: Imported): void {
  const { entities, notes, unplaced } = readBrat(files, sources);
  for (const { path, ...each } of unplaced) complain(imported, path, [each]);
  takeEntities(entities, ['name', 'role', 'pronoun'], receiver, imported);
  const keys = keysOf(receiver);
  for (const note of notes) takeNote(note, keys.get(note.path) as string, receiver, imported);
}

/** Entities become corrections, but for those that are known just so. @param kinds the mentions that the format tells of */
function takeEntities(entities: ExchangedEntity[], kinds: string[], receiver: Receiver, imported: Imported): void {
  const { reading, pathOf } = receiver.subject;
  const placesOf = (mentions: ExchangedMention[]) =>
    mentions.map(({ path, start, end }) => `${start}-${end} ${path}`).sort();
  const known = new Set(
    reading.entities.map((entity) => signature(entity, placesOf(mentionsFor(entity, kinds, pathOf)))),
  );
  const keys = keysOf(receiver);
  for (const entity of entities) {
    if (known.has(signature(entity, placesOf(entity.mentions)))) continue;
    const target = entity.mentions.map(({ path, kind, ...span }): Target => {
      const at = receiver.targetOf(keys.get(path) as string, span);
      return kind === 'name' ? at : { ...at, 'crossread:mention': kind };
    });
    const stamp = stampOf(`urn:crossread:entity:${encodeURIComponent(entity.key)}`, receiver);
    put(newCorrection(stamp, 'entity', target, entity.name, entity.type), receiver, imported);
  }
}

function mentionsFor({ mentions }: Entity, kinds: string[], pathOf: (path: string) => string): ExchangedMention[] {
  return mentions.filter(({ kind }) => kinds.includes(kind)).map((each) => ({ ...each, path: pathOf(each.path) }));
}

function signature({ name, type }: { name?: string; type?: string }, places: string[]): string {
  return JSON.stringify([name, type, places]);
}

function keysOf({ subject: { reading, pathOf } }: Receiver): Map<string, string> {
  return new Map(reading.sources.map(({ path }) => [pathOf(path), path]));
}

function takeNote(
  { path, text, start, end }: ExchangedNote,
  key: string,
  receiver: Receiver,
  imported: Imported,
): void {
  const id = `urn:crossread:note:${encodeURIComponent(`${path}:${start}-${end}:${text}`)}`;
  const target = receiver.targetOf(key, { start, end });
  put(newNote(stampOf(id, receiver), target, text, []), receiver, imported);
}

function takeAnnotations({ path, content }: TextFile, receiver: Receiver, imported: Imported): void {
  const { annotations, problem } = readJsonld(content);
  if (problem) throw new Error(`${path}:${problem.line + 1}: ${problem.message}`);
  for (const annotation of annotations.values()) put(annotation, receiver, imported);
}

/** Takes an annotation unless it is known as new as this; its targets that have no place are told. */
function put(annotation: Annotation, { annotations, texts }: Receiver, imported: Imported): void {
  const known = annotations.get(annotation.id);
  if (known && (timeOf(known) >= timeOf(annotation) || sameContent(known, annotation))) return;
  imported.put.push(annotation);
  const lost = placeTargets(annotation, texts).filter(({ at }) => !at);
  if (lost.length > 0) imported.unplaced++;
  for (const { target } of lost)
    imported.problems.push(`no place for ${annotation.id}: ${target.source} ${quoteOf(target)}`.trim());
}

function sameContent(a: Annotation, b: Annotation): boolean {
  return JSON.stringify([a.body, a.target]) === JSON.stringify([b.body, b.target]);
}

function quoteOf({ selector }: ReturnType<typeof targetsOf>[number]): string {
  const quote = selector.find((each) => each.type === 'TextQuoteSelector');
  const words = quote?.type === 'TextQuoteSelector' ? quote.exact.replace(/\s+/g, ' ').slice(0, 80) : '';
  return words ? `“${words}”` : '';
}

function takeVerdicts(path: string, rows: VerdictRow[], receiver: Receiver, imported: Imported): void {
  const { subject, annotations, texts } = receiver;
  for (const { id, line, ...row } of rows) {
    const where = line === undefined ? path : `${path}:${line + 1}`;
    const contradiction = subject.reading.contradictions.find((each) => each.id === id);
    const { holds } = row;
    if (!contradiction) imported.problems.push(`${where}: There is no contradiction ${id} in these sources.`);
    else if (row.state === 'resolved' && !contradiction.positions.some(({ value }) => value === holds)) {
      imported.problems.push(`${where}: “${holds}” is no position of ${id}.`);
    } else {
      const before = verdictOn(contradiction, annotations.values(), texts);
      if (row.state === 'open') imported.remove.push(...(before ? [before.id] : []));
      else if (!isSame(row, contradiction.verdict)) {
        const { time, author = receiver.author, ...decision } = row;
        const stamp = { ...stampOf(`urn:uuid:${crypto.randomUUID()}`, receiver), ...(author ? { author } : {}) };
        const targetOf = (statement: Statement) => receiver.targetOf(statement.path, statement.focus);
        const verdict = verdictAnnotation(
          contradiction,
          decision,
          { ...stamp, now: time ?? stamp.now },
          targetOf,
          before,
        );
        imported.put.push(verdict);
      }
    }
  }
}

function isSame(
  row: Omit<VerdictRow, 'id' | 'line'>,
  verdict: (Omit<VerdictRow, 'id'> & { isOutdated: boolean }) | undefined,
): boolean {
  if (!verdict || verdict.isOutdated) return false;
  const plain = (each: Partial<VerdictRow>) =>
    [each.state, each.reason, each.holds, each.note].map((part) => part ?? '');
  return JSON.stringify(plain(row)) === JSON.stringify(plain(verdict));
}

function stampOf(id: string, { author }: Receiver) {
  return { id, now: new Date().toISOString(), ...(author ? { author } : {}) };
}
