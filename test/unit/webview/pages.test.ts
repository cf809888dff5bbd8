import { describe, expect, it } from 'vitest';
import { currentEntity, entityData } from '../../../client/src/model/entityData.ts';
import { timelineData } from '../../../client/src/model/timeline.ts';
import type { TimelineData } from '../../../client/webview/messages.ts';
import { momentsOf, noTimelineChoices, type TimelineChoices } from '../../../client/webview/model/moments.ts';
import { rolesBySource } from '../../../client/webview/model/roles.ts';
import type { EntityPage, TimelineItem } from '../../../server/src/protocol.ts';
import { contradiction, entity, overview, range, source, statement } from '../client/model/overview.ts';

const [a, b] = ['file:///a.txt', 'file:///b.txt'];
const sources = [source(a, { publisher: 'Gazette', date: '2025-05-15' }), source(b, { title: 'Fire' })];
const dispute = contradiction('day', {
  Monday: [statement(a, 1, 'On [Monday].')],
  Tuesday: [statement(b, 2, 'On [Tuesday].')],
});

describe('what the page of an entity shows', () => {
  const page: EntityPage = {
    entity: entity('Bell', { aliases: ['Bell', 'Anna'] }),
    sources: [{ uri: a, roles: [{ text: 'mayor' }], mentions: [] }],
    companions: [],
    contradictions: ['day'],
  };

  it('has the names of the sources, other names of the entity, and its disputes', () => {
    const shown = entityData(page, overview({ sources, contradictions: [dispute, contradiction('other', {})] }));
    expect(shown.sources[0]).toMatchObject({ name: 'Gazette', date: '2025-05-15' });
    expect(shown.entity?.aliases).toEqual(['Anna']);
    expect(shown.contradictions).toEqual([
      {
        id: 'day',
        severity: 'conflict',
        question: 'Which day?',
        positions: [
          { value: 'Monday', sources: 1 },
          { value: 'Tuesday', sources: 1 },
        ],
      },
    ]);
  });

  it('is nothing for an entity that is gone', () => {
    expect(entityData(null, overview({ sources }))).toEqual({ sources: [], companions: [], contradictions: [] });
  });

  it('stays with an entity whose id an edit has changed', () => {
    const entities = [entity('Bell', { id: 'new' }), entity('Karo', { type: 'place' })];
    expect(currentEntity({ entities }, { id: 'old', name: 'Bell', type: 'person' })).toBe('new');
    expect(currentEntity({ entities }, { id: 'Karo' })).toBe('Karo');
    expect(currentEntity({ entities }, { id: 'old', name: 'Bell', type: 'place' })).toBeUndefined();
  });

  it('has each role once, that of most sources first', () => {
    const given = rolesBySource([
      { uri: a, name: 'Gazette', roles: [{ text: 'aide' }, { text: 'Mayor', range: range(1, 2, 3) }] },
      { uri: b, name: 'Fire', roles: [{ text: 'mayor' }, { text: 'mayor' }] },
    ]);
    expect(given.map(({ role, by }) => [role, by.map(({ name }) => name)])).toEqual([
      ['Mayor', ['Gazette', 'Fire']],
      ['aide', ['Gazette']],
    ]);
  });
});

describe('the timeline', () => {
  const item = (
    when: string | undefined,
    uri: string,
    marked: string,
    more: Partial<TimelineItem> = {},
  ): TimelineItem => ({
    ...(when && { when }),
    approximate: false,
    planned: false,
    event: marked,
    statement: statement(uri, 1, marked),
    ...more,
  });
  const items = [
    item('2019', a, 'They met in [2019].'),
    item('2025-05-12', a, 'It burned on [Monday].', { event: 'fire', contradiction: 'day' }),
    item('2025-05-15', b, 'They talk on [Thursday].', { event: 'talks', planned: true }),
    item('2025-05-15', a, 'Talks are [today].', { event: 'talks' }),
    item(undefined, b, 'It rained on [Sunday].'),
  ];
  const data: TimelineData = {
    situation: 'ready',
    ...timelineData(items, overview({ sources, contradictions: [dispute] })),
  };
  const shown = (choices: Partial<TimelineChoices>) =>
    momentsOf(data, { ...noTimelineChoices, ...choices }).map(({ when, events, daysSince, published }) => [
      when,
      events.map(({ told }) => told.map(({ quotation }) => quotation.text)),
      daysSince,
      published,
    ]);

  it('joins what several sources date to the same time, and has what has no date last', () => {
    expect(shown({})).toEqual([
      ['2019', [['They met in 2019.']], undefined, 0],
      ['2025-05-12', [['It burned on Monday.']], undefined, 0],
      ['2025-05-15', [['They talk on Thursday.', 'Talks are today.']], 3, 1],
      [undefined, [['It rained on Sunday.']], undefined, 0],
    ]);
  });

  it('can be of disputed dates, of one source or of some words only', () => {
    expect(shown({ onlyDisputed: true }).map(([when]) => when)).toEqual(['2025-05-12']);
    expect(data.events.find(({ dispute }) => dispute)?.dispute?.question).toBe('Which day?');
    expect(shown({ source: b }).map(([when]) => when)).toEqual(['2025-05-15', undefined]);
    expect(shown({ words: 'TALK' }).map(([when]) => when)).toEqual(['2025-05-15']);
  });
});
