import type { Location } from 'vscode-languageserver';
import type { Reading } from '../workspace/reading.ts';
import { toLocation } from './convert.ts';
import { fullestMention } from './definition.ts';

/**
 * All mentions of the entity that is named at an offset, in all sources.
 *
 * @param includeDeclaration whether the fullest mention, which is where "go to definition" leads, is among them
 */
export function references(reading: Reading, path: string, offset: number, includeDeclaration: boolean): Location[] {
  const named = reading.mentionAt(path, offset);
  if (!named) return [];
  const declaration = fullestMention(named.entity);
  return named.entity.mentions
    .filter((mention) => includeDeclaration || mention !== declaration)
    .map((mention) => toLocation(reading, mention.path, mention));
}
