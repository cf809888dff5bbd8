import type { LocalEntity, Mention } from '../model.ts';
import { isGivenName } from './gazetteer.ts';
import { NAME_SUFFIXES } from './lexicon.ts';
import type { NameSpan } from './names.ts';

/** Groups the mentions of one source by what they name: full names first, then the short forms that point to them. */
export function groupNames(spans: NameSpan[]): LocalEntity[] {
  const groups = new Map<string, NameSpan[]>();
  for (const span of spans) {
    const key = `${span.type}:${span.key}`;
    const same = groups.get(key);
    if (same) same.push(span);
    else groups.set(key, [span]);
  }
  const entities: Group[] = [];
  const byLength = [...groups.values()].sort(
    ([a], [b]) => words(b?.key).length - words(a?.key).length || b?.key.length - a?.key.length,
  );
  for (const mentions of byLength) {
    const typed = mentions[0] as NameSpan;
    const { key } = typed;
    const target = entities.filter((entity) => isShortFor(key, typed, entity));
    if (target.length === 1) join(target[0] as Group, key, mentions);
    else entities.push(newGroup(key, mentions, typed));
  }
  return entities
    .map(({ entity }) => finish(entity))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

interface Group {
  key: string;
  entity: LocalEntity;
}

function words(key: string): string[] {
  return key.split(' ').filter((word) => !NAME_SUFFIXES.has(word));
}

function newGroup(key: string, spans: NameSpan[], typed: NameSpan): Group {
  const name = (spans[0] as NameSpan).text;
  const entity: LocalEntity = {
    name,
    type: typed.type,
    typeConfidence: typed.confidence,
    aliases: [],
    roles: [],
    mentions: [],
  };
  const group = { key, entity };
  join(group, key, spans);
  return group;
}

function join(group: Group, key: string, spans: NameSpan[]): void {
  for (const span of spans) {
    group.entity.mentions.push({ start: span.start, end: span.end, kind: 'name', evidence: evidenceOf(group, key) });
    if (!group.entity.aliases.includes(span.text)) group.entity.aliases.push(span.text);
    if (span.role && !group.entity.roles.includes(span.role)) group.entity.roles.push(span.role);
  }
}

function evidenceOf(group: Group, key: string): string {
  if (key === group.key) return 'exact name';
  const own = words(group.key);
  if (group.entity.type !== 'person') return `short for ${group.entity.name}`;
  return `${key === own[0] ? 'first name' : 'surname'} of ${group.entity.name}`;
}

/** Whether a name is a shorter form of a group's: surname, given name, name without its legal form, acronym. */
function isShortFor(key: string, typed: NameSpan, { key: full, entity }: Group): boolean {
  if (key === full) return false;
  const short = words(key);
  const long = words(full);
  if (short.length >= long.length && !isAcronym(key, long)) return false;
  if (entity.type === 'person') {
    if (typed.type !== 'person' && typed.confidence > 0.9) return false;
    if (short.length === 1 && short[0] === long[0]) return isGivenName(key);
    return (
      long.slice(-short.length).join(' ') === short.join(' ') || (short[0] === long[0] && short.at(-1) === long.at(-1))
    );
  }
  if (entity.type === 'organization') {
    if (isAcronym(key, long)) return true;
    return typed.type === 'organization' && long.slice(0, short.length).join(' ') === short.join(' ');
  }
  return false;
}

function isAcronym(key: string, long: string[]): boolean {
  if (long.length < 2 || !/^[a-z.]{2,8}$/.test(key)) return false;
  const letters = key.replaceAll('.', '');
  const initials = long
    .filter((word) => !['of', 'the', 'and', 'for', 'in', '&'].includes(word))
    .map((word) => word[0])
    .join('');
  return initials === letters || long.map((word) => word[0]).join('') === letters;
}

function finish(entity: LocalEntity): LocalEntity {
  entity.mentions.sort((a: Mention, b: Mention) => a.start - b.start);
  return entity;
}
