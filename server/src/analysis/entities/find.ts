import type { LocalEntity, ReadText } from '../model.ts';
import { findSpans } from './spans.ts';
import { typeNames } from './typing.ts';
import { readVocabulary } from './vocabulary.ts';
import { groupNames } from './within.ts';

/** Finds the entities of one source with all their mentions, resolved inside the source. */
export function findEntities(read: ReadText): LocalEntity[] {
  const spans = findSpans(read, readVocabulary(read));
  return groupNames(spans, typeNames(spans));
}
