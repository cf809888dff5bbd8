import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../client/src/model/node.ts';
import {
  disputedPlaces,
  facingStatements,
  inReadingOrder,
  inSourceOrder,
  statementAt,
  step,
} from '../../../../client/src/model/order.ts';
import { contradiction, overview, source, statement } from './overview.ts';

const [a, b, c] = ['file:///a.txt', 'file:///b.txt', 'file:///c.txt'] as const;
const folder = overview({
  sources: [source(a), source(b), source(c)],
  contradictions: [
    contradiction('day', {
      Monday: [statement(c, 5, 'On [Monday] it rained.')],
      Tuesday: [statement(a, 9, 'On [Tuesday] it rained.')],
    }),
    contradiction('dead', {
      two: [statement(a, 2, 'It killed [two] and hurt six.')],
      five: [statement(c, 1, 'It killed [five].')],
    }),
    contradiction('hurt', {
      six: [statement(a, 2, 'It killed two and hurt [six].')],
      nine: [statement(c, 1, 'It killed [five].')],
    }),
  ],
});
const places = disputedPlaces(folder);
const words = (place: Place | undefined) =>
  place && `${place.uri.slice(8, 9)}:${place.range.start.line}:${place.range.start.character}`;
const at = (uri: string, line: number, character = 0) => ({ uri, position: { line, character } });

describe('next and previous contradiction', () => {
  it('goes through the sources in their order and down each text, stopping once at a place', () => {
    expect(places.map(words)).toEqual(['a:2:10', 'a:2:23', 'a:9:3', 'c:1:10', 'c:5:3']);
  });

  it('goes on from the cursor, within a line, across files and past one without contradictions', () => {
    expect(words(step(places, at(a, 2, 10), 'next', folder))).toBe('a:2:23');
    expect(words(step(places, at(a, 9, 3), 'next', folder))).toBe('c:1:10');
    expect(words(step(places, at(b, 0), 'next', folder))).toBe('c:1:10');
    expect(words(step(places, at(b, 0), 'previous', folder))).toBe('a:9:3');
    expect(words(step(places, at(a, 2, 23), 'previous', folder))).toBe('a:2:10');
  });

  it('goes around at both ends', () => {
    expect(words(step(places, at(c, 5, 3), 'next', folder))).toBe('a:2:10');
    expect(words(step(places, at(a, 2, 10), 'previous', folder))).toBe('c:5:3');
  });

  it('begins at the first, or at the last, from anywhere else', () => {
    for (const here of [undefined, at('file:///notes.md', 3)]) {
      expect(words(step(places, here, 'next', folder))).toBe('a:2:10');
      expect(words(step(places, here, 'previous', folder))).toBe('c:5:3');
    }
  });

  it('goes nowhere where nothing is disputed', () => {
    expect(step([], at(a, 1), 'next', folder)).toBeUndefined();
    expect(step([], undefined, 'previous', folder)).toBeUndefined();
  });
});

describe('the statements to open side by side', () => {
  const four = contradiction('x', {
    one: [statement(a, 1, '[One].'), statement(b, 1, '[One].')],
    two: [statement(a, 2, '[Two].'), statement(c, 2, '[Two].')],
    three: [statement(b, 3, '[Three].')],
    four: [statement(b, 4, '[Four].')],
  });
  const chosen = (...args: Parameters<typeof facingStatements>) =>
    facingStatements(...args).map((s) => `${s.uri.slice(8, 9)}: ${s.focusText}`);

  it('are one of each position, three at most, from different sources where there are', () => {
    expect(chosen(four)).toEqual(['a: One', 'c: Two', 'b: Three']);
  });

  it('begin with the statement that the reader is at', () => {
    expect(chosen(four, at(b, 4, 2))).toEqual(['b: Four', 'a: One', 'c: Two']);
    expect(chosen(four, at(b, 1, 0))).toEqual(['b: One', 'a: Two', 'b: Three']);
  });
});

describe('the statements of a question', () => {
  const twice = statement(a, 4, 'It [rained].');
  const question = contradiction('weather', {
    rain: [statement(b, 7, 'Rain [fell].'), twice],
    none: [statement(c, 1, 'It was [dry].'), twice],
  });

  it('come position by position, each place once', () => {
    expect(inReadingOrder(question).map(({ uri, text }) => `${uri.slice(8, 9)} ${text}`)).toEqual([
      'b Rain fell.',
      'a It rained.',
      'c It was dry.',
    ]);
  });

  it('are found at the cursor, rather by their disputed words', () => {
    const statements = [
      statement(a, 4, 'It [rained] and then it was dry.'),
      statement(a, 4, 'It rained and then it was [dry].'),
    ];
    expect(statementAt(statements, at(a, 4, 28))?.focusText).toBe('dry');
    expect(statementAt(statements, at(a, 4, 12))?.focusText).toBe('rained');
    expect(statementAt(statements, at(b, 4, 12))).toBeUndefined();
    expect(statementAt(statements, undefined)).toBeUndefined();
  });
});

it('places are put in the order of their sources, and those in no source left out', () => {
  const shuffled = [places[3], places[0], places[4]].flatMap((place) => place ?? []);
  const gone = { uri: 'file:///gone.txt', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } };
  expect(inSourceOrder([...shuffled, gone], folder).map(words)).toEqual(['a:2:10', 'c:1:10', 'c:5:3']);
});
