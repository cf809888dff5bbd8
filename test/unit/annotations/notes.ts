import { describeSpan } from '../../../server/src/annotations/anchor.ts';
import { type Annotation, sourceAddress, type Target } from '../../../server/src/annotations/annotation.ts';
import { newNote } from '../../../server/src/annotations/notes.ts';

/** A comment on the first place where some words stand in a text. */
export function note(id: string, text: string, words: string, comment = 'Really?', path = 'a.txt'): Annotation {
  const stamp = { id, now: '2026-11-22T10:00:00.000Z', author: 'Ana' };
  return { ...newNote(stamp, targetOn(text, words, path), comment, []), motivation: 'commenting' };
}

/** The first place where some words stand in a text. */
export function targetOn(text: string, words: string, path = 'a.txt'): Target {
  const start = text.indexOf(words);
  const selector = describeSpan(text, { start, end: start + words.length });
  return { type: 'SpecificResource', source: sourceAddress(path), selector };
}
