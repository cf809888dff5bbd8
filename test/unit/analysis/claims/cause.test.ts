import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('cause', () => {
  it.each([
    ['Gordon Thale passed away on Tuesday after a long battle with cancer.', 'after a long battle with cancer'],
    ['Gordon Thale died after suffering a stroke.', 'a stroke'],
    ['The cause of Gordon Thale’s death was given as a stroke.', 'a stroke'],
    ['Gordon Thale succumbed to his wounds.', 'his wounds'],
  ])('asks what somebody died of: %s', (text, words) => {
    const found = theDispute('cause', 'Gordon Thale died on Monday of complications of pneumonia.', text);
    expect(found.question).toBe('What did Gordon Thale die of?');
    expect(found.positions.flat().join(' ')).toContain(words);
  });

  it.each([
    ['Gordon Thale died at the age of 83.', 'Gordon Thale died of pneumonia.'],
    ['Gordon Thale died after a long battle with lung cancer.', 'Gordon Thale died of cancer.'],
    ['Gordon Thale did not die of pneumonia.', 'Gordon Thale died in a hospital.'],
  ])('leaves alone what can both hold: %s', (a, b) => {
    expect(disputes(a, b).filter((d) => d.kind === 'cause')).toEqual([]);
  });
});

it('takes a word for any offence for no other reason', () => {
  const texts = [
    'Vincent Jackson was arrested for drunk driving.',
    'Vincent Jackson was arrested for the misdemeanour.',
  ];
  expect(disputes(...texts)).toEqual([]);
});
