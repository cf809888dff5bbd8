import { type ParseError, parse as parseJson } from 'jsonc-parser';
import { type Annotation, isAnnotation, isRecord, targetsOf, timeOf } from './annotation.ts';

/** Where the annotations of a workspace folder are kept, relative to it. */
export const ANNOTATION_FILE = '.crossread/annotations.jsonld';
/** Beside it: has Git take the lines of both branches, which is what a merge of two sets of annotations is. */
export const ATTRIBUTES_FILE = '.crossread/.gitattributes';
export const ATTRIBUTES =
  '# Each annotation is one line: a merge keeps those of both sides.\nannotations.jsonld merge=union\n';

export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  { crossread: 'https://github.com/crossread/crossread/blob/main/docs/annotations.md#' },
];
const HEAD = `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
/** Comes last and never changes, so that every annotation is a line that ends in a comma, whatever is added around it. */
const FOOT = '{"id":"annotations.jsonld","type":"Dataset","label":"Annotations of Crossread"}\n]}\n';

/** Says nothing of what stands there instead: the message is shown where links work, and the file is anybody's. */
const EXPECTED = 'Expected JSON, each annotation on a line that ends in a comma.';

/** The annotations by their id. */
export type AnnotationSet = ReadonlyMap<string, Annotation>;

export interface Problem {
  /** From 0. */
  line: number;
  message: string;
}

export interface ParsedFile {
  /** All, or where there is a problem those that can be read nonetheless. */
  annotations: Map<string, Annotation>;
  problem?: Problem;
}

/** What is known of an annotation's line in the file, so that saving one does not write the others anew. */
interface Line {
  text?: string;
  bytes?: Uint8Array;
  /** What the lines are sorted by. */
  key?: string;
}

const lines = new WeakMap<Annotation, Line>();

function lineOf(annotation: Annotation): Line {
  let line = lines.get(annotation);
  if (!line) {
    line = {};
    lines.set(annotation, line);
  }
  return line;
}

/** The file: one annotation a line, sorted by where in which source they stand, so that a change touches few lines. */
export function serialize(annotations: AnnotationSet): string {
  return [HEAD, ...sorted(annotations).map((each) => `${textOf(each)},`), FOOT].join('\n');
}

/** The same in UTF-8. What was written before is not encoded again, so that one of ten thousand is saved in no time. */
export function encode(annotations: AnnotationSet): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(`${HEAD}\n`), ...sorted(annotations).map(bytesOf), encoder.encode(FOOT)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function bytesOf(annotation: Annotation): Uint8Array {
  const line = lineOf(annotation);
  line.bytes ??= new TextEncoder().encode(`${textOf(annotation)},\n`);
  return line.bytes;
}

function textOf(annotation: Annotation): string {
  const line = lineOf(annotation);
  line.text ??= JSON.stringify(annotation);
  return line.text;
}

/** Reads the file, or any document of annotations: a graph, a page with its items, a list, or a single annotation. */
export function parse(text: string): ParsedFile {
  if (text.trim() === '') return { annotations: new Map() };
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const problem = { line: lineOfError(text), message: EXPECTED };
    return { annotations: collect(text.split('\n').map(readLine)), problem };
  }
  const nodes = nodesOf(document);
  const annotations = collect(nodes ?? []);
  if (!nodes) return { annotations, problem: { line: 0, message: 'There is no "@graph" with annotations in it.' } };
  const wrong = nodes.find((node) => isRecord(node) && node.type === 'Annotation' && !isAnnotation(node));
  if (wrong) return { annotations, problem: { line: findLine(text, wrong), message: 'An id or a target is missing.' } };
  rememberLines(text, nodes);
  return { annotations };
}

function collect(nodes: unknown[]): Map<string, Annotation> {
  const annotations = new Map<string, Annotation>();
  for (const node of nodes) if (isAnnotation(node)) keepLater(annotations, node);
  return annotations;
}

function rememberLines(text: string, nodes: unknown[]): void {
  if (!text.startsWith(HEAD)) return;
  const found = text.split('\n').slice(1, -2);
  if (found.length !== nodes.length) return;
  nodes.forEach((node, i) => {
    if (isAnnotation(node)) lineOf(node).text = (found[i] as string).replace(/,\r?$/, '');
  });
}

/** A merge by Git may leave two versions of one annotation. */
function keepLater(annotations: Map<string, Annotation>, annotation: Annotation): void {
  const known = annotations.get(annotation.id);
  if (!known || timeOf(known) <= timeOf(annotation)) annotations.set(annotation.id, annotation);
}

function nodesOf(document: unknown): unknown[] | undefined {
  if (Array.isArray(document)) return document;
  if (!isRecord(document)) return undefined;
  if (Array.isArray(document['@graph'])) return document['@graph'];
  if (Array.isArray(document.items)) return document.items;
  if (isRecord(document.first) && Array.isArray(document.first.items)) return document.first.items;
  return isAnnotation(document) ? [document] : undefined;
}

function sorted(annotations: AnnotationSet): Annotation[] {
  const keyed = [...annotations.values()].map((annotation) => ({ annotation, key: orderKey(annotation, annotations) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ annotation }) => annotation);
}

/** The same in the order in which the file has them. */
export function inOrder(annotations: AnnotationSet): Map<string, Annotation> {
  return new Map(sorted(annotations).map((each) => [each.id, each]));
}

/** Source, position, then time and id; a reply stands after what it replies to. */
function orderKey(annotation: Annotation, annotations: AnnotationSet): string {
  const own = `${annotation.created ?? ''} ${annotation.id}`;
  if (typeof annotation.target === 'string') {
    const parent = annotations.get(annotation.target);
    const isThread = parent && typeof parent.target !== 'string';
    return `${isThread ? orderKey(parent, annotations) : '~'} ${own}`;
  }
  const line = lineOf(annotation);
  if (line.key !== undefined) return line.key;
  const [first] = targetsOf(annotation);
  const position = first?.selector.find((each) => each.type === 'TextPositionSelector');
  const start = position?.type === 'TextPositionSelector' ? position.start : 0;
  line.key = `${first?.source ?? '~'} ${String(start).padStart(9, '0')} ${own}`;
  return line.key;
}

function findLine(text: string, node: unknown): number {
  const id = isRecord(node) && typeof node.id === 'string' && node.id ? JSON.stringify(node.id) : undefined;
  const line = JSON.stringify(node);
  const found = text.split('\n').findIndex((each) => (id ? each.includes(id) : each.replace(/,\s*$/, '') === line));
  return Math.max(found, 0);
}

/** The line where reading ended: of those that are one annotation each the first that is not, or what the parser says. */
function lineOfError(text: string): number {
  const all = text.split('\n');
  const conflict = all.findIndex((line) => /^(?:<{7}|={7}|>{7})(?: |$)/.test(line));
  if (conflict >= 0) return conflict;
  const isOurs = all[0]?.trim() === HEAD;
  const broken = isOurs
    ? all.findIndex((line, i) => i > 0 && !/^\s*(?:\]\}\s*)?$/.test(line) && !isComplete(line))
    : -1;
  if (broken >= 0) return broken;
  const errors: ParseError[] = [];
  parseJson(text, errors, { disallowComments: true });
  return text.slice(0, errors[0]?.offset).split('\n').length - 1;
}

/** Whether a line is an annotation and its comma, or the last line before the end. */
function isComplete(line: string): boolean {
  return readLine(line) !== undefined && (line.trimEnd().endsWith(',') || FOOT.startsWith(line.trim()));
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line.trim().replace(/,$/, ''));
  } catch {
    return undefined;
  }
}

/**
 * Brings together what three have: `base` is what was last read or written, `mine` what it has become here, `theirs` what
 * the file has now. What only one side changed or removed is taken from it; of two changes the later one, and a change
 * before a removal. They come {@link inOrder}.
 */
export function merge(base: AnnotationSet, mine: AnnotationSet, theirs: AnnotationSet): Map<string, Annotation> {
  const merged = new Map<string, Annotation>();
  for (const id of new Set([...theirs.keys(), ...mine.keys()])) {
    const chosen = choose(base.get(id), mine.get(id), theirs.get(id));
    if (chosen) merged.set(id, chosen);
  }
  return inOrder(merged);
}

function choose(base?: Annotation, mine?: Annotation, theirs?: Annotation): Annotation | undefined {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || !theirs) return mine;
  if (!mine) return theirs;
  return timeOf(mine) >= timeOf(theirs) ? mine : theirs;
}

/** Annotations are never changed in place, so most that are equal are the same object. */
function isSame(a?: Annotation, b?: Annotation): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
