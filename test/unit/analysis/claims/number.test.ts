import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('number', () => {
  it('finds two death tolls said in different ways', () => {
    const found = theDispute(
      'number',
      'A ferry sank off Karo on Monday, killing at least 24 people, officials in Karo said.',
      'Five people died when a ferry sank off Karo on Monday.',
    );
    expect(found.question).toBe('How many people were killed?');
    expect(found.severity).toBe('conflict');
    expect(found.positions).toEqual(expect.arrayContaining([['at least 24'], ['Five']]));
  });

  it.each([
    ['words and digits', 'A ferry sank off Karo, killing 24 people.', 'Twenty-four dead as ferry sinks off Karo'],
    [
      'a sum of its parts',
      'Two women and a man died in the fire in Karo.',
      'Three people were killed in the fire in Karo.',
    ],
    ['another measure', 'The blast in Karo killed 5 people.', 'The blast in Karo injured 24 people.'],
    ['a rounded figure', 'Acme has 9,180 employees in Karo.', 'About 9,200 people work for Acme in Karo.'],
    [
      'another currency',
      'Acme offered $184 million for Bolt Motors.',
      'Acme made a £150 million offer for Bolt Motors.',
    ],
    [
      'another bidder',
      'Acme Corp. offered $184 million for Bolt Motors.',
      'Corex offered $200 million for Bolt Motors.',
    ],
    [
      'another person of the name',
      'Anna Bell, 60, was arrested in Karo.',
      'Her son Peter Bell, 31, was arrested in Karo.',
    ],
    ['metres and feet', 'Duncan Rait fell about 60 metres.', 'Duncan Rait fell about 200 feet.'],
  ])('takes %s for compatible', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });

  it('shows a bound against an exact figure as no more than a variation', () => {
    const found = theDispute(
      'number',
      'A ferry sank off Karo, killing at least 24 people.',
      'A ferry sank off Karo, killing 24 people.',
    );
    expect(found.severity).toBe('variation');
  });

  it.each([
    [
      'magnitude',
      'A 6.1-magnitude earthquake struck Karo.',
      'An earthquake with a magnitude of 5.4 hit Karo.',
      '6.1-magnitude',
      '5.4',
    ],
    [
      'age',
      'Anna Bell, 60, was arrested in Karo.',
      'Police in Karo arrested 61-year-old Anna Bell.',
      '60',
      '61-year-old',
    ],
    [
      'price',
      'Acme offered $184 million for Bolt Motors.',
      'Acme made a $200 million offer for Bolt Motors.',
      '$184 million',
      '$200 million',
    ],
    ['jobs', 'Acme is to cut 1,400 jobs in Karo.', 'At Acme in Karo 1,700 posts will have to go.', '1,400', '1,700'],
    [
      'population',
      'The quake hit Karo island, home to 120,000 people.',
      'Karo Island is home to 200,000 people.',
      '120,000',
      '200,000',
    ],
    [
      'interval',
      'Mark Dell died nine days after a heart attack.',
      'Mark Dell died two days after a heart attack.',
      'nine days',
      'two days',
    ],
    [
      'time left',
      'Bell scored with 7:42 left in the first half.',
      'Bell scored with 7:41 left in the first half.',
      '7:42',
      '7:41',
    ],
    [
      'cases',
      'Karo listeria cases rise to 23',
      'The number of confirmed listeria cases in Karo has risen to 27.',
      '23',
      '27',
    ],
  ])('compares %s', (_what, a, b, x, y) => {
    const found = theDispute('number', a, b);
    expect(found.positions.flat().sort()).toEqual([x, y].sort());
  });
});
