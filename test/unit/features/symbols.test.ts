import { describe, expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbol } from '../../../server/src/features/documentSymbol.ts';
import { semanticTokens, semanticTokensLegend } from '../../../server/src/features/semanticTokens.ts';
import { workspaceSymbol } from '../../../server/src/features/workspaceSymbol.ts';
import { FIVE } from '../../texts.ts';
import { documentOf, uriOf, workspaceOf } from '../workspace/memory.ts';
import { explosion, Folder } from './folder.ts';

describe('a search for entities', () => {
  const folder = new Folder({
    'a.txt': 'Volodymyr Zelensky met Ursula von der Leyen of the European Union in Kyiv. Zelenskyy left.',
  })
    .entity('Volodymyr Zelensky', 'person', [
      ['a.txt', 'Volodymyr Zelensky'],
      ['a.txt', 'Zelenskyy'],
    ])
    .entity('Ursula von der Leyen', 'person', [['a.txt', 'Ursula von der Leyen']])
    .entity('European Union', 'organization', [['a.txt', 'European Union']])
    .entity('Kyiv', 'place', [['a.txt', 'Kyiv']], { aliases: ['Kyiv', 'Kiev'] });
  const found = (query: string) => workspaceSymbol(folder.reading, query).map(({ name }) => name);

  test.each([
    ['Zelensky', 'Volodymyr Zelensky'],
    ['zelenskiy', 'Volodymyr Zelensky'],
    ['Zelenksy', 'Volodymyr Zelensky'],
    ['von der Layen', 'Ursula von der Leyen'],
    ['Kiev', 'Kyiv'],
    ['european', 'European Union'],
  ])('by "%s" gives %s first', (query, name) => {
    expect(found(query)[0]).toBe(name);
  });

  test('by anything else gives nothing, and by nothing the most named', () => {
    expect(found('Xerxes')).toEqual([]);
    expect(found('')[0]).toBe('Volodymyr Zelensky');
    expect(found('')).toHaveLength(4);
  });

  test('leads to the fullest mention', () => {
    const [symbol] = workspaceSymbol(folder.reading, 'Zelenskyy');
    expect(folder.wordsAt(symbol?.location as Parameters<Folder['wordsAt']>[0])[1]).toBe('Volodymyr Zelensky');
  });
});

describe('the outline', () => {
  const outline = (symbols: DocumentSymbol[]): unknown[] =>
    symbols.map(({ name, children = [] }) => (children.length > 0 ? [name, outline(children)] : name));

  test('has the headline over the people and places that are first named under it', () => {
    expect(outline(documentSymbol(explosion().reading, uriOf('a.txt')))).toEqual([
      ['Depot burns in Karo', ['Karo', 'Anna Bell']],
    ]);
  });

  test('puts what follows under the first of a repeated headline', () => {
    const text =
      'Depot burns in Karo after blast\n\nOfficials said nobody was hurt.\n\nDepot burns in Karo after blast\n\nAnna Bell was there.\n';
    const folder = new Folder({ 'a.txt': text }).entity('Anna Bell', 'person', [['a.txt', 'Anna Bell']]);
    const [first, ...others] = documentSymbol(folder.reading, uriOf('a.txt'));
    expect(others).toEqual([]);
    expect(first?.children?.map(({ name }) => name)).toContain('Anna Bell');
  });

  test('says how often each is named here', () => {
    const [headline] = documentSymbol(explosion().reading, uriOf('a.txt'));
    expect(headline?.children?.map(({ detail }) => detail)).toEqual(['place, 1 mention', 'person, 3 mentions']);
  });

  test('has ranges that hold their children and their own selection', () => {
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
        expect(inner.start.line * 1000 + inner.start.character).toBeGreaterThanOrEqual(
          range.start.line * 1000 + range.start.character,
        );
        expect(inner.end.line * 1000 + inner.end.character).toBeLessThanOrEqual(
          range.end.line * 1000 + range.end.character,
        );
      }
      children.forEach(check);
    };
    const symbols = documentSymbol(explosion().reading, uriOf('a.txt'));
    expect(symbols).toHaveLength(1);
    symbols.forEach(check);
  });
});

test('semantic tokens are the names by type, the outermost of nested ones, and no roles or pronouns', () => {
  const folder = new Folder({ 'a.txt': 'The Bank of Karo hired Anna Bell.\nShe is new.' })
    .entity('Karo', 'place', [['a.txt', 'Karo']])
    .entity('Bank of Karo', 'organization', [['a.txt', 'Bank of Karo']])
    .entity('Anna Bell', 'person', [
      ['a.txt', 'Anna Bell'],
      ['a.txt', 'She', 'pronoun'],
    ]);
  const type = (name: string) => semanticTokensLegend.tokenTypes.indexOf(name);
  expect(semanticTokens(folder.reading, uriOf('a.txt')).data).toEqual([
    ...[0, 4, 12, type('organization'), 0],
    ...[0, 19, 9, type('person'), 0],
  ]);
});

test('a search finds what an edit has brought, and not what it has taken', async () => {
  const { configure, workspace } = workspaceOf({ 'a.txt': FIVE });
  await configure();
  const found = async (query: string) => workspaceSymbol(await workspace.reading(), query).map(({ name }) => name);
  expect(await found('Karo')).toContain('Karo');
  workspace.edit(documentOf('a.txt', FIVE.replaceAll('Karo', 'Dessau')));
  expect(await found('Dessau')).toContain('Dessau');
  expect(await found('Karo')).not.toContain('Karo');
});
