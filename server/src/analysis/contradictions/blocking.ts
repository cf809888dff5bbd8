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
 * @param items the claims
 * @param keysOf the keys of a claim, each once
 * @param kin the sources that tell the same story as one, itself included
 */
export function blockingKeys<T extends { index: number }>(
  items: T[],
  keysOf: (item: T) => string[],
  kin: (index: number) => readonly number[],
): (item: T) => Keys {
  const keys = new Map(items.map((item) => [item, keysOf(item)]));
  const crowded = crowdedKeys(keys);
  if (crowded.size === 0) {
    return (item) => {
      const own = keys.get(item) ?? [];
      return { kept: own, sought: own };
    };
  }
  return (item) => {
    const found: Keys = { kept: [], sought: [] };
    for (const key of keys.get(item) ?? []) {
      const number = crowded.get(key);
      if (number === undefined) {
        found.kept.push(key);
        found.sought.push(key);
      } else {
        found.kept.push(`${number}@${item.index}`);
        for (const source of kin(item.index)) found.sought.push(`${number}@${source}`);
      }
    }
    return found;
  };
}

/** The keys of too many sources, numbered. */
function crowdedKeys(keys: Map<{ index: number }, string[]>): Map<string, number> {
  const uses = new Map<string, { sources: number; last: number }>();
  for (const [item, own] of keys) {
    for (const key of own) {
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
