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
    ['of an event', 'The trial was held in Leeds, Anna Bell said.', 'Anna Bell said the trial took place in Hull.'],
    ['of a find', 'Mark Dell was found in a ravine.', 'Mark Dell was found in a lake.'],
    ['of a thing', 'Mark Dell said the bomb was hidden in a bag.', 'The bomb was concealed in a box, Mark Dell said.'],
    ['of one name', 'Mark Dell was taken to St Mary Hospital.', 'Mark Dell was taken to Fairfield Hospital.'],
    ['inside and out', 'Mark Dell was shot outside a bar in Leeds.', 'Mark Dell was shot in a bar in Leeds.'],
    ['to which somebody fled', 'Mark Dell fled to Canada.', 'Mark Dell escaped to Mexico.'],
    ['by a number', 'Mark Dell said the blast occurred in Hall 2.', 'The blast was in Hall 4, Mark Dell said.'],
    [
      'where it was',
      'Mark Dell works on the farm where the blast was.',
      'The blast hit a school, Mark Dell said. The blast happened in a school.',
    ],
    ['of a body', 'Her body lay in the ice room, Mark Dell said.', 'Mark Dell found her body in the office.'],
    ['told by a capital', 'Mark Dell was arrested in the Czech capital.', 'Mark Dell was arrested in Vienna.'],
  ])('finds two places %s', (_what, a, b) => {
    theDispute('place', a, b);
  });

  it.each([
    ['a town and its country', 'Mark Dell died in Leeds.', 'Mark Dell died in England.'],
    ['a home and a house', 'Mark Dell died at his home.', 'Mark Dell died in his house.'],
    ['two different people', 'Mark Dell died in Leeds.', 'Anna Bell died in Sheffield.'],
    ['a kitchen and the house', 'Mark Dell was arrested in the kitchen.', 'Mark Dell was arrested in a house.'],
    ['where he was brought and then', 'Mark Dell was taken to a clinic.', 'Mark Dell was later taken to a prison.'],
    ['one place by another', 'Mark Dell was arrested near the station.', 'Mark Dell was arrested in a shop.'],
    ['new talks', 'The talks in Geneva failed, Mark Dell said.', 'New talks will be held in Vienna, Mark Dell said.'],
    [
      'several meetings',
      'The meeting was held in Geneva, Mark Dell said. Talks were held in Vienna, Mark Dell said.',
      'The meeting was held in Vienna, Mark Dell said.',
    ],
  ])('takes %s for compatible', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });
});
