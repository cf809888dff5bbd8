import type { LocalEntity, ReadText, SourceInfo } from '../model.ts';
import type { Claim } from './claim.ts';

/** Finds the comparable claims of one source. */
export function extractClaims(_read: ReadText, _entities: LocalEntity[], _info: SourceInfo): Claim[] {
  return [];
}
