import { spellingsDiffer } from '../claims/name.ts';
import type { Item } from './items.ts';

/**
 * Whether a claim agrees with most of those that it may meet, so that it is enough to look which it does not agree with: something was done,
 * or a name is spelled in some way.
 */
export function isPlain({ claim: { kind, value } }: Item): boolean {
  return kind === 'name' || (value.type === 'stance' && value.stance === 'yes');
}

/** Whether two that meet, of which one is plain, can disagree. */
export function canDiffer({ claim: a }: Item, other: Item): boolean {
  const b = other.claim;
  if (a.kind === 'name')
    return a.value.type === 'words' && b.value.type === 'words' && spellingsDiffer(a.value, b.value);
  return !isPlain(other);
}
