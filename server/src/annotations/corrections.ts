import { type Correction, ENTITY_CORRECTIONS, type EntityCorrection } from '../analysis/entities/correct.ts';
import { ENTITY_TYPES, type EntityType, type MentionKind } from '../analysis/model.ts';
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

/**
 * @param value the type, name or value that is right
 * @param type of `entity`: what the places name
 */
export function newCorrection(
  stamp: Stamp,
  correction: EntityCorrection | StatementCorrection,
  target: Target[],
  value?: string,
  type?: EntityType,
): Annotation {
  const isOfEntity = ENTITY_CORRECTIONS.some((known) => known === correction);
  const body = [
    ...(value === undefined ? [] : [textualBody(value, 'identifying')]),
    ...(type === undefined ? [] : [textualBody(type, 'classifying')]),
  ];
  return newAnnotation(stamp, {
    motivation: isOfEntity ? 'identifying' : 'editing',
    ...(body.length > 0 ? { body } : {}),
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
      const type = typeIn(annotation);
      return {
        says: annotation['crossread:correction'] as EntityCorrection,
        places: placeTargets(annotation, texts).flatMap(({ target, path, at }) =>
          at ? [{ path, start: at.start, end: at.end, ...kindOf(target) }] : [],
        ),
        ...(value === undefined ? {} : { value }),
        ...(type === undefined ? {} : { type }),
        by: correctorOf(annotation, reader),
      };
    });
}

function typeIn(annotation: Annotation): EntityType | undefined {
  const given = textOf(annotation, 'classifying');
  return ENTITY_TYPES.find((known) => known === given);
}

function kindOf({ 'crossread:mention': kind }: Target): { kind?: MentionKind } {
  return kind === 'role' || kind === 'pronoun' ? { kind } : {};
}
