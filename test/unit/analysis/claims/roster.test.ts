import { describe, expect, it } from 'vitest';
import { contradictions, disputes, theDispute } from './disputes.ts';

const LED_BY_TWO = 'The Russian delegation will be led by Ivan Petrov and Oleg Sidorov.';

const THREE = 'Russia is represented by Ivan Petrov, Anna Orlova and Oleg Sidorov.';

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

  it('gives an answer by its names, not by the words around them', () => {
    const [found] = contradictions(THREE, 'Ivan Petrov will lead the Russian delegation together with Oleg Sidorov.');
    expect(found?.positions.map((p) => p.value)).toEqual([
      'Ivan Petrov, Anna Orlova and Oleg Sidorov',
      'Ivan Petrov and Oleg Sidorov',
    ]);
  });

  it.each([
    'Ivan Petrov and Oleg Sidorov will represent Russia.',
    'Ivan Petrov, a presidential adviser, and Deputy Defense Minister Oleg Sidorov will represent Russia.',
    'The Russian delegation consists of Ivan Petrov and Oleg Sidorov.',
    'Russia’s delegation is made up of Ivan Petrov and Oleg Sidorov.',
    'Ivan Petrov and Oleg Sidorov make up the Russian delegation.',
    'Ivan Petrov will lead the Russian delegation together with Oleg Sidorov.',
    'The Russian team comprises Ivan Petrov and Oleg Sidorov.',
    'Moscow is sending Ivan Petrov and Oleg Sidorov to the talks.',
    'According to the Kremlin, the delegation is to be headed by Ivan Petrov and to have one other member.',
  ])('reads who makes up a delegation: %s', (text) => {
    expect(theDispute('roster', text, THREE).severity).toBe('conflict');
  });

  it.each([
    'Ivan Petrov heads a Russian delegation that includes Oleg Sidorov.',
    'The Russian delegation, led by Ivan Petrov, includes Oleg Sidorov.',
    'Members of the Russian delegation include Ivan Petrov and Oleg Sidorov.',
    'At the head of the Russian delegation will be Ivan Petrov.',
    'Ivan Petrov is the leader of the Russian delegation.',
    'Moscow will send a delegation led by Ivan Petrov.',
  ])('takes a list that need not be whole for a variation: %s', (text) => {
    expect(theDispute('roster', text, THREE).severity).toBe('variation');
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
