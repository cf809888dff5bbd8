import { describe, expect, test } from 'vitest';
import type { Diagnostic, Range } from 'vscode-languageserver';
import { codeAction, wantsCodeActions } from '../../../server/src/features/codeAction.ts';
import { codeLens } from '../../../server/src/features/codeLens.ts';
import { toRange } from '../../../server/src/features/convert.ts';
import { diagnosticsOf } from '../../../server/src/features/diagnostics.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/workspace/settings.ts';
import { uriOf } from '../workspace/memory.ts';
import { explosion, Folder, type Place, there } from './folder.ts';

function actions(folder: Folder, place: Place, diagnostics: Diagnostic[] = []) {
  const document = there(folder.reading.document(uriOf(place[0])));
  return codeAction(folder.reading, document.uri, toRange(document, folder.span(place)), diagnostics);
}

describe('code actions', () => {
  test('go to the conflicting statement, one for each other position', () => {
    const folder = explosion();
    const [action, ...others] = actions(folder, ['a.txt', '5 people']);
    expect(others.filter(({ command }) => command?.command === 'crossread.openLocation')).toEqual([]);
    expect(action?.title).toBe('Go to the conflicting statement in Toll rises: “24”');
    expect(action?.command?.command).toBe('crossread.openLocation');
    const [uri, range] = there(action?.command?.arguments) as [string, Range];
    expect(folder.wordsAt({ uri, range })).toEqual(['b.txt', '24 people']);
  });

  test('belong to the problem that they are about', () => {
    const folder = explosion();
    const problems = diagnosticsOf(folder.reading, uriOf('a.txt'), DEFAULT_SETTINGS.severity);
    const foreign: Diagnostic = { range: there(problems[0]).range, message: 'spelling', data: { id: 'other' } };
    expect(actions(folder, ['a.txt', '5 people'], [foreign, ...problems])[0]?.diagnostics).toEqual(problems);
  });

  test('open, show and copy the question once each, and name it where there are several', () => {
    const one = actions(explosion(), ['a.txt', '5 people']).filter(
      ({ title }) => !/^(Go to|Confirm|Dismiss|Resolve)/.test(title),
    );
    expect(one.map(({ command }) => [command?.command, command?.arguments])).toEqual([
      ['crossread.openSideBySide', ['c-1']],
      ['crossread.peekStatements', ['c-1']],
      ['crossread.copyContradiction', ['c-1']],
    ]);
    const several = explosion().dispute('Who says so?', {
      officials: [{ in: 'a.txt', says: 'Officials said 5', focus: 'Officials said 5' }],
      police: [{ in: 'c.txt', says: 'Police put', focus: 'Police' }],
    });
    const titles = actions(several, ['a.txt', '5 people']).map(({ title }) => title);
    expect(titles).toContain('Show all statements: How many people were killed?');
    expect(titles).toContain('Show all statements: Who says so?');
  });

  test('decide of what is disputed; of what is settled they only take that back', () => {
    const titles = (folder: Folder) =>
      actions(folder, ['a.txt', '5 people'])
        .filter(({ command }) => command?.command === 'crossread.decide')
        .map(({ title }) => title);
    expect(titles(explosion())).toEqual([
      'Confirm: How many people were killed?',
      'Dismiss…: How many people were killed?',
      'Resolve…: How many people were killed?',
    ]);
    const settled = explosion();
    settled.decided('How many people were killed?', {
      state: 'dismissed',
      time: '2026-11-22T10:00:00Z',
      isOutdated: false,
    });
    expect(titles(settled)).toEqual(['Reopen: How many people were killed?']);
  });

  test('are none where nothing is disputed', () => {
    expect(actions(explosion(), ['a.txt', 'noon'])).toEqual([]);
  });

  test.each([
    [undefined, true],
    [['quickfix'], true],
    [['refactor'], false],
    [['source.organizeImports'], false],
  ])('for a client that asks for %j: %s', (only, wanted) => {
    expect(wantsCodeActions(only)).toBe(wanted);
  });
});

describe('the lens over a headline', () => {
  test('counts contradictions and the other sources in them', () => {
    const folder = explosion();
    const [lens] = codeLens(folder.reading, uriOf('a.txt'));
    expect(lens?.command?.title).toBe('1 contradiction with 2 other sources');
    expect(folder.wordsAt({ uri: uriOf('a.txt'), range: there(lens?.range) })[1]).toBe('Depot burns in Karo');
  });

  test('is not there without a contradiction', () => {
    expect(codeLens(new Folder({ 'a.txt': 'Quiet day\n\nNothing happened.' }).reading, uriOf('a.txt'))).toEqual([]);
  });
});
