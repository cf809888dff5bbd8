/** Source text as the features show it. */
export { count, excerpt, harmless, shorten } from '../report/text.ts';

/** "a", "a and b", "a, b and c". */
export function list(items: string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
