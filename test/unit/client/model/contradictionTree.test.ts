import { describe, expect, it } from 'vitest';
import { contradictionTree, groupings } from '../../../../client/src/model/contradictionTree.ts';
import type { TreeNode } from '../../../../client/src/model/node.ts';
import { contradiction, overview, source, statement } from './overview.ts';

const a = 'file:///folder/a.txt';
const b = 'file:///folder/b.txt';
const sources = [source(a, { publisher: 'The Gazette' }), source(b, { title: 'Flood in the valley' })];
const dead = contradiction('dead', {
  two: [statement(a, 4, 'The flood killed [two] people.', { speaker: 'the mayor' })],
  five: [statement(b, 2, 'At least [five] died.'), statement(b, 7, 'The [five] were hikers.')],
});
const day = contradiction(
  'day',
  { Monday: [statement(a, 1, 'It rained on [Monday].')] },
  { severity: 'update', kind: 'date' },
);

describe('the Contradictions tree', () => {
  it('goes from group to question to positions to statements', () => {
    expect(outline(contradictionTree(overview({ sources, contradictions: [day, dead] }), 'severity'))).toEqual([
      'Conflicts (1)',
      '  Which dead? (two / five)',
      '    two (The Gazette)',
      '      The flood killed two people. (the mayor, in The Gazette)',
      '    five (Flood in the valley)',
      '      At least five died. (Flood in the valley)',
      '      The five were hikers. (Flood in the valley)',
      'Updates (1)',
      '  Which day? (Monday)',
      '    Monday (The Gazette)',
      '      It rained on Monday. (The Gazette)',
    ]);
  });

  it('groups by kind', () => {
    const groups = contradictionTree(overview({ sources, contradictions: [day, dead] }), 'kind');
    expect(groups.map((g) => g.label)).toEqual(['Numbers', 'Dates']);
  });

  it('groups by source, with a question under each source that takes part', () => {
    const groups = contradictionTree(overview({ sources, contradictions: [day, dead] }), 'source');
    expect(groups.map((g) => [g.label, rows(g).map((row) => row.of)])).toEqual([
      ['The Gazette', ['day', 'dead']],
      ['Flood in the valley', ['dead']],
    ]);
  });

  it.each(groupings)('gives every row an id of its own when grouped by %s', (grouping) => {
    const ids = all(contradictionTree(overview({ sources, contradictions: [day, dead] }), grouping)).map((n) => n.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the ids of rows when others come before them', () => {
    const before = all(contradictionTree(overview({ sources, contradictions: [dead] }), 'severity'));
    const grown = { ...dead, positions: [{ value: 'none', statements: [] }, ...dead.positions] };
    const other = contradiction('other', {});
    const after = all(contradictionTree(overview({ sources, contradictions: [other, grown] }), 'severity'));
    expect(after.map((n) => n.id)).toEqual(expect.arrayContaining(before.map((n) => n.id)));
  });

  it('tells two positions with the same words apart', () => {
    const [first] = dead.positions;
    const twice = { ...dead, positions: [first, first].flatMap((p) => p ?? []) };
    const ids = all(contradictionTree(overview({ sources, contradictions: [twice] }), 'severity')).map((n) => n.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads to the focus and marks it in the label, also far into a long statement', () => {
    const long = statement(
      a,
      0,
      `${'And so it went on. '.repeat(30)}In all [1,204] people left.${' More.'.repeat(50)}`,
    );
    const tree = contradictionTree(
      overview({ sources, contradictions: [contradiction('x', { '1,204': [long] })] }),
      'kind',
    );
    const row = all(tree).find((n) => n.kind === 'statement');
    expect(row?.place).toEqual({ uri: a, range: long.focus });
    expect(row?.label.slice(...(row.highlight ?? []))).toBe('1,204');
    expect(row?.label.length).toBeLessThan(250);
  });

  it('shows what a source says as it stands', () => {
    const nasty = contradiction('x', { '[a](command:b)': [statement(a, 0, 'It is [$(zap)] <b>now</b>.')] });
    const rows = all(contradictionTree(overview({ sources, contradictions: [nasty] }), 'severity'));
    expect(rows.map((n) => n.label)).toEqual(expect.arrayContaining(['[a](command:b)', 'It is $(zap) <b>now</b>.']));
  });

  it('is empty where nothing is disputed', () => {
    for (const grouping of groupings) expect(contradictionTree(overview({ sources }), grouping)).toEqual([]);
  });
});

function rows(node: TreeNode): TreeNode[] {
  return Array.isArray(node.children) ? node.children : [];
}

function all(nodes: TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...all(rows(node))]);
}

function outline(nodes: TreeNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.label} (${node.description})`,
    ...outline(rows(node), `${indent}  `),
  ]);
}
