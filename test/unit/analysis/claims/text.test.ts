import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('cause', () => {
  it('finds two causes of one death', () => {
    expect(theDispute('cause', 'Mark Dell died of heart failure.', 'Mark Dell died from pneumonia.').question).toBe(
      'What did Mark Dell die of?',
    );
  });

  it('takes a fuller name of the illness for the same', () => {
    expect(disputes('Mark Dell died of heart failure.', 'Mark Dell died of congestive heart failure.')).toEqual([]);
  });
});

describe('name', () => {
  it('finds two spellings', () => {
    const found = theDispute('name', 'Duncan Raite fell from a ridge.', 'Duncan Rait fell from a ridge.');
    expect(found.severity).toBe('variation');
  });

  it.each([
    ['two people', 'Duncan Rait fell from a ridge.', 'Jane Smith fell from a ridge.'],
    ['an accent', 'President Recep Erdogan spoke.', 'President Recep Erdoğan spoke.'],
    ['other quotation marks', 'Vincent "Chin" Gigante was jailed.', "Vincent 'Chin' Gigante was jailed."],
    ['American and British spelling', 'The Lincoln Center opened.', 'The Lincoln Centre opened.'],
  ])('leaves %s alone', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });
});

describe('quote', () => {
  it('finds a quotation that is turned round', () => {
    const found = theDispute(
      'quote',
      '“We did nothing wrong,” the owner said.',
      'The owner said: “We did something wrong, and I will find out what.”',
    );
    expect(found.severity).toBe('conflict');
  });

  it.each([
    [
      'cut short',
      '“We did nothing wrong, and we will show it,” the owner said.',
      '“We did nothing wrong,” the owner said.',
    ],
    [
      'about something else',
      '“We did nothing wrong,” the owner said.',
      '“The weather was fine on Sunday,” the owner said.',
    ],
  ])('leaves a quotation alone that is %s', (_what, a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });
});

describe('role', () => {
  it('finds two offices that sound alike', () => {
    expect(
      theDispute('role', 'Presidential aide Ivan Petrov arrived.', 'Presidential adviser Ivan Petrov arrived.')
        .severity,
    ).toBe('variation');
  });

  it('takes more detail for the same', () => {
    expect(disputes('Reporter Ivan Petrov arrived.', 'Senior medical reporter Ivan Petrov arrived.')).toEqual([]);
  });

  it('finds two holders of one post', () => {
    const found = theDispute(
      'role',
      "Bell's lawyer Mark Heller spoke. Anna Bell was silent.",
      "Anna Bell was silent. Bell's attorney Shawn Holley spoke.",
    );
    expect(found.severity).toBe('update');
  });
});

describe('charge', () => {
  it('finds two charges', () => {
    const found = theDispute(
      'other',
      'Peter Bell was charged with manslaughter.',
      'Peter Bell was charged with robbery.',
    );
    expect(found.question).toBe('With what was Peter Bell charged?');
  });
});

describe('attribute', () => {
  it('finds two colors', () => {
    expect(
      theDispute('other', 'The driver of a silver Camry fled.', 'The driver of a gray Camry fled.').positions.flat(),
    ).toContain('gray Camry');
  });

  it('finds two nationalities of one man, told by his age', () => {
    const found = theDispute(
      'person',
      'A 36-year-old Australian climber died on Mount Karo.',
      'Duncan Rait, a 36-year-old German climber, died on Mount Karo.',
    );
    expect(found.positions.flat().sort()).toEqual(['Australian', 'German']);
  });
});
