import type { Claim } from '../claims/claim.ts';
import { spellingsDiffer } from '../claims/name.ts';
import type { Item } from './items.ts';

/**
 * Whether a claim agrees with most of those that it may meet, so that it is enough to look which it does not agree with: something was done,
 * or a name is spelled in some way.
 */
export function isPlain({ kind, value }: Claim): boolean {
  return kind === 'name' || (value.type === 'stance' && value.stance === 'yes');
}

/** Whether two that meet, of which one is plain, can disagree. */
export function canDiffer({ spelling }: Item, other: Item): boolean {
  if (spelling) return other.spelling !== undefined && spellingsDiffer(spelling, other.spelling);
  return !other.isPlain;
}
