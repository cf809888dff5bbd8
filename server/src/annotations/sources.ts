import { type Anchored, findSpan } from './anchor.ts';
import { type Annotation, type Target, targetsOf } from './annotation.ts';

/** The texts that the annotations of a folder are about. */
export interface Texts {
  /** What the engine calls a source, by its address in a target. */
  keyOf(address: string): string | undefined;
  /** The text of a source by the engine's name for it; undefined for what is not read. */
  textOf(key: string): string | undefined;
}

/** A target with where it is now. */
export interface PlacedTarget {
  target: Target;
  /** The engine's name of the source. */
  path: string;
  /** Undefined where the place cannot be found any more. */
  at: Anchored | undefined;
}

const known = new WeakMap<Target[], { texts: (string | undefined)[]; placed: PlacedTarget[] }>();

/** Where the targets of an annotation are now; worked out again only when a text has changed. */
export function placeTargets(annotation: Annotation, { keyOf, textOf }: Texts): PlacedTarget[] {
  const targets = targetsOf(annotation);
  const paths = targets.map(({ source }) => keyOf(source));
  const texts = paths.map((path) => (path === undefined ? undefined : textOf(path)));
  const key = annotation.target;
  const before = typeof key === 'object' ? known.get(key) : undefined;
  if (before?.texts.every((text, i) => text === texts[i])) return before.placed;
  const placed = targets.map((target, i) => {
    const text = texts[i];
    return {
      target,
      path: paths[i] ?? target.source,
      at: text === undefined ? undefined : findSpan(text, target.selector),
    };
  });
  if (typeof key === 'object') known.set(key, { texts, placed });
  return placed;
}
