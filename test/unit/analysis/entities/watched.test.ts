import { describe, expect, it } from 'vitest';
import { analyseSource, compareSources } from '../../../../server/src/analysis/analyse.ts';
import type { WatchedEntity } from '../../../../server/src/analysis/model.ts';

function read(texts: string[], watched: (Partial<WatchedEntity> & { name: string })[]) {
  const sources = texts.map((text, i) => analyseSource(`${i}.txt`, text));
  const listed = watched.map((each) => ({ aliases: [], ...each }));
  const { entities } = compareSources(sources, { corrections: [], watched: listed });
  const of = (words: string) => entities.filter(({ mentions }) => mentions.some(({ text }) => text === words));
  return { entities, of };
}

const FOMIN = 'Deputy Defense Minister Alexander Fomin spoke in Istanbul on Friday. Fomin left at noon.\n';
const WORDS = 'The iron aide spoke in Istanbul on Friday, officials said.\n';

describe('entities that a reader follows', () => {
  it('are one with all their names, by the name that the reader gave', () => {
    const texts = [FOMIN, 'Oleksandr Fomyn, a deputy minister, spoke in Istanbul on Friday.\n'];
    const { of } = read(texts, [
      {
        name: 'Alexander V. Fomin',
        aliases: ['Alexander Fomin', 'Oleksandr Fomyn'],
        type: 'person',
        externalId: 'Q1',
        note: 'x',
      },
    ]);
    const [entity, ...others] = of('Oleksandr Fomyn');
    expect(others).toEqual([]);
    expect(entity).toMatchObject({ name: 'Alexander V. Fomin', watched: { note: 'x', externalId: 'Q1' } });
    expect(entity?.mentions.map(({ path, text }) => [path, text])).toEqual(
      expect.arrayContaining([
        ['0.txt', 'Alexander Fomin'],
        ['0.txt', 'Fomin'],
        ['1.txt', 'Oleksandr Fomyn'],
      ]),
    );
  });

  it('are found where nothing shows that it is a name', () => {
    const { of } = read([FOMIN, WORDS], [{ name: 'Alexander Fomin', aliases: ['The iron aide'] }]);
    expect(of('The iron aide')).toHaveLength(1);
    expect(of('The iron aide')[0]?.name).toBe('Alexander Fomin');
    expect(of('The iron aide')[0]?.mentions.find(({ path }) => path === '1.txt')?.evidence).toBe('on your watch list');
  });

  it('stay followed where readers have made two entities one and told them apart again', () => {
    const sources = [
      analyseSource('0.txt', FOMIN),
      analyseSource('1.txt', 'Deputy Minister Mikhail Galuzin spoke on Friday.\n'),
    ];
    const placeOf = (path: string, name: string) => {
      const start = sources.find((source) => source.path === path)?.read.text.indexOf(name) ?? -1;
      return { path, start, end: start + name.length };
    };
    const [fomin, galuzin] = [placeOf('0.txt', 'Alexander Fomin'), placeOf('1.txt', 'Mikhail Galuzin')];
    const { entities } = compareSources(sources, {
      corrections: [
        { says: 'same', places: [galuzin, fomin], by: 'you' },
        { says: 'distinct', places: [fomin], by: 'you' },
      ],
      watched: [{ name: 'Alexander Fomin', aliases: [], externalId: 'Q1' }],
    });
    const followed = entities.filter(({ watched }) => watched?.externalId === 'Q1');
    expect(followed.map(({ name }) => name)).toEqual(['Alexander Fomin']);
  });

  it('have the type that the reader gave', () => {
    const { of } = read(
      ['Pelham said on Monday that it will close two plants. Pelham has 300 workers.\n'],
      [{ name: 'Pelham', type: 'person' }],
    );
    expect(of('Pelham').map(({ type }) => type)).toEqual(['person']);
  });

  it('take no part of a longer name, nor of a word', () => {
    const texts = ['The Bank of Karo was closed on Monday. Karoline Bell was there. Karo is quiet.\n'];
    const { of } = read(texts, [{ name: 'Karo', type: 'place' }]);
    const mentions = of('Karo').flatMap((entity) => entity.mentions.filter(({ text }) => text === 'Karo'));
    expect(mentions.map(({ start }) => texts[0]?.slice(start, start + 7))).toEqual(['Karo is']);
  });

  it('share a name that two have with nobody', () => {
    const { of } = read(
      [WORDS],
      [
        { name: 'Alexander Fomin', aliases: ['iron aide'], type: 'person' },
        { name: 'Ivan Bell', aliases: ['iron aide'], type: 'person' },
      ],
    );
    expect(of('iron aide')).toEqual([]);
  });

  it('are not there when no source names them, and nothing else changes', () => {
    const { entities } = read([FOMIN], [{ name: 'Somebody Else', type: 'person' }]);
    expect(entities).toEqual(read([FOMIN], []).entities);
  });

  it('have each place once', () => {
    const { entities } = read(
      [FOMIN, WORDS],
      [{ name: 'Fomin', aliases: ['Alexander Fomin', 'Minister Alexander Fomin'] }],
    );
    const places = entities.flatMap(({ mentions }) =>
      mentions.map(({ path, start, end }) => `${path}@${start}-${end}`),
    );
    expect(new Set(places).size).toBe(places.length);
  });
});
