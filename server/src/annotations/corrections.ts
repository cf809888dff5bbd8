import { type Correction, ENTITY_CORRECTIONS, type EntityCorrection } from '../analysis/entities/correct.ts';
import {
  type Annotation,
  authorOf,
  newAnnotation,
  type Stamp,
  type Target,
  textOf,
  textualBody,
  timeOf,
} from './annotation.ts';
import { placeTargets, type Texts } from './sources.ts';

/** What a reader can say of statements. */
export const STATEMENT_CORRECTIONS = ['value', 'unrelated'] as const;
export type StatementCorrection = (typeof STATEMENT_CORRECTIONS)[number];

/** @param value the type, name or value that is right */
export function newCorrection(
  stamp: Stamp,
  correction: EntityCorrection | StatementCorrection,
  target: Target[],
  value?: string,
): Annotation {
  const isOfEntity = ENTITY_CORRECTIONS.some((known) => known === correction);
  return newAnnotation(stamp, {
    motivation: isOfEntity ? 'identifying' : 'editing',
    ...(value === undefined ? {} : { body: [textualBody(value, 'identifying')] }),
    target,
    'crossread:correction': correction,
  });
}

export function isCorrection(annotation: Annotation): boolean {
  return annotation['crossread:correction'] !== undefined;
}

export function isEntityCorrection(annotation: Annotation): boolean {
  return ENTITY_CORRECTIONS.some((known) => known === annotation['crossread:correction']);
}

/** Who corrected something, as the reader is told. */
export function correctorOf(annotation: Annotation, reader: string | undefined): string {
  const author = authorOf(annotation);
  return author === undefined || author === reader ? 'you' : author;
}

/**
 * What readers say of who is who, for the engine, the earlier first.
 *
 * @param reader who is told of his own corrections as "you"
 */
export function entityCorrections(
  annotations: Iterable<Annotation>,
  texts: Texts,
  reader: string | undefined,
): Correction[] {
  return [...annotations]
    .filter(isEntityCorrection)
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
    .map((annotation) => {
      const value = textOf(annotation, 'identifying');
      return {
        says: annotation['crossread:correction'] as EntityCorrection,
        places: placeTargets(annotation, texts).flatMap(({ path, at }) =>
          at ? [{ path, start: at.start, end: at.end }] : [],
        ),
        ...(value === undefined ? {} : { value }),
        by: correctorOf(annotation, reader),
      };
    });
}
