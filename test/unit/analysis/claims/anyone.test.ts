import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('anyone', () => {
  it.each([
    ['No one has been arrested, police said.', 'Police on Monday arrested a former employee.'],
    ['There were no arrests.', 'Police on Monday arrested a former employee.'],
    ['Nobody was injured in the fire.', 'A guard was injured in the fire, the owner said.'],
    ['Nobody has been charged.', 'The captain is charged with negligence.'],
  ])('finds that it happened to somebody, where another source has nobody: %s', (none, some) => {
    const found = theDispute('polarity', none, some);
    expect(found.severity).toBe('conflict');
    expect(found.question).toMatch(/^Was anyone (?:arrested|injured|charged)\?$/);
  });

  it.each([
    ['No one else was arrested.', 'Police on Monday arrested a former employee.'],
    ['Nobody on the ground was injured.', 'The pilot was injured.'],
    ['No one was arrested, the paper asked?', 'Police on Monday arrested a former employee.'],
    ['The captain was arrested.', 'Police arrested a former employee.'],
    ['No one was arrested.', 'Police questioned a former employee.'],
  ])('leaves alone what can both hold: %s', (a, b) => {
    expect(disputes(a, b).filter((d) => d.question.startsWith('Was anyone'))).toEqual([]);
  });
});
