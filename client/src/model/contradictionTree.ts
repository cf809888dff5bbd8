import { t } from '@vscode/l10n';
import type { ContradictionItem, Overview, StatementItem } from '../../../server/src/protocol.ts';
import type { TreeNode } from './node.ts';
import { excerpt, fileName, sourceNames } from './text.ts';
import { isSettled, openContradictions, verdictNote } from './verdict.ts';
import { counted } from './words.ts';

export const groupings = ['severity', 'kind', 'source'] as const;
export type Grouping = (typeof groupings)[number];

/** What the reader calls a source, by its URI. */
type Names = Map<string, string>;

type Icon = NonNullable<TreeNode['icon']>;

const severities = (): Record<ContradictionItem['severity'], { label: string; one: string; icon: Icon }> => ({
  conflict: {
    label: t('Conflicts'),
    one: t('Conflict'),
    icon: { id: 'warning', color: 'problemsWarningIcon.foreground' },
  },
  update: { label: t('Updates'), one: t('Update'), icon: { id: 'info', color: 'problemsInfoIcon.foreground' } },
  variation: { label: t('Variations'), one: t('Variation'), icon: { id: 'circle-outline' } },
});

const kinds = (): Record<ContradictionItem['kind'], { label: string; icon: string }> => ({
  number: { label: t('Numbers'), icon: 'symbol-number' },
  date: { label: t('Dates'), icon: 'calendar' },
  place: { label: t('Places'), icon: 'location' },
  person: { label: t('People'), icon: 'person' },
  roster: { label: t('Who takes part'), icon: 'organization' },
  role: { label: t('Roles'), icon: 'briefcase' },
  outcome: { label: t('Outcomes'), icon: 'milestone' },
  polarity: { label: t('Yes or no'), icon: 'circle-slash' },
  modality: { label: t('How certain'), icon: 'question' },
  quote: { label: t('Quotations'), icon: 'quote' },
  name: { label: t('Names'), icon: 'tag' },
  sequence: { label: t('Order of events'), icon: 'list-ordered' },
  cause: { label: t('Causes'), icon: 'zap' },
  other: { label: t('Other'), icon: 'ellipsis' },
});

/** The Contradictions tree: group → question → positions → statements. What is settled comes last, in a group of its own. */
export function contradictionTree(overview: Overview, grouping: Grouping, showSettled = false): TreeNode[] {
  const names = sourceNames(overview.sources);
  const open = { ...overview, contradictions: openContradictions(overview) };
  const settled = showSettled ? [settledGroup(overview.contradictions.filter(isSettled))] : [];
  return [...groupsOf(open, grouping, names), ...settled].flatMap(({ id, label, icon, items }) =>
    items.length === 0
      ? []
      : {
          id,
          kind: 'group' as const,
          label,
          description: String(items.length),
          spoken: `${label}, ${counted.contradictions(items.length)}`,
          icon,
          expanded: true,
          children: items.map((item) => question(item, id, names)),
        },
  );
}

function settledGroup(items: ContradictionItem[]): Group {
  return { id: 'settled', label: t('Dismissed and resolved'), icon: { id: 'pass' }, items };
}

interface Group {
  id: string;
  label: string;
  icon: Icon;
  items: ContradictionItem[];
}

function groupsOf({ contradictions, sources }: Overview, grouping: Grouping, names: Names): Group[] {
  switch (grouping) {
    case 'severity':
      return entries(severities()).map(([severity, { label, icon }]) => ({
        id: severity,
        label,
        icon,
        items: contradictions.filter((c) => c.severity === severity),
      }));
    case 'kind':
      return entries(kinds()).map(([kind, { label, icon }]) => ({
        id: kind,
        label,
        icon: { id: icon },
        items: contradictions.filter((c) => c.kind === kind),
      }));
    case 'source': {
      const bySource = new Map<string, ContradictionItem[]>(sources.map((s) => [s.uri, []]));
      for (const c of contradictions) for (const uri of sourcesOf(c)) bySource.get(uri)?.push(c);
      return sources.map(({ uri }) => ({
        id: uri,
        label: names.get(uri) ?? fileName(uri),
        icon: { id: 'file' },
        items: bySource.get(uri) ?? [],
      }));
    }
  }
}

