import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('outcome', () => {
  it('finds degrees of damage', () => {
    const found = theDispute(
      'outcome',
      'The fire destroyed the warehouse in Karo.',
      'The fire damaged the warehouse in Karo.',
    );
    expect(found.question).toBe('How badly was the building damaged?');
    expect(found.severity).toBe('conflict');
  });

  it('takes a later stage of a case for an update', () => {
    const found = theDispute(
      'outcome',
      'Peter Bell is suspected of murder in Karo.',
      'Peter Bell was charged with murder in Karo.',
    );
    expect(found.severity).toBe('update');
  });

  it('shows by default no dispute between the charge and the verdict', () => {
    const texts = ['Peter Bell was charged with murder in Karo.', 'Peter Bell was convicted of murder in Karo.'];
    expect(disputes(...texts)).toEqual([]);
  });

  it('tells suspicion from certainty', () => {
    const found = theDispute(
      'outcome',
      'The fire in Karo was the work of an arsonist.',
      'Police in Karo suspect arson.',
    );
    expect(found.severity).toBe('update');
  });

  it('finds who is caught and who is not', () => {
    expect(
      theDispute('outcome', 'The inmate is on the loose in Karo.', 'The inmate was captured in Karo.').severity,
    ).toBe('update');
  });

  it('finds how senior envoys are', () => {
    const found = theDispute(
      'other',
      'Russia is sending top-level envoys to the talks.',
      'Russia sent lower-ranking officials to the talks.',
    );
    expect(found.positions.flat().sort()).toEqual(['lower-ranking officials', 'top-level envoys']);
  });

  it('keeps what happened to two buildings in two towns apart', () => {
    expect(disputes('The fire destroyed the warehouse in Karo.', 'The storm damaged a school in Tersk.')).toEqual([]);
  });
});
