import type { EntityType, ReadText, Sentence, Span, Token } from '../model.ts';
import { remembered } from '../remembered.ts';
import { fold } from './fold.ts';
import { knownAs } from './known.ts';

/** A stretch of tokens that names something. */
export interface NameSpan extends Span {
  sentence: Sentence;
  /** Token indices, the last inclusive. */
  first: number;
  last: number;
  text: string;
  /** {@link text} folded, white space as single spaces: what names are compared by. */
  key: string;
  type: EntityType;
  /** 0..1: how sure the type is. */
  confidence: number;
  /** Summed probability, over all mentions of the name in the source, that it is a name. */
  support: number;
}

/** Where the tokens of names start. */
export function startsOf(spans: NameSpan[]): Set<number> {
  const starts = new Set<number>();
  for (const { sentence, first, last } of spans)
    for (let i = first; i <= last; i++) starts.add((sentence.tokens[i] as Token).start);
  return starts;
}

/** What the text says from one token to another, both inclusive. */
export function textOf(read: ReadText, sentence: Sentence, first: number, last: number): string {
  return read.text.slice((sentence.tokens[first] as Token).start, (sentence.tokens[last] as Token).end);
}

export function nameSpan(
  read: ReadText,
  sentence: Sentence,
  first: number,
  last: number,
  type: EntityType,
  confidence: number,
): NameSpan {
  const whole = textOf(read, sentence, first, last);
  // a possessive that the tokenizer left on is no part of the name
  const isPossessive = whole.endsWith('s') && /\p{L}{3}['’]s$/u.test(whole) && (knownAs(nameKey(whole)) & 2) === 0;
  const text = isPossessive ? whole.slice(0, -2) : whole;
  const start = (sentence.tokens[first] as Token).start;
  return {
    sentence,
    first,
    last,
    start,
    end: start + text.length,
    text,
    key: nameKey(text),
    type,
    confidence,
    support: 0,
  };
}

const ODD_SPACE = /\s\s|[^\S ]/;

/** A name as names are compared: folded, with single spaces. */
export const nameKey = remembered((name) => {
  const folded = fold(name);
  return ODD_SPACE.test(folded) ? folded.replace(/\s+/g, ' ') : folded;
});
