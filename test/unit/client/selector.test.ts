import { expect, it } from 'vitest';
import { documentSelector } from '../../../client/src/selector.ts';

it('takes texts of any folder, and what a folder includes by name', () => {
  const selector = documentSelector([{ uri: 'file:///f', include: ['**/*.md'], always: ['a [1].log'] }]);
  expect(selector).toContainEqual({ scheme: 'untitled', language: 'plaintext' });
  expect(selector).toContainEqual({ scheme: 'file', language: 'source-text' });
  expect(selector).toContainEqual({ scheme: 'file', pattern: { baseUri: 'file:///f', pattern: '**/*.md' } });
  expect(selector).toContainEqual({ scheme: 'file', pattern: { baseUri: 'file:///f', pattern: 'a [[]1[]].log' } });
});

it('takes nothing but files and unsaved texts', () => {
  const selector = documentSelector([{ uri: 'file:///f', include: ['**/*.txt'], always: [] }]);
  expect(new Set(selector.map((filter) => filter.scheme))).toEqual(new Set(['file', 'untitled']));
});

it('takes the texts of a virtual folder, which only VS Code can reach', () => {
  const selector = documentSelector([{ uri: 'vscode-vfs://github/a/b', include: ['**/*.md'], always: [] }]);
  expect(selector).toContainEqual({ scheme: 'vscode-vfs', language: 'plaintext' });
  expect(selector).toContainEqual({
    scheme: 'vscode-vfs',
    pattern: { baseUri: 'vscode-vfs://github/a/b', pattern: '**/*.md' },
  });
});

it('stays the same when a file is named that is included by its ending', () => {
  const before = documentSelector([{ uri: 'file:///f', include: ['**/*.txt'], always: [] }]);
  expect(documentSelector([{ uri: 'file:///f', include: ['**/*.txt'], always: ['a/notes.txt'] }])).toEqual(before);
});
