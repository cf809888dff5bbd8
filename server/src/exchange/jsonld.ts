import { type Annotation, sourceAddress, sourcePath, type Target, targetsOf } from '../annotations/annotation.ts';
import { type AnnotationSet, type ParsedFile, parse, serialize } from '../annotations/file.ts';

/** The annotations in the W3C Web Annotation Data Model, with sources named relative to their folder rather than to its file. */
export function jsonldText(annotations: AnnotationSet): string {
  return serialize(new Map([...annotations].map(([id, each]) => [id, withSources(each, outwards)])));
}

/** Reads a graph, a page, a collection, a list or a single annotation. What is a plain path counts from the folder. */
export function readJsonld(content: string): ParsedFile {
  const { annotations, ...rest } = parse(content);
  return { ...rest, annotations: new Map([...annotations].map(([id, each]) => [id, withSources(each, inwards)])) };
}

function outwards(address: string): string {
  const path = sourcePath(address);
  return path === undefined ? address : path.split('/').map(encodeURIComponent).join('/');
}

function inwards(address: string): string {
  if (sourcePath(address) !== undefined || /^[a-z][a-z0-9+.-]*:|^\.\.?\/|^\//i.test(address)) return address;
  try {
    return sourceAddress(decodeURIComponent(address));
  } catch {
    return sourceAddress(address);
  }
}

function withSources(annotation: Annotation, to: (address: string) => string): Annotation {
  if (targetsOf(annotation).length === 0 || typeof annotation.target === 'string') return annotation;
  const given = annotation.target as unknown;
  const change = (target: Target): Target =>
    typeof target === 'object' && typeof target?.source === 'string'
      ? { ...target, source: to(target.source) }
      : target;
  return { ...annotation, target: (Array.isArray(given) ? given : [given]).map(change) };
}
