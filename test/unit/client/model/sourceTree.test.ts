import { expect, it } from 'vitest';
import { sourceTree } from '../../../../client/src/model/sourceTree.ts';
import { overview, source } from './overview.ts';

it('lists a source with its publisher, date, contradictions and title', () => {
  const uri = 'file:///folder/a.txt';
  const known = source(uri, {
    title: 'Flood in the valley',
    publisher: 'The Gazette',
    date: '2021-06-03',
    entities: 1,
    contradictions: 2,
  });
  const [row] = sourceTree(overview({ sources: [known] }));
  expect(row).toMatchObject({
    label: 'The Gazette',
    description: 'Jun 3, 2021 · 2 contradictions · Flood in the valley',
    tooltip: 'Flood in the valley\nThe Gazette, Jun 3, 2021\n2 contradictions, 1 entity\na.txt',
    place: { uri },
  });
});

it('calls a source that says nothing of itself by its file name', () => {
  const [row] = sourceTree(overview({ sources: [source('file:///folder/my%20notes.txt')] }));
  expect(row).toMatchObject({ label: 'my notes.txt', description: '' });
});

it('shows a date that it cannot read as it stands', () => {
  const [row] = sourceTree(overview({ sources: [source('file:///a.txt', { date: 'spring' })] }));
  expect(row?.description).toBe('spring');
});

it('says how a source begins that has no headline to be known by', () => {
  const known = source('file:///folder/a.txt', { title: 'a.txt', opening: 'Rescuers looked for more people.' });
  const [row] = sourceTree(overview({ sources: [known] }));
  expect(row).toMatchObject({ label: 'a.txt', description: 'Rescuers looked for more people.' });
});
