import { describe, expect, it } from 'vitest';
import { analyseSource, compareSources } from '../../../server/src/analysis/analyse.ts';
import type { Annotation } from '../../../server/src/annotations/annotation.ts';
import { entityCorrections, newCorrection } from '../../../server/src/annotations/corrections.ts';
import { correctStatements } from '../../../server/src/annotations/statements.ts';
import { targetOn } from './notes.ts';

const TEXTS: Record<string, string> = {
  'a.txt':
    'Karo, May 3 – Mayor Anna Bell said on Monday that 5 people were killed in the explosion in Karo. Bell left.\n',
  'b.txt':
    'Karo, May 3 – Anne Beldon, the mayor, said on Monday that 24 people were killed in the explosion in Karo.\n',
};
const texts = { keyOf: (address: string) => address.slice(3), textOf: (key: string) => TEXTS[key] };
const stamp = (n = 0) => ({ id: `urn:${n}`, now: `2026-11-22T10:00:0${n}.000Z`, author: 'Ana' });
const on = (path: string, words: string) => targetOn(TEXTS[path] as string, words, path);

function read(corrections: Annotation[], reader = 'Ana') {
  const sources = Object.entries(TEXTS).map(([path, text]) => analyseSource(path, text));
  const found = compareSources(sources, { corrections: entityCorrections(corrections, texts, reader), watched: [] });
  const named = (words: string) => found.entities.find(({ mentions }) => mentions.some(({ text }) => text === words));
  return { ...found, named };
}

describe('corrections of entities', () => {
  it('leave all as it is where there are none', () => {
    expect(read([]).entities).toEqual(
      compareSources(Object.entries(TEXTS).map((each) => analyseSource(...each))).entities,
    );
  });

  it('make two entities one, and say who did', () => {
    const same = newCorrection(stamp(), 'same', [on('a.txt', 'Anna Bell'), on('b.txt', 'Anne Beldon')]);
    const { named } = read([same]);
    expect(named('Anna Bell')).toBe(named('Anne Beldon'));
    expect(named('Anna Bell')?.decided).toEqual(['linked by you']);
    const [mention] = named('Anna Bell')?.mentions.filter(({ text }) => text === 'Anne Beldon') ?? [];
    expect(mention?.evidence).toContain('linked by you');
    expect(read([same], 'Ben').named('Anna Bell')?.decided).toEqual(['linked by Ana']);
  });

  it('take a name out of an entity, and back again', () => {
    const same = newCorrection(stamp(1), 'same', [on('a.txt', 'Anna Bell'), on('b.txt', 'Anne Beldon')]);
    const distinct = newCorrection(stamp(2), 'distinct', [on('b.txt', 'Anne Beldon')]);
    const { named } = read([distinct, same]);
    expect(named('Anne Beldon')).not.toBe(named('Anna Bell'));
    expect(named('Anne Beldon')?.name).toBe('Anne Beldon');
    expect(named('Anne Beldon')?.id).not.toBe(named('Anna Bell')?.id);
    expect(named('Anna Bell')?.aliases).not.toContain('Anne Beldon');
  });

  it('keep every mention once, whatever is said', () => {
    const all = (corrections: Annotation[]) =>
      read(corrections)
        .entities.flatMap(({ mentions }) => mentions.map(({ path, start }) => `${path}@${start}`))
        .sort();
    const said = [
      newCorrection(stamp(1), 'same', [on('a.txt', 'Anna Bell'), on('b.txt', 'Anne Beldon')]),
      newCorrection(stamp(2), 'distinct', [on('b.txt', 'Anne Beldon')]),
      newCorrection(stamp(3), 'name', [on('a.txt', 'Anna Bell')], 'Mayor Bell'),
    ];
    expect(all(said)).toEqual(all([]));
  });

  it('set type and name, and take away what is no name', () => {
    const type = newCorrection(stamp(1), 'type', [on('a.txt', 'Anna Bell')], 'organization');
    const name = newCorrection(stamp(2), 'name', [on('a.txt', 'Anna Bell')], 'Anna Maria Bell');
    expect(read([type, name]).named('Anna Bell')).toMatchObject({
      type: 'organization',
      name: 'Anna Maria Bell',
      decided: ['typed by you', 'named by you'],
    });
    const none = newCorrection(stamp(3), 'no-name', [on('b.txt', 'Anne Beldon')]);
    expect(read([none]).named('Anne Beldon')).toBeUndefined();
    expect(read([]).named('Anne Beldon')).toBeDefined();
  });
});

