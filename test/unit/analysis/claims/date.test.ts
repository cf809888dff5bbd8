import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('date', () => {
  it('finds two days for one death', () => {
    const found = theDispute(
      'date',
      'Mark Dell died on Thursday at his home.',
      'Mark Dell died Friday, his family said.',
    );
    expect(found.question).toBe('When did Mark Dell die?');
    expect(found.positions.flat().sort()).toEqual(['Friday', 'Thursday']);
  });

  it('finds the day of an event that a noun names', () => {
    const found = theDispute(
      'date',
      "Friday night's fire at Karo church destroyed the roof.",
      'The fire at Karo church broke out early Saturday.',
    );
    expect(found.positions.flat().sort()).toEqual(['Friday night', 'early Saturday']);
  });

  it('dates a meeting by when somebody travels to it', () => {
    const found = theDispute(
      'date',
      'Peace talks between Tersk and Karo are set to take place Thursday in Geneva.',
      'Foreign minister Anna Bell is scheduled to travel to Geneva on Friday to participate in the talks between Tersk and Karo.',
    );
    expect(found.positions.flat().sort()).toEqual(['Friday', 'Thursday']);
  });

  it.each([
    ['a part of the day', 'Mark Dell died on Thursday night.', 'Mark Dell died on Thursday.'],
    ['the day of the report', 'Mark Dell died on Thursday.', 'Police said on Friday that Mark Dell had died.'],
    ['a weekday and its date', 'Mark Dell died on Tuesday, December 9, 2008.', 'Mark Dell died on Tuesday.'],
    ['a month and its day', 'Mark Dell died in March 2022.', 'Mark Dell died on March 4, 2022.'],
    [
      "another noun's day",
      'Mark Dell was arrested on Tuesday in Karo.',
      "Despite his arrest in Karo, Mark Dell will play in Sunday's game.",
    ],
  ])('takes %s for compatible', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });
});