function question(item: ContradictionItem, group: string, names: Names): TreeNode {
  const { one, icon } = severities()[item.severity];
  const kind = kinds()[item.kind].label;
  const id = `${group}/${item.id}`;
  const [positions, sources] = [counted.positions(item.positions.length), counted.sources(sourcesOf(item).size)];
  const confidence = t('confidence {0}%', Math.round(item.confidence * 100));
  const verdict = verdictNote(item);
  const values = item.positions.map((p) => p.value).join(' / ');
  const said = `${one}: ${item.question} ${t('{0} in {1}', positions, sources)}`;
  return {
    id,
    kind: isSettled(item) ? 'settled' : 'contradiction',
    of: item.id,
    label: item.question,
    description: verdict ? `${verdict.short} · ${values}` : values,
    tooltip: [
      item.question,
      item.explanation,
      `${one}: ${kind}, ${confidence}`,
      ...(verdict ? [verdict.long] : []),
    ].join('\n\n'),
    spoken: verdict ? `${verdict.short}. ${said}` : said,
    icon: verdict ? { id: verdict.icon } : icon,
    children: item.positions.map((_, index) => position(item, index, id, names)),
  };
}

function position({ id, positions }: ContradictionItem, index: number, parent: string, names: Names): TreeNode {
  const { value, statements } = positions[index] as ContradictionItem['positions'][number];
  // The same answer keeps its row when another is added before it; the index tells equal ones apart.
  const isRepeated = positions.findIndex((p) => p.value === value) < index;
  const own = `${parent}/${isRepeated ? index : ''}=${value}`;
  const first = statements[0];
  const voices = [...new Set(statements.map((s) => names.get(s.uri) ?? fileName(s.uri)))].join(', ');
  return {
    id: own,
    kind: 'position',
    of: id,
    label: value,
    description: voices,
    tooltip: `${value}\n\n${voices}`,
    spoken: t('{0}, says {1}', value, voices),
    icon: { id: 'comment' },
    place: first && { uri: first.uri, range: first.focus },
    children: statements.map((s) => statement(s, id, own, names)),
  };
}

function statement(item: StatementItem, of: string, parent: string, names: Names): TreeNode {
  const source = names.get(item.uri) ?? fileName(item.uri);
  const voice = item.speaker ? t('{0}, in {1}', item.speaker, source) : source;
  const line = t('line {0}', item.focus.start.line + 1);
  const start = focusStart(item);
  const { text, highlight } = excerpt(item.text, start, start + item.focusText.length);
  return {
    id: `${parent}/${item.uri}#${item.range.start.line},${item.range.start.character}-${item.focus.start.character}`,
    kind: 'statement',
    of,
    label: text,
    highlight,
    description: voice,
    tooltip: `${item.text}\n\n${voice}, ${line}`,
    spoken: `${voice}, ${line}: ${item.text}`,
    icon: { id: item.speaker ? 'quote' : 'file-text' },
    place: { uri: item.uri, range: item.focus },
  };
}

/** Where the focus begins in the statement's text, UTF-16 code units. */
export function focusStart({ text, range, focus, focusText }: StatementItem): number {
  const offset = focus.start.character - range.start.character;
  // A statement that runs over a line break has its focus counted from another line's start.
  if (focus.start.line === range.start.line && text.startsWith(focusText, offset)) return offset;
  return Math.max(text.indexOf(focusText), 0);
}

/** URIs of the sources that take a position. */
function sourcesOf(item: ContradictionItem): Set<string> {
  return new Set(item.positions.flatMap((p) => p.statements.map((s) => s.uri)));
}

function entries<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
