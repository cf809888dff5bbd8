import { describeSpan } from '../../../server/src/annotations/anchor.ts';
import {
  type Annotation,
  newAnnotation,
  sourceAddress,
  textualBody,
} from '../../../server/src/annotations/annotation.ts';

/** A comment on the first place where some words stand in a text. */
export function note(id: string, text: string, words: string, comment = 'Really?', path = 'a.txt'): Annotation {
  const start = text.indexOf(words);
  return newAnnotation(
    { id, now: '2026-11-22T10:00:00.000Z', author: 'Ana' },
    {
      motivation: 'commenting',
      body: [textualBody(comment, 'commenting')],
      target: [
        {
          type: 'SpecificResource',
          source: sourceAddress(path),
          selector: describeSpan(text, { start, end: start + words.length }),
        },
      ],
    },
  );
}
