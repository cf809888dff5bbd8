import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/workspace/settings.ts';
import { SourceFilter } from '../../../server/src/workspace/sourceFilter.ts';

function standing(path: string, settings: Partial<Settings> = {}): string {
  return new SourceFilter({ ...DEFAULT_SETTINGS, ...settings }).standing(path);
}

test.each(['a.txt', 'deep/down/a.text', 'UPPER.TXT', 'with space & é.txt'])('%s may be a source', (path) => {
  expect(standing(path)).toBe('candidate');
});

test.each(['a.md', 'txt', 'node_modules/a.txt', 'x/node_modules/y/a.txt', '.git/a.txt', '.venv/x/a.txt'])(
  '%s is left alone',
  (path) => {
    expect(standing(path)).toBe('ignored');
  },
);

test('what is excluded, or lies in an excluded folder, is left alone', () => {
  const settings = { exclude: ['drafts', '**/old-*'] };
  expect(standing('drafts/deep/a.txt', settings)).toBe('ignored');
  expect(standing('x/old-a.txt', settings)).toBe('ignored');
  expect(standing('x/drafts/a.txt', settings)).toBe('candidate');
});

test('node_modules stay out even when nothing is excluded', () => {
  expect(standing('node_modules/a.txt', { exclude: [] })).toBe('ignored');
});

test('a file is forced in or out by its path or a glob, and the path wins', () => {
  const sources = { 'notes/*': false, 'notes/a.md': true, 'drafts/[1] a.txt': true };
  expect(standing('notes/a.md', { sources })).toBe('source');
  expect(standing('notes/b.txt', { sources })).toBe('ignored');
  expect(standing('drafts/[1] a.txt', { sources, exclude: ['drafts'] })).toBe('source');
});

test('a glob of somebody else’s is no program: it has no groups, no repetition, and few wildcards', () => {
  expect(standing('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', { include: ['(a+)+c'] })).toBe('ignored');
  expect(standing('notes (old)/a+b.txt', { include: ['notes (old)/a+b.*'] })).toBe('candidate');
  const long = `${'a'.repeat(250)}.txt`;
  expect(standing(long, { include: ['*a*a*a*a*a*a*a*a*b'] })).toBe('ignored');
  expect(standing(long, { exclude: ['*a*a*a*a*a*a*a*a*b'] })).toBe('candidate');
});
