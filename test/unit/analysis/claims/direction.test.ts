import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

const places = (...texts: string[]) => disputes(...texts).filter((d) => d.kind === 'place');

describe('direction', () => {
  it('finds two sides of one town', () => {
    const found = theDispute(
      'place',
      'The quake struck 18 kilometres north of the town of Nurata.',
      'The epicentre lay some 20 kilometres to the south of Nurata.',
    );
    expect(found.question).toBe('On which side of Nurata?');
    expect(found.positions.flat()).toEqual([
      '18 kilometres north of the town of Nurata',
      'some 20 kilometres to the south of Nurata',
    ]);
  });

  it.each([
    ['The quake struck 18 km north of Nurata.', 'The quake was centred 20 km north-east of Nurata.'],
    ['The quake struck 18 km north of Nurata.', 'The ferry sank 20 km south of Nurata.'],
    ['The quake struck 18 km north of Nurata.', 'The quake struck 20 km south of Bukhara.'],
    ['The north of Portugal was hit.', 'The south of Portugal was spared.'],
  ])('leaves alone what can both hold: %s', (a, b) => expect(places(a, b)).toEqual([]));
});
