/**
 * A table to be looked up by the words of sources: it holds its own entries only, where an object also has an entry for
 * "constructor" and others that the language gives to all.
 */
export function dictionary<T>(entries: Record<string, T> = {}): Record<string, T> {
  return Object.assign(Object.create(null), entries);
}