describe('an entity that a reader marks', () => {
  it('has just the places that are given, though another had some of them, and some were no name', () => {
    const marked = newCorrection(
      stamp(1),
      'entity',
      [on('b.txt', 'Anne Beldon'), on('a.txt', 'the explosion'), on('b.txt', 'the mayor')],
      'Anne',
      'person',
    );
    const { entities, named } = read([marked]);
    expect(named('Anne Beldon')).toMatchObject({ name: 'Anne', type: 'person', decided: ['named by you'] });
    expect(named('Anne Beldon')?.mentions.map(({ path, text }) => [path, text])).toEqual([
      ['a.txt', 'the explosion'],
      ['b.txt', 'Anne Beldon'],
      ['b.txt', 'the mayor'],
    ]);
    const places = entities.flatMap(({ mentions }) =>
      mentions.map(({ path, start, end }) => [path, start, end].join()),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(named('Anna Bell')).toBeDefined();
  });

  it('may stand for its roles and pronouns too', () => {
    const role = { ...on('a.txt', 'Mayor'), 'crossread:mention': 'role' };
    const { named } = read([newCorrection(stamp(1), 'entity', [on('a.txt', 'Anna Bell'), role])]);
    expect(named('Anna Bell')?.mentions.map(({ text, kind }) => [text, kind])).toContainEqual(['Mayor', 'role']);
    expect(named('Anna Bell')?.aliases).toEqual(['Anna Bell']);
  });

  it('splits those that were taken for one', () => {
    const both = [on('a.txt', 'Anna Bell'), on('b.txt', 'Anne Beldon')];
    const same = newCorrection(stamp(1), 'same', both);
    const one = newCorrection(stamp(2), 'entity', [both[1] as (typeof both)[0]]);
    const { named } = read([same, one]);
    expect(named('Anne Beldon')?.aliases).toEqual(['Anne Beldon']);
    expect(named('Anna Bell')?.id).not.toBe(named('Anne Beldon')?.id);
  });
});

describe('corrections of statements', () => {
  const dispute = () => read([]).contradictions.find(({ kind }) => kind === 'number');
  const correct = (correction: 'value' | 'unrelated', words: [string, string][], value?: string) => {
    const found = dispute();
    const targets = words.map(([path, focus]) => on(path, focus));
    const said = { ...newCorrection(stamp(), correction, targets, value), 'crossread:kind': 'number' };
    return found && correctStatements([found], [said], texts, 'Ana');
  };
  const focus = (path: string): string =>
    dispute()
      ?.positions.flatMap(({ statements }) => statements)
      .find((each) => each.path === path)?.focus.text ?? '';

  it('end a contradiction when the values are the same after all', () => {
    const value = dispute()?.positions.find(({ statements }) => statements[0]?.path === 'b.txt')?.value;
    expect(value).toBeDefined();
    expect(correct('value', [['a.txt', focus('a.txt')]], value)).toEqual([]);
  });

  it('give a statement another value', () => {
    const [found] = correct('value', [['a.txt', focus('a.txt')]], '7') ?? [];
    expect(found?.positions.map(({ value }) => value)).toContain('7');
    expect(found?.positions.find(({ value }) => value === '7')?.statements[0]?.decided).toBe('value given by you');
  });

  it('end a contradiction whose statements are about different things', () => {
    const words: [string, string][] = [
      ['a.txt', focus('a.txt')],
      ['b.txt', focus('b.txt')],
    ];
    expect(correct('unrelated', words)).toEqual([]);
  });
});
