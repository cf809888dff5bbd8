import type { EntityItem, MentionItem, Overview, SourceItem } from '../../../server/src/protocol.ts';
import type { TreeNode } from './node.ts';
import { count, excerpt, fileName, sourceNames } from './text.ts';

type EntityType = EntityItem['type'];

export const types: Record<EntityType, { label: string; icon: string }> = {
  person: { label: 'People', icon: 'person' },
  organization: { label: 'Organizations', icon: 'organization' },
  place: { label: 'Places', icon: 'location' },
  event: { label: 'Events', icon: 'milestone' },
  norp: { label: 'Nationalities and groups', icon: 'globe' },
  product: { label: 'Products', icon: 'package' },
  work: { label: 'Works', icon: 'book' },
  date: { label: 'Dates', icon: 'calendar' },
};

/** Asks for all mentions of an entity, by source in path order. */
export type FetchMentions = (id: string) => Promise<MentionItem[]>;

/** The Entities tree: type → entity → source → mention; mentions are fetched when an entity is opened. */
export function entityTree({ entities, sources }: Overview, filter: string, fetch: FetchMentions): TreeNode[] {
  const wanted = entities.filter(nameFilter(filter)).sort(byWeight);
  return (Object.keys(types) as EntityType[]).flatMap((type) => {
    const items = wanted.filter((e) => e.type === type);
    if (items.length === 0) return [];
    const { label, icon } = types[type];
    return {
      id: type,
      kind: 'group' as const,
      label,
      description: String(items.length),
      spoken: `${label}, ${items.length}`,
      icon: { id: icon },
      expanded: type === 'person' || filter !== '',
      children: items.map((item) => entity(item, icon, async () => mentionTree(item, await fetch(item.id), sources))),
    };
  });
}

function entity(item: EntityItem, icon: string, children: () => Promise<TreeNode[]>): TreeNode {
  const counts = `${count(item.mentions, 'mention')} in ${count(item.sources, 'source')}`;
  const others = item.aliases.filter((alias) => alias !== item.name);
  const tooltip = [item.name, others.length > 0 && `Also: ${others.join(', ')}`, item.roles.join(', '), counts];
  return {
    id: `entity/${item.id}`,
    kind: 'entity',
    of: item.id,
    label: item.name,
    description: [count(item.sources, 'source'), item.roles[0]].filter(Boolean).join(' · '),
    tooltip: tooltip.filter(Boolean).join('\n'),
    spoken: `${item.name}, ${counts}`,
    icon: { id: icon },
    children,
  };
}

/** The rows below one entity: source → mention. */
export function mentionTree({ id, name }: EntityItem, mentions: MentionItem[], sources: SourceItem[]): TreeNode[] {
  const names = sourceNames(sources);
  const bySource = new Map<string, MentionItem[]>();
  for (const mention of mentions) bySource.set(mention.uri, [...(bySource.get(mention.uri) ?? []), mention]);
  return [...bySource].map(([uri, items]) => {
    const source = names.get(uri) ?? fileName(uri);
    const first = items[0];
    return {
      id: `entity/${id}/${uri}`,
      kind: 'mentions',
      of: id,
      label: source,
      description: String(items.length),
      tooltip: `${source}\n${fileName(uri)}`,
      spoken: `${source}, ${count(items.length, 'mention')} of ${name}`,
      icon: { id: 'file' },
      place: first && { uri, range: first.range },
      expanded: true,
      children: items.map((item) => mention(item, id)),
    };
  });
}

/** The mentions by name, one entry for each source and the words used in it. */
export function mentionGroups(
  mentions: MentionItem[],
  sources: SourceItem[],
): { label: string; description: string; first: MentionItem }[] {
  const names = sourceNames(sources);
  const groups = new Map<string, MentionItem[]>();
  for (const mention of mentions.filter(({ kind }) => kind === 'name')) {
    const key = `${mention.uri} ${mention.context.slice(...mention.highlight)}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const source = names.get(first.uri) ?? fileName(first.uri);
    const label = first.context.slice(...first.highlight);
    return { label, description: `${source} · ${count(others.length + 1, 'mention')}`, first };
  });
}

function mention({ uri, range, context, highlight, kind, evidence }: MentionItem, of: string): TreeNode {
  const { line, character } = range.start;
  const label = excerpt(context, ...highlight);
  return {
    id: `entity/${of}/${uri}#${line},${character}`,
    kind: 'mention',
    of,
    label: label.text,
    highlight: label.highlight,
    description: kind === 'name' ? `line ${line + 1}` : `${kind}, line ${line + 1}`,
    tooltip: `${context}\n\nLine ${line + 1}: ${evidence}`,
    spoken: `Line ${line + 1}: ${context}`,
    place: { uri, range },
  };
}

/** Whether an entity has a name or alias that contains the words, whatever their case and accents. */
export function nameFilter(words: string): (entity: EntityItem) => boolean {
  const wanted = fold(words).trim();
  return ({ name, aliases }) => wanted === '' || [name, ...aliases].some((each) => fold(each).includes(wanted));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function byWeight(a: EntityItem, b: EntityItem): number {
  return b.sources - a.sources || b.mentions - a.mentions || a.name.localeCompare(b.name, 'en');
}
