import { describe, expect, it } from 'vitest';
import { disputes } from '../claims/disputes.ts';

/** The focus texts of the one dispute over a figure or time between texts; fails loudly otherwise. */
function figures(...texts: string[]): string[] {
  const found = disputes(...texts).filter((d) => d.kind === 'number' || d.kind === 'date');
  if (found.length !== 1) throw new Error(`${found.length} disputes: ${JSON.stringify(found)}`);
  return (found[0]?.positions ?? []).map((p) => p[0] ?? '').toSorted();
}

describe('figures that sources put in other words', () => {
  it.each([
    [
      'another noun for what is counted',
      'Four burning lorries blocked the Arden Tunnel on Monday.',
      'Firefighters put out six burning trucks in the Arden Tunnel.',
      ['Four', 'six'],
    ],
    [
      'a noun for the verb',
      'Trams in Corvel broke down for five hours on Friday.',
      'The breakdown of the trams in Corvel lasted nine hours.',
      ['five hours', 'nine hours'],
    ],
    [
      'a claim in money',
      'The Dunn family is seeking $2 million in damages from Orley Clinic.',
      'The Dunn family has sued Orley Clinic and puts its damages at $3.5 million.',
      ['$2 million', '$3.5 million'],
    ],
    [
      'another verb of finding',
      'Inspectors found seven defects in the Brill dam in March.',
      'The inspectors had discovered three faults in the Brill dam in March.',
      ['seven', 'three'],
    ],
    [
      'a toll without people',
      'At least two passengers were killed when a bus overturned near Velm.',
      'Death toll in Velm bus crash rises to five',
      ['At least two', 'five'],
    ],
    [
      'people by what they are',
      'Five fishermen were missing after the Orla sank off Tarn.',
      'Three men of the crew of the Orla are still missing off Tarn.',
      ['Five', 'Three'],
    ],
  ])('meet by %s', (_what, a, b, expected) => {
    expect(figures(a, b)).toEqual(expected.toSorted());
  });

  it.each([
    [
      'another year',
      'Four lorries burned in the Arden Tunnel on Monday.',
      'Ten years ago six lorries had burned in the Arden Tunnel.',
    ],
    ['what comes on top', 'Some 800 people left their homes in Sorn.', 'Another 400 people left their homes in Sorn.'],
    [
      'other names',
      'Two hikers were killed by lightning near Ulmen, Vera Stolz said.',
      'An avalanche in the Karpas range killed nine skiers, said Omar Haddad.',
    ],
    ['another person', 'Rosa Field, 62, lives in Tarn.', 'Mark Odell, 47, lives in Tarn.'],
    [
      'halves and digits',
      'The queue in Tarn was one and a half kilometres long.',
      'In Tarn the queue was 1.5 km long.',
    ],
    ['two units', 'The flight to Orly took two hours and ten minutes.', 'The flight to Orly took 130 minutes.'],
    [
      'votes in words',
      'The Orley council voted 47 to 41 for the dam.',
      'By forty-seven votes to forty-one the Orley council voted for the dam.',
    ],
    ['hours in words', 'The Orley bridge fell at half past six.', 'The Orley bridge fell at 6:30 p.m.'],
  ])('keep apart or agree over %s', (_what, a, b) => {
    expect(disputes(a, b).filter((d) => d.kind === 'number' || d.kind === 'date')).toEqual([]);
  });

  it('never make one source answer twice in a dispute of two others', () => {
    const found = disputes(
      'Four carriages of the Ostry express derailed. Nine carriages stayed on the track.',
      'Five derailed coaches of the Ostry express lay in the field.',
    );
    const sides = found.flatMap((d) => d.positions.map((p) => p.join()));
    expect(sides.filter((s) => s.includes('Four') && s.includes('Nine'))).toEqual([]);
  });
});
