import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('place', () => {
  it('finds two towns for one death', () => {
    const found = theDispute('place', 'Mark Dell died in Leeds.', 'Mark Dell died in Sheffield.');
    expect(found.question).toBe('Where did Mark Dell die?');
  });

  it('finds two kinds of house', () => {
    expect(theDispute('place', 'Mark Dell died at his home.', 'Mark Dell died at a hospice.').severity).toBe(
      'conflict',
    );
  });

  it('finds two towns for one building', () => {
    const found = theDispute(
      'place',
      'She went to the Betty Ross Clinic in Leeds.',
      'She went to the Betty Ross Centre in Sheffield.',
    );
    expect(found.question).toBe('Where is the Betty Ross?');
  });

  it('finds two seats', () => {
    const found = theDispute(
      'place',
      'The new division will have its headquarters in Leeds.',
      'The new division is to be run from Sheffield.',
    );
    expect(found.positions.flat()).toContain('is to be run from Sheffield');
  });

  it.each([
    ['a town and its country', 'Mark Dell died in Leeds.', 'Mark Dell died in England.'],
    ['a home and a house', 'Mark Dell died at his home.', 'Mark Dell died in his house.'],
    ['two different people', 'Mark Dell died in Leeds.', 'Anna Bell died in Sheffield.'],
  ])('takes %s for compatible', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });
});
