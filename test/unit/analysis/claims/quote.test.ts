import { expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

it('tells a quotation from what it was cut out of, where that denies it', () => {
  const found = theDispute(
    'quote',
    '“The crew did everything that could be asked of them,” Admiral Sarti said.',
    '“I cannot say that the crew did everything that could be asked of them,” Admiral Sarti said.',
  );
  expect(found.severity).toBe('conflict');
});

it('takes a quotation cut short for the same', () => {
  const texts = [
    '“The crew did everything that could be asked of them,” Admiral Sarti said.',
    '“I am proud that the crew did everything that could be asked of them,” Admiral Sarti said.',
  ];
  expect(disputes(...texts)).toEqual([]);
});
