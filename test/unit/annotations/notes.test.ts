import { describe, expect, it } from 'vitest';
import {
  newNote,
  newReply,
  threadsIn,
  withReplies,
  withResolution,
  withTags,
  withText,
} from '../../../server/src/annotations/notes.ts';
import { note, targetOn } from './notes.ts';

const TEXT = 'Officials said 5 people were killed on Monday. Rain fell.\n';
const NOW = '2026-11-22T12:00:00.000Z';
const stamp = (id: string, now = NOW) => ({ id, now, author: 'Ben' });
const first = note('urn:a', TEXT, '5 people', 'Who counted?');

function threads(annotations = [first], text: string | null = TEXT) {
  const texts = { keyOf: (address: string) => address.slice(3), textOf: () => text ?? undefined };
  return threadsIn(new Map(annotations.map((each) => [each.id, each])), texts);
}

describe('a thread', () => {
  it('is a note and its answers, in order of time', () => {
    const answer = newReply(stamp('urn:c'), first, 'The police.');
    const later = newReply(stamp('urn:b', '2026-11-22T13:00:00.000Z'), answer, 'No: the mayor.');
    const [thread, ...others] = threads([later, answer, first]);
    expect(others).toEqual([]);
    expect(thread?.comments.map(({ text }) => text)).toEqual(['Who counted?', 'The police.', 'No: the mayor.']);
    expect(thread).toMatchObject({ path: 'a.txt', quote: '5 people', at: { start: 15, isSure: true } });
    const all = new Map([first, answer, later].map((each) => [each.id, each]));
    expect(withReplies('urn:a', all)).toEqual(['urn:a', 'urn:c', 'urn:b']);
  });

  it('is edited, tagged and resolved, and keeps the rest', () => {
    const changed = withResolution(withTags(withText(first, 'Who says so?', NOW), ['check', 'toll'], NOW), true, NOW);
    expect(threads([changed])[0]).toMatchObject({
      tags: ['check', 'toll'],
      isResolved: true,
      comments: [{ id: 'urn:a', text: 'Who says so?', author: 'Ana', time: NOW }],
    });
    expect(threads([withResolution(changed, false, NOW)])[0]?.isResolved).toBe(false);
    expect(threads([withText(changed, 'Again', NOW)])[0]?.tags).toEqual(['check', 'toll']);
  });

  it('is shown when its place is gone, and when its source is', () => {
    expect(threads([first], 'Snow lay on the hills.')[0]).toMatchObject({ at: undefined, quote: '5 people' });
    expect(threads([first], null)[0]).toMatchObject({ at: undefined, path: 'a.txt' });
  });

  it('has no comments where it only highlights or tags', () => {
    const highlight = newNote(stamp('urn:h'), targetOn(TEXT, 'Rain'), '', []);
    expect(highlight.motivation).toBe('highlighting');
    expect(threads([highlight])[0]?.comments).toEqual([]);
    const tagged = withTags(highlight, ['weather'], NOW);
    expect(tagged.motivation).toBe('tagging');
    expect(threads([tagged])[0]).toMatchObject({ tags: ['weather'], comments: [] });
    expect(withTags(tagged, [], NOW).motivation).toBe('highlighting');
  });
});
