import type { Range } from 'vscode-languageserver-protocol';
import type { EntityInSource } from '../messages.ts';

export interface GivenRole {
  role: string;
  by: { uri: string; name: string; range?: Range }[];
}

/** Each role with the sources that give it, whatever the case of its letters; what most sources say comes first. */
export function rolesBySource(sources: Pick<EntityInSource, 'uri' | 'name' | 'roles'>[]): GivenRole[] {
  const found = new Map<string, GivenRole>();
  for (const { uri, name, roles } of sources)
    for (const { text, range } of roles) {
      const key = text.toLowerCase();
      const given = found.get(key) ?? { role: text, by: [] };
      found.set(key, given);
      if (!given.by.some((each) => each.uri === uri)) given.by.push({ uri, name, ...(range && { range }) });
    }
  return [...found.values()].sort((a, b) => b.by.length - a.by.length);
}
