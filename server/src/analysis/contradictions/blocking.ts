/** A key that claims of more sources than this have would pair what has nothing to do with each other. */
const MOST_SOURCES = 12;

/** Under which keys a claim is kept, and under which the claims are that it may meet. */
export interface Keys {
  kept: string[];
  sought: string[];
}

/**
 * Makes blocking keys that stay small however large the folder is: under a key that many sources have ("killed", "Reuters", "Monday")
 * a claim meets only those of the sources that tell the same story.
 *
 * @param keysOf the keys of a claim, each once
 * @param kin the sources that tell the same story as one, itself included
 */
export function blockingKeys<T extends { index: number }>(
  items: T[],
  keysOf: (item: T) => string[],
  kin: (index: number) => readonly number[],
): (item: T) => Keys {
  const crowded = crowdedKeys(items, keysOf);
  if (crowded.size === 0) {
    return (item) => {
      const keys = keysOf(item);
      return { kept: keys, sought: keys };
    };
  }
  return (item) => {
    const keys: Keys = { kept: [], sought: [] };
    for (const key of keysOf(item)) {
      const number = crowded.get(key);
      if (number === undefined) {
        keys.kept.push(key);
        keys.sought.push(key);
      } else {
        keys.kept.push(`${number}@${item.index}`);
        for (const source of kin(item.index)) keys.sought.push(`${number}@${source}`);
      }
    }
    return keys;
  };
}

/** The keys of too many sources, numbered. */
function crowdedKeys<T extends { index: number }>(items: T[], keysOf: (item: T) => string[]): Map<string, number> {
  const uses = new Map<string, { sources: number; last: number }>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const use = uses.get(key);
      if (!use) uses.set(key, { sources: 1, last: item.index });
      else if (use.last !== item.index) {
        use.sources++;
        use.last = item.index;
      }
    }
  }
  const crowded = new Map<string, number>();
  for (const [key, { sources }] of uses) if (sources > MOST_SOURCES) crowded.set(key, crowded.size);
  return crowded;
}
