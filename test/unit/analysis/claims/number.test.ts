import { describe, expect, it } from 'vitest';
import { analyseSource, compareSources } from '../../../../server/src/analysis/analyse.ts';
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

  it('takes a bound against an exact figure for no more than a variation, and shows it only to who asks for the less sure', () => {
    const texts = ['A ferry sank off Karo, killing at least 24 people.', 'A ferry sank off Karo, killing 24 people.'];
    const all = compareSources(texts.map((text, i) => analyseSource(`${i}.txt`, text))).contradictions;
    expect(all.map(({ severity, kind }) => [kind, severity])).toEqual([['number', 'variation']]);
    expect(disputes(...texts)).toEqual([]);
  });

  it.each([
    [
      'magnitude',
      'A 6.1-magnitude earthquake struck Karo.',
      'An earthquake with a magnitude of 5.4 hit Karo.',
      '6.1-magnitude',
      '5.4',
    ],
    ['magnitude with M', 'An M6.1 quake rattled Karo.', 'A magnitude-5.4 quake rattled Karo.', '6.1', '5.4'],
    [
      'magnitude that is not named',
      'A 6.1 quake rattled Karo.',
      'The quake in Karo was downgraded to 5.4.',
      '6.1',
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

describe('number: figures in other forms', () => {
  it.each([
    [
      'nobody against a figure',
      'A bus hit a wall in Karo on Monday. No one was hurt, police in Karo said.',
      'A bus hit a wall in Karo on Monday and three people were injured, police in Karo said.',
      'No one was hurt',
      'three',
    ],
    [
      'a share in words',
      'A third of the roofs in Karo were lost in the storm.',
      'Nine out of ten roofs in Karo were lost in the storm.',
      'A third',
      'Nine out of ten',
    ],
    [
      'a speed in words',
      'The train from Karo was running at 108 kmph when it derailed.',
      'The train from Karo was running at 60 kilometres an hour when it derailed.',
      '108 kmph',
      '60 kilometres an hour',
    ],
    [
      'rupees by their short form',
      'Families of the dead in Karo get compensation of Rs 1.5 lakh.',
      'Families of the dead in Karo get compensation of Rs 2 lakh.',
      'Rs 1.5 lakh',
      'Rs 2 lakh',
    ],
    [
      'names that are counted',
      'Karo, Monday - The film "Salt Roads" won seven Crystal Reels at the festival in Karo on Sunday.',
      'The film "Salt Roads" won five Crystal Reels on Sunday at the festival in Karo.',
      'seven',
      'five',
    ],
  ])('reads %s', (_what, a, b, one, other) => {
    expect(theDispute('number', a, b).positions.flat().sort()).toEqual([one, other].sort());
  });

  it('takes the age of a role for that of its person', () => {
    const found = theDispute(
      'number',
      'Anna Bell, 26, was banned in Karo on Monday. Bell won the race last year.',
      'Anna Bell was banned in Karo on Monday. The runner, 28, had won the race last year.',
    );
    expect(found.question).toBe('How old is Anna Bell?');
    expect(found.positions.flat().sort()).toEqual(['26', '28']);
  });

  it.each([
    ['the age at another time', 'Anna Bell, 44, leads the airline.', 'Anna Bell never flew until she was 21.'],
    ['none of what is not counted', 'There was no comment from Karo.', 'Karo published two comments.'],
    ['a hedged figure of one digit', 'About 100 people marched in Karo.', 'In Karo 104 people marched.'],
  ])('takes %s for compatible', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });

  it('does not let a hedge cover more than the last digit', () => {
    const found = theDispute(
      'number',
      'The jewels from the robbery in Karo are worth an estimated $102 million.',
      'The jewels from the robbery in Karo are worth $108 million.',
    );
    expect(found.severity).toBe('conflict');
  });

  it('names both figures where no noun says what they measure', () => {
    const found = theDispute(
      'number',
      'Pruitt held the bank in Karo for seven hours.',
      'Pruitt held the bank in Karo for three hours.',
    );
    expect(found.question).toMatch(/“(?:seven|three) hours”/);
  });
});

describe('rank', () => {
  it('finds two places in one row', () => {
    const found = theDispute(
      'sequence',
      'The tanker was the eighth ship to be seized off Karo this month.',
      'The tanker was the ninth ship to be seized off Karo this month.',
    );
    expect(found.positions.flat().sort()).toEqual(['eighth ship', 'ninth ship']);
  });

  it.each([
    ['quarters of a match', 'Karo won by a fourth-quarter touchdown.', 'Karo led after a second-quarter touchdown.'],
    ['titles', 'The First Minister visited Karo.', 'The third minister to resign visited Karo.'],
  ])('leaves %s alone', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });
});
