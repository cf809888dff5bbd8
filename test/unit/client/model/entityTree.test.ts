import { describe, expect, it } from 'vitest';
import { entityTree, nameFilter } from '../../../../client/src/model/entityTree.ts';
import type { TreeNode } from '../../../../client/src/model/node.ts';
import type { MentionItem } from '../../../../server/src/protocol.ts';
import { entity, overview, range, source } from './overview.ts';

const a = 'file:///folder/a.txt';
const b = 'file:///folder/b%20b.txt';
const sources = [source(a, { publisher: 'The Gazette' }), source(b)];
const ana = entity('Ana Pérez', { aliases: ['Ana Pérez', 'Pérez'], roles: ['mayor'], mentions: 3, sources: 2 });
const bo = entity('Bo Li');
const oslo = entity('Oslo', { type: 'place' });

function mention(uri: string, line: number, context: string, name: string): MentionItem {
  const start = context.indexOf(name);
  const highlight: [number, number] = [start, start + name.length];
  return {
    uri,
    range: range(line, start, start + name.length),
    kind: 'name',
    evidence: 'exact name',
    context,
    highlight,
  };
}

const mentions = [
  mention(a, 0, 'Ana Pérez speaks', 'Ana Pérez'),
  mention(a, 4, 'as Pérez said', 'Pérez'),
  mention(b, 2, 'with Ana Pérez', 'Ana Pérez'),
];

describe('the Entities tree', () => {
  it('lists types, and in each the most widely named first', () => {
    const tree = entityTree(overview({ sources, entities: [oslo, bo, ana] }), '', async () => []);
    expect(tree.map((type) => [type.label, rows(type).map((row) => row.label)])).toEqual([
      ['People', ['Ana Pérez', 'Bo Li']],
      ['Places', ['Oslo']],
    ]);
  });

  it('asks for the mentions of an entity when it is opened, and lists them by source', async () => {
    const asked: string[] = [];
    const tree = entityTree(overview({ sources, entities: [ana] }), '', async (id) => {
      asked.push(id);
      return mentions;
    });
    expect(asked).toEqual([]);
    const bySource = await open(rows(tree[0])[0]);
    expect(asked).toEqual([ana.id]);
    expect(bySource.map((row) => [row.label, rows(row).map((m) => m.label)])).toEqual([
      ['The Gazette', ['Ana Pérez speaks', 'as Pérez said']],
      ['b b.txt', ['with Ana Pérez']],
    ]);
    const second = rows(bySource[0])[1];
    expect(second?.place).toEqual({ uri: a, range: range(4, 3, 8) });
    expect(second?.label.slice(...(second.highlight ?? []))).toBe('Pérez');
  });

  it('keeps only the entities that the filter names, without regard to case and accents', () => {
    const tree = entityTree(overview({ sources, entities: [oslo, bo, ana] }), 'PEREZ', async () => []);
    expect(tree.flatMap(rows).map((row) => row.label)).toEqual(['Ana Pérez']);
  });
});

describe('the name filter', () => {
  it('finds an entity by any alias', () => {
    const un = entity('United Nations', { aliases: ['United Nations', 'UN'] });
    expect(['nations', ' un ', ''].map((words) => nameFilter(words)(un))).toEqual([true, true, true]);
    expect(nameFilter('nato')(un)).toBe(false);
  });
});

function rows(node: TreeNode | undefined): TreeNode[] {
  return Array.isArray(node?.children) ? node.children : [];
}

async function open(node: TreeNode | undefined): Promise<TreeNode[]> {
  return typeof node?.children === 'function' ? node.children() : rows(node);
}
