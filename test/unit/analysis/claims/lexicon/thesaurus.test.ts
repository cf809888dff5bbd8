import { describe, expect, test } from 'vitest';
import { kindredAction, opposite, sameAction } from '../../../../../server/src/analysis/claims/lexicon/thesaurus.ts';

describe('thesaurus', () => {
  test.each([
    ['approve', 'approval'],
    ['ban', 'prohibit'],
    ['buy', 'purchase'],
    ['resign', 'step_down'],
    ['dismiss', 'sack'],
    ['explode', 'explosion'],
    ['postpone', 'delay'],
    ['close', 'shutdown'],
    ['die', 'death'],
  ])('knows that %s and %s are the same action', (a, b) => {
    expect(sameAction(a, b)).toBe(true);
    expect(sameAction(b, a)).toBe(true);
  });

  test.each([
    ['approve', 'explode'],
    ['buy', 'sell'],
    ['win', 'lose'],
    ['arrest', 'release'],
  ])('keeps %s and %s apart', (a, b) => expect(sameAction(a, b)).toBe(false));

  test.each([
    ['convict', 'acquit'],
    ['win', 'lose'],
    ['admit', 'deny'],
    ['accept', 'reject'],
    ['open', 'shut'],
    ['guilty', 'innocent'],
    ['die', 'survive'],
    ['approve', 'veto'],
    ['rise', 'fall'],
    ['resign', 'stay'],
  ])('knows that %s and %s are opposites', (a, b) => {
    expect(opposite(a, b)).toBe(true);
    expect(opposite(b, a)).toBe(true);
  });

  test('does not oppose words that are alike or unrelated', () => {
    expect(opposite('approve', 'endorse')).toBe(false);
    expect(opposite('approve', 'explode')).toBe(false);
  });

  test('knows what is a kind of what', () => {
    expect(kindredAction('murder', 'kill')).toBe(true);
    expect(kindredAction('murder', 'resign')).toBe(false);
  });
});
