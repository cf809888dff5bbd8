import type { Anchored } from './anchor.ts';
import {
  type Annotation,
  authorOf,
  newAnnotation,
  type Stamp,
  type Target,
  textOf,
  textsOf,
  textualBody,
  timeOf,
} from './annotation.ts';
import { placeTargets, type Texts } from './sources.ts';

/** A note, a highlight or a mark with tags, and what was answered to it. */
export interface Thread {
  id: string;
  /** The engine's name of the source. */
  path: string;
  /** Undefined where the place cannot be found any more. */
  at: Anchored | undefined;
  /** The words that it was put on. */
  quote: string;
  tags: string[];
  isResolved: boolean;
  /** In order of time; none for a highlight. */
  comments: Comment[];
}

export interface Comment {
  /** Of its annotation. */
  id: string;
  text: string;
  author?: string;
  /** UTC, ISO 8601. */
  time: string;
}

const NOTES = new Set(['commenting', 'highlighting', 'tagging']);

export function isNote({ motivation, target }: Annotation): boolean {
  return NOTES.has(motivation) && typeof target !== 'string';
}

/** The threads of a folder, also those whose place is gone. */
export function threadsIn(annotations: ReadonlyMap<string, Annotation>, texts: Texts): Thread[] {
  const replies = repliesByThread(annotations);
  return [...annotations.values()].filter(isNote).flatMap((annotation) => {
    const [place] = placeTargets(annotation, texts);
    if (!place) return [];
    const quote = place.target.selector.find((each) => each.type === 'TextQuoteSelector');
    return {
      id: annotation.id,
      path: place.path,
      at: place.at,
      quote: quote?.type === 'TextQuoteSelector' ? quote.exact : '',
      tags: textsOf(annotation, 'tagging'),
      isResolved: annotation['crossread:resolved'] === true,
      comments: [annotation, ...(replies.get(annotation.id) ?? [])].flatMap(toComment),
    };
  });
}

/** Replies by the first annotation of their thread; an answer to an answer belongs to the thread as well. */
function repliesByThread(annotations: ReadonlyMap<string, Annotation>): Map<string, Annotation[]> {
  const threads = new Map<string, Annotation[]>();
  for (const annotation of annotations.values()) {
    const first = firstOf(annotation, annotations);
    if (first && first !== annotation.id) threads.set(first, [...(threads.get(first) ?? []), annotation]);
  }
  for (const replies of threads.values()) replies.sort((a, b) => (a.created < b.created ? -1 : 1));
  return threads;
}

function firstOf(annotation: Annotation, annotations: ReadonlyMap<string, Annotation>): string | undefined {
  let at: Annotation | undefined = annotation;
  for (let steps = 0; at && typeof at.target === 'string' && steps < 100; steps++) at = annotations.get(at.target);
  return at && typeof at.target !== 'string' ? at.id : undefined;
}

/** An annotation and all that is answered to it. */
export function withReplies(id: string, annotations: ReadonlyMap<string, Annotation>): string[] {
  return [id, ...(repliesByThread(annotations).get(id) ?? []).map((reply) => reply.id)];
}

function toComment(annotation: Annotation): Comment[] {
  const { motivation } = annotation;
  const text = textOf(annotation, motivation === 'replying' ? 'replying' : 'commenting');
  if (text === undefined) return [];
  const author = authorOf(annotation);
  return [{ id: annotation.id, text, ...(author ? { author } : {}), time: timeOf(annotation) }];
}

/** A note; without text a mark with tags, and without these a highlight. */
export function newNote(stamp: Stamp, target: Target, text: string, tags: string[]): Annotation {
  const body = [...(text ? [textualBody(text, 'commenting')] : []), ...tags.map((tag) => textualBody(tag, 'tagging'))];
  const motivation = text ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting';
  return newAnnotation(stamp, { motivation, ...(body.length > 0 ? { body } : {}), target: [target] });
}

export function newReply(stamp: Stamp, to: Annotation, text: string): Annotation {
  return newAnnotation(stamp, { motivation: 'replying', body: [textualBody(text, 'replying')], target: to.id });
}

/** The annotation with another text. */
export function withText(annotation: Annotation, text: string, now: string): Annotation {
  const isReply = annotation.motivation === 'replying';
  const purpose = isReply ? 'replying' : 'commenting';
  const tags = textsOf(annotation, 'tagging').map((tag) => textualBody(tag, 'tagging'));
  return { ...annotation, motivation: purpose, body: [textualBody(text, purpose), ...tags], modified: now };
}

/** The annotation with other tags. */
export function withTags(annotation: Annotation, tags: string[], now: string): Annotation {
  const text = textOf(annotation, 'commenting');
  const body = [
    ...(text === undefined ? [] : [textualBody(text, 'commenting')]),
    ...tags.map((tag) => textualBody(tag, 'tagging')),
  ];
  const { body: _, ...rest } = annotation;
  const motivation = text !== undefined ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting';
  return { ...rest, motivation, ...(body.length > 0 ? { body } : {}), modified: now };
}

export function withResolution(annotation: Annotation, isResolved: boolean, now: string): Annotation {
  const { 'crossread:resolved': _, ...rest } = annotation;
  return { ...rest, modified: now, ...(isResolved ? { 'crossread:resolved': true } : {}) };
}
