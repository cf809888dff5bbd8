/** Texts repeat their words and names: so many results are kept where nothing else is said. */
const MOST = 20_000;

/** A function that remembers what it makes of each text; past so many texts its memory starts anew. */
export function remembered<T>(make: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= most) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
