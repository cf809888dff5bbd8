import { t } from '@vscode/l10n';
import type { EntityItem, MentionItem, Overview, SourceItem } from '../../../server/src/protocol.ts';
import type { TreeNode } from './node.ts';
import { excerpt, fileName, sourceNames } from './text.ts';
import { counted } from './words.ts';

type EntityType = EntityItem['type'];

export const types = (): Record<EntityType, { label: string; icon: string }> => ({
  person: { label: t('People'), icon: 'person' },
  organization: { label: t('Organizations'), icon: 'organization' },
  place: { label: t('Places'), icon: 'location' },
  event: { label: t('Events'), icon: 'milestone' },
  norp: { label: t('Nationalities and groups'), icon: 'globe' },
  product: { label: t('Products'), icon: 'package' },
  work: { label: t('Works'), icon: 'book' },
  date: { label: t('Dates'), icon: 'calendar' },
});

/** Asks for all mentions of an entity, by source in path order. */
export type FetchMentions = (id: string) => Promise<MentionItem[]>;

/** The Entities tree: type → entity → source → mention; mentions are fetched when an entity is opened. */
export function entityTree({ entities, sources }: Overview, filter: string, fetch: FetchMentions): TreeNode[] {
  const wanted = entities.filter(nameFilter(filter)).sort(byWeight);
  const labels = types();
  return (Object.keys(labels) as EntityType[]).flatMap((type) => {
    const items = wanted.filter((e) => e.type === type);
    if (items.length === 0) return [];
    const { label, icon } = labels[type];
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
  const counts = t('{0} in {1}', counted.mentions(item.mentions), counted.sources(item.sources));
  const others = item.aliases.filter((alias) => alias !== item.name);
  const tooltip = [item.name, others.length > 0 && t('Also: {0}', others.join(', ')), item.roles.join(', '), counts];
  return {
    id: `entity/${item.id}`,
    kind: 'entity',
    of: item.id,
    label: item.name,
    description: [counted.sources(item.sources), item.roles[0]].filter(Boolean).join(' · '),
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
      spoken: t('{0}, {1} of {2}', source, counted.mentions(items.length), name),
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
    return { label, description: `${source} · ${counted.mentions(others.length + 1)}`, first };
  });
}

function mention({ uri, range, context, highlight, kind, evidence }: MentionItem, of: string): TreeNode {
  const { line, character } = range.start;
  const label = excerpt(context, ...highlight);
  const place = t('line {0}', line + 1);
  return {
    id: `entity/${of}/${uri}#${line},${character}`,
    kind: 'mention',
    of,
    label: label.text,
    highlight: label.highlight,
    description: kind === 'name' ? place : `${kind === 'role' ? t('role') : t('pronoun')}, ${place}`,
    tooltip: `${context}\n\n${place}: ${evidence}`,
    spoken: `${place}: ${context}`,
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
