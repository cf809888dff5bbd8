/**
 * Annotations as the W3C Web Annotation Data Model has them (www.w3.org/TR/annotation-model), as plain JSON-LD objects.
 * They are kept as they were read, with all that other programs wrote into them; what Crossread makes of them is read out
 * by functions (verdicts.ts, notes.ts, corrections.ts). Terms of our own have the prefix `crossread:`.
 */

/** What Crossread writes; other programs may use the rest of the vocabulary. */
export type Motivation =
  | 'assessing'
  | 'commenting'
  | 'editing'
  | 'highlighting'
  | 'identifying'
  | 'replying'
  | 'tagging'
  | (string & {});

export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** Counts Unicode code points (section 4.2.5 of the model), not UTF-16 code units as the rest of Crossread does. */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector;

/** A span of a source. */
export interface Target {
  type?: 'SpecificResource';
  /** The address of the source, relative to the annotation file: `../a.txt`. */
  source: string;
  selector: Selector[];
  /** For verdicts: the value of the position that the statement gives. */
  'crossread:position'?: string;
  /** For the correction `entity`: `role` or `pronoun`; a name where it is absent. */
  'crossread:mention'?: string;
}

export interface Body {
  type: 'TextualBody';
  value: string;
  purpose?: Motivation;
  format?: string;
}

export interface Agent {
  type: 'Person';
  name: string;
}

export interface Annotation {
  id: string;
  type: 'Annotation';
  motivation: Motivation;
  creator?: Agent;
  /** UTC, ISO 8601 with `Z`. */
  created: string;
  modified?: string;
  body?: Body[];
  /** The span or spans, or the id of the annotation that is replied to. */
  target: string | Target[];
  /** The thread that it begins is closed. */
  'crossread:resolved'?: true;
  /** For verdicts: the kind of the contradiction. */
  'crossread:kind'?: string;
  /** For verdicts: the question, for people who read the file. */
  'crossread:question'?: string;
  /** For corrections: what is corrected. */
  'crossread:correction'?: string;
}

/** What every new annotation gets from around it: nothing here reads a clock or a random source. */
export interface Stamp {
  id: string;
  /** UTC, ISO 8601 with `Z`. */
  now: string;
  author?: string;
}

export function newAnnotation(stamp: Stamp, content: Omit<Annotation, 'id' | 'type' | 'created'>): Annotation {
  const { motivation, ...rest } = content;
  return {
    id: stamp.id,
    type: 'Annotation',
    motivation,
    ...(stamp.author ? { creator: { type: 'Person', name: stamp.author } } : {}),
    created: stamp.now,
    ...rest,
  };
}

/** When it was last written; the later of two versions of an annotation holds. */
export function timeOf({ created, modified }: Annotation): string {
  return modified ?? created ?? '';
}

/** The spans that it is about; none for a reply. Other programs may write one target or selector without a list. */
export function targetsOf({ target }: Annotation): Target[] {
  // as Crossread writes them, which is almost always so, they are not copied
  if (Array.isArray(target) && target.every(isTarget)) return target;
  return listOf<unknown>(target).flatMap((each) => {
    if (!isRecord(each) || typeof each.source !== 'string') return [];
    const selector = listOf<unknown>(each.selector).filter(isSelector);
    return selector.length > 0 ? [{ ...each, source: each.source, selector }] : [];
  });
}

function isTarget(value: unknown): value is Target {
  if (!isRecord(value) || typeof value.source !== 'string' || !Array.isArray(value.selector)) return false;
  return value.selector.length > 0 && value.selector.every(isSelector);
}

/** The first text of the body that has a purpose; a body without one has that of its annotation (section 3.2.4). */
export function textOf(annotation: Annotation, purpose: Motivation): string | undefined {
  return textsOf(annotation, purpose)[0];
}

export function textsOf({ body, motivation }: Annotation, purpose: Motivation): string[] {
  return listOf<unknown>(body).flatMap((each) => {
    if (typeof each === 'string') return [];
    if (!isRecord(each) || typeof each.value !== 'string') return [];
    return (each.purpose ?? motivation) === purpose ? [each.value] : [];
  });
}

export function authorOf({ creator }: Annotation): string | undefined {
  const [first] = listOf<unknown>(creator);
  return isRecord(first) && typeof first.name === 'string' ? first.name : undefined;
}

export function isAnnotation(value: unknown): value is Annotation {
  if (!isRecord(value) || typeof value.id !== 'string' || value.id === '') return false;
  return (
    listOf(value.type).includes('Annotation') && (typeof value.target === 'object' || typeof value.target === 'string')
  );
}

function isSelector(value: unknown): value is Selector {
  if (!isRecord(value)) return false;
  if (value.type === 'TextQuoteSelector') {
    return typeof value.exact === 'string' && isTextOrAbsent(value.prefix) && isTextOrAbsent(value.suffix);
  }
  return value.type === 'TextPositionSelector' && isOffset(value.start) && isOffset(value.end);
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isOffset(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf<T>(value: T | T[] | undefined | null): T[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function textualBody(value: string, purpose: Motivation): Body {
  return { type: 'TextualBody', value, purpose, format: 'text/plain' };
}

const PARENT = '../';

/** The source of a target as an address relative to the annotation file, which lies one folder below the workspace's. */
export function sourceAddress(path: string): string {
  return PARENT + path.split('/').map(encodeURIComponent).join('/');
}

/** The path of a source in the workspace folder; undefined for an address that lies elsewhere. */
export function sourcePath(address: string): string | undefined {
  if (!address.startsWith(PARENT)) return undefined;
  try {
    const parts = address.slice(PARENT.length).split('/').map(decodeURIComponent);
    return parts.some((part) => /^\.{0,2}$|[/\\]/.test(part)) ? undefined : parts.join('/');
  } catch {
    return undefined;
  }
}
