import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

const DONE = 'Karen Bell inspected the bridge on Monday.';
const NOT_DONE = 'Karen Bell did not inspect the bridge.';

describe('what was done', () => {
  it.each([
    'Karen Bell managed to inspect the bridge.',
    'Karen Bell admitted inspecting the bridge.',
    'After inspecting the bridge, Karen Bell went home.',
    'Having inspected the bridge, Karen Bell went home.',
    'Karen Bell went on to inspect the bridge.',
    'The bridge was inspected by Karen Bell on Monday.',
  ])('is disputed: %s', (text) => {
    expect(disputes(text, NOT_DONE)).not.toEqual([]);
  });
});

describe('what was not done', () => {
  it.each([
    'Karen Bell was unable to inspect the bridge.',
    'Karen Bell stopped short of inspecting the bridge.',
    'Karen Bell has yet to inspect the bridge.',
    'Karen Bell denied inspecting the bridge.',
    'Karen Bell left without inspecting the bridge.',
    'Karen Bell went home instead of inspecting the bridge.',
    'It is not true that Karen Bell inspected the bridge.',
    'At no time did Karen Bell inspect the bridge.',
    'Karen Bell did not, according to her lawyer, inspect the bridge.',
    'Karen Bell neither inspected the bridge nor spoke.',
    "Karen Bell's refusal to inspect the bridge surprised many.",
    'Karen Bell was criticized for not inspecting the bridge.',
    'Guards prevented Karen Bell from inspecting the bridge.',
    'Karen Bell chose not to inspect the bridge.',
    'Karen Bell neglected to inspect the bridge.',
    'Karen Bell had no chance to inspect the bridge.',
    'Karen Bell did not speak, nor did she inspect the bridge.',
    'The bridge remains uninspected.',
  ])('is disputed: %s', (text) => {
    expect(disputes(DONE, text)).not.toEqual([]);
    expect(disputes(NOT_DONE, text)).toEqual([]);
  });
});

describe('what will not be done', () => {
  it.each([
    'Karen Bell has no plans to sell the house.',
    'Karen Bell has no intention of selling the house.',
    'Karen Bell ruled out selling the house.',
    'Karen Bell dropped plans to sell the house.',
    'Karen Bell refuses to sell the house.',
    'Karen Bell is unwilling to sell the house.',
    'Karen Bell decided against selling the house.',
  ])('is disputed: %s', (text) => {
    expect(disputes('Karen Bell will sell the house next week.', text)).not.toEqual([]);
  });

  it('can still come where it has only not come yet', () => {
    expect(disputes('Karen Bell has yet to sell the house.', 'Karen Bell will sell the house.')).toEqual([]);
  });
});

describe('nouns and participles that say that something is so', () => {
  it.each([
    ['The pistol was not loaded.', 'He came with a loaded pistol.'],
    ['The mayor issued no warning.', 'The warning was lifted on Tuesday.'],
    ['Paul Denning left a note about his route.', 'Paul Denning left no note about his route.'],
    ['Actress Mia Lund ruled out a return to the series.', 'Mia Lund is returning to the series.'],
    ['A judge refused to release Marcus Hale.', 'Marcus Hale was granted bail by a judge.'],
    ['The dam at Orlo held.', 'The dam at Orlo broke.'],
    ['Carter Industries failed to win the contract.', 'The ministry awarded Carter Industries the contract.'],
  ])('%s / %s', (a, b) => {
    expect(disputes(a, b)).not.toEqual([]);
  });

  it('leaves a shooting and a wedding at which somebody was survived by his wife alone', () => {
    expect(disputes('Mark Dell died on Monday.', 'Mark Dell is survived by his wife.')).toEqual([]);
  });

  it('shows where one source alone contradicts itself', () => {
    const found = disputes('Anna Bell approved the plan, Mark Dell said. In fact Anna Bell rejected the plan.');
    expect(found.map(({ positions }) => positions)).toEqual([[['approved the plan'], ['rejected the plan']]]);
  });

  it('leaves two things of one kind alone, which both sources tell of', () => {
    const two = [
      'A bomb exploded in Zarb. A second bomb was defused.',
      'Police defused a bomb in Zarb. Another bomb exploded.',
    ];
    expect(disputes(...two)).toEqual([]);
  });
});

describe('what turns with time', () => {
  it('is disputed of one day', () => {
    expect(disputes('The shop reopened on Monday.', 'The shop stayed shut on Monday.')).not.toEqual([]);
    expect(disputes('The shop reopened on Tuesday.', 'The shop stayed shut on Monday.')).toEqual([]);
  });
});

describe('who did it', () => {
  it('is disputed by what people are', () => {
    const found = theDispute(
      'person',
      'The fire was discovered by the watchman.',
      'A passing cyclist discovered the fire.',
    );
    expect(found.positions).toHaveLength(2);
  });

  it('is who is not denied to have', () => {
    expect(
      disputes(
        'It was not Aldo Rossi who opened the exhibition, but Chiara Rossi.',
        'Aldo Rossi opened the exhibition.',
      ),
    ).not.toEqual([]);
    expect(
      disputes(
        'It was not Aldo Rossi who opened the exhibition, but Chiara Rossi.',
        'Chiara Rossi opened the exhibition.',
      ),
    ).toEqual([]);
  });

  it('may be told by a name and by what the one of that name is', () => {
    expect(disputes('Igor Belov discovered the fire.', 'The fire was discovered by a watchman.')).toEqual([]);
  });

  it('is who gets the prize', () => {
    const found = theDispute(
      'outcome',
      'Peter Arlen was awarded the Halley Prize.',
      'The Halley Prize went to Susan Moor.',
    );
    expect(found.question).toBe('Who got it (halley prize)?');
  });
});

describe('roles', () => {
  it('are disputed where nobody is both', () => {
    expect(disputes('Nadia Feld, the plaintiff, left.', 'Nadia Feld, the defendant, left.')).not.toEqual([]);
    expect(disputes('Nadia Feld, the plaintiff, left.', 'Nadia Feld, a nurse, left.')).toEqual([]);
  });
});

describe('what was said', () => {
  it('is disputed without quotation marks', () => {
    const [a, b] = [
      'Minister Clara Hofer said she had known about the memo.',
      'Clara Hofer said she had not known about the memo.',
    ];
    expect(theDispute('quote', a, b).severity).toBe('conflict');
  });

  it('is said by one person', () => {
    const [a, b] = [
      '"We must act now," Kari Lie told the conference.',
      '"We must act now," David Orme told the conference.',
    ];
    expect(theDispute('quote', a, b).question).toBe('Who said this?');
  });
});
