import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

const LED_BY_TWO = 'The Russian delegation will be led by Ivan Petrov and Oleg Sidorov.';

describe('roster', () => {
  it('finds members that one list leaves out', () => {
    const found = theDispute(
      'roster',
      LED_BY_TWO,
      'The Russian delegation is led by Ivan Petrov and includes Anna Orlova and Oleg Sidorov.',
    );
    expect(found.question).toBe('Who is in the delegation of Russia?');
    expect(found.severity).toBe('conflict');
  });

  it('counts members without a name', () => {
    const found = theDispute(
      'roster',
      'The Kremlin said its delegation will be led by Ivan Petrov and include three other officials.',
      'Russia will be represented by Ivan Petrov and Oleg Sidorov.',
    );
    expect(found.positions.flat()).toContain('Ivan Petrov and include three other officials');
  });

  it('takes the same people in another order for the same', () => {
    expect(disputes(LED_BY_TWO, 'Russia will be represented by Oleg Sidorov and Ivan Petrov.')).toEqual([]);
  });

  it('keeps the delegations of two countries apart', () => {
    expect(disputes(LED_BY_TWO, 'The Turkish delegation will be led by Kemal Aydin.')).toEqual([]);
  });

  it('shows a list with one more name as a variation', () => {
    const found = theDispute(
      'roster',
      'He defended the WBA, IBF and WBO titles.',
      'He defended the WBA, IBF, IBO and WBO titles.',
    );
    expect(found.severity).toBe('variation');
  });
});
