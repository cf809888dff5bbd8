import { expect, test } from 'vitest';
import { contributes } from '../../../package.json';
import { DEFAULT_SETTINGS, parseSettings } from '../../../server/src/workspace/settings.ts';

test.each([null, undefined, {}, 'nonsense', []])('%j means the defaults, without a problem', (raw) => {
  expect(parseSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

test('takes what is there and leaves the rest at its default', () => {
  const { settings } = parseSettings({
    severity: { conflict: 'error' },
    sources: { 'a.md': true },
    minimumConfidence: 0,
  });
  expect(settings.severity).toEqual({ conflict: 'error', update: 'information', variation: 'hint' });
  expect(settings.sources).toEqual({ 'a.md': true });
  expect(settings.minimumConfidence).toBe(0);
  expect(settings.include).toEqual(DEFAULT_SETTINGS.include);
});

test.each([
  ['include', { include: '**/*.txt' }],
  ['exclude', { exclude: [1] }],
  ['sources', { sources: { 'a.txt': 'perhaps' } }],
  ['severity.update', { severity: { update: 'loud' } }],
  ['minimumConfidence', { minimumConfidence: 3 }],
  ['codeLens.enabled', { codeLens: { enabled: 'yes' } }],
  ['maximumFileSize', { maximumFileSize: -1 }],
  ['maximumSources', { maximumSources: 'many' }],
])('a malformed %s is named and has its default', (path, raw) => {
  const { settings, problems } = parseSettings(raw);
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.setting).toBe(`crossread.${path}`);
});

test('what is malformed stays as it was before, and the rest is taken', () => {
  const before = parseSettings({ include: ['*.md'], minimumConfidence: 0.7 }).settings;
  const { settings, problems } = parseSettings({ include: 5, minimumConfidence: 0.8 }, before);
  expect(settings.include).toEqual(['*.md']);
  expect(settings.minimumConfidence).toBe(0.8);
  expect(problems).toEqual([
    { setting: 'crossread.include', expected: expect.stringContaining('globs'), used: ['*.md'] },
  ]);
});

test('a glob that could be matched slowly is malformed', () => {
  for (const glob of ['*a*a*a*a*a*b.txt', '**/**/**/**/a', '{{*,*},{*,*}}']) {
    expect(parseSettings({ include: [glob] }).problems).toHaveLength(1);
    expect(parseSettings({ sources: { [glob]: true } }).problems).toHaveLength(1);
  }
  expect(parseSettings({ sources: { [`${'a (1)/'.repeat(200)}b.txt`]: true } }).problems).toEqual([]);
});

test('the defaults are those that VS Code shows', () => {
  const sent: Record<string, unknown> = {};
  for (const { properties } of contributes.configuration) {
    for (const [name, property] of Object.entries(properties)) put(sent, name.split('.').slice(1), property.default);
  }
  expect(sent).toMatchObject(DEFAULT_SETTINGS);
});

function put(into: Record<string, unknown>, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  into[key] ??= {};
  put(into[key] as Record<string, unknown>, rest, value);
}
