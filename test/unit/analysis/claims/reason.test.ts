import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('reason', () => {
  it.each([
    ['The crash was caused by a burst tire, investigators said.', 'Police blamed the crash on black ice.'],
    ['The fire was started by a cigarette.', 'Faulty wiring caused the blaze, the fire chief said.'],
    ['A software update had brought down the network.', 'A power cut was the cause of the outage.'],
    ['The explosion was put down to a gas leak.', 'Investigators said that a bomb had caused the explosion.'],
    ['The minister spoke of sabotage after the crash.', 'The crash was due to a broken axle.'],
    ['The election was postponed because of the floods.', 'The vote was delayed because ballots had not been printed.'],
    ['Lena Holt was fined for speeding.', 'Lena Holt was fined for using a phone at the wheel.'],
    ['Lena Holt was arrested on suspicion of theft.', 'Lena Holt was arrested for drunk driving.'],
    ['The partner quarreled with him over pensions.', 'The coalition collapsed over the new airport.'],
    ['Fog delayed the flight, Lena Holt said.', 'Lena Holt said the flight was held up by a strike.'],
    ['The bridge was closed because of cracks, Lena Holt said.', 'High winds closed the bridge, Lena Holt said.'],
    ['The crash was due to pilot error.', 'The accident happened when a tyre burst.'],
    ['Lena Holt resigned for health reasons.', 'Lena Holt quit over the expenses scandal.'],
    ['Milk was withdrawn after germs were found in it.', 'Milk was recalled because of glass splinters.'],
    ['Lena Holt was jailed for fraud.', 'Lena Holt was sent to prison for assault.'],
  ])('finds different causes: %s', (a, b) => expect(theDispute('cause', a, b).severity).toBe('conflict'));

  it('finds a cause that another source rules out', () => {
    const found = theDispute('cause', 'Sabotage was the cause of the crash.', 'Investigators ruled out sabotage.');
    expect(found.severity).toBe('conflict');
  });

  it.each([
    ['The crash was caused by a burst tire.', 'A burst tire was to blame for the accident.'],
    ['Lena Holt was arrested for DUI.', 'Lena Holt was arrested for drunk driving.'],
    ['The flight was delayed because of fog.', 'The shop was closed because of the holiday.'],
    ['The shop was destroyed by fire.', 'The fire at the shop was arson.'],
    ['Police closed the bridge because of cracks.', 'The company closed the bridge.'],
    ['Lena Holt was banned for the next match.', 'Lena Holt was banned for spitting.'],
  ])('takes one cause in other words, or of another thing, for compatible: %s', (a, b) => {
    expect(disputes(a, b).filter((d) => d.kind === 'cause')).toEqual([]);
  });
});

describe('order', () => {
  it.each([
    ['The riot broke out during the march.', 'The riot began after the march.'],
    ['The explosion happened before the handover.', 'The explosion happened after the handover.'],
  ])('finds that events follow each other otherwise: %s', (a, b) => {
    expect(theDispute('sequence', a, b).question).toBe('What came first?');
  });
});

describe('doer', () => {
  it.each([
    ['Ann Bell discovered the wreck.', 'The wreck was discovered by Tom Reed.'],
    ['Dr Ann Bell led the operation.', 'The operation was led by Dr Tom Reed.'],
    ['Tom Reed scored the second goal.', 'The second goal was scored by Mark Dell.'],
  ])('asks who did what is done once: %s', (a, b) => expect(theDispute('person', a, b).severity).toBe('conflict'));

  it('keeps two goals apart', () => {
    expect(disputes('Tom Reed scored the first goal.', 'Mark Dell scored the second goal.')).toEqual([]);
  });
});

describe('clauses', () => {
  it('reads a participle after a noun as no main verb', () => {
    const found = theDispute(
      'cause',
      'An update installed overnight had caused the outage.',
      'A power cut caused the outage.',
    );
    expect(found.positions.flat()).toContain('An update');
  });
});
