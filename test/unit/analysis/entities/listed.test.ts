import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../../server/src/analysis/entities/find.ts';
import { readText } from '../../../../server/src/analysis/text/read.ts';

/** "type: name" of each entity of a text. */
function names(text: string): string[] {
  return findEntities(readText(text)).map(({ type, name }) => `${type}: ${name}`);
}

describe('well-known names', () => {
  it.each([
    [
      'The Department of Housing and Urban Development paid the rent.',
      'organization: Department of Housing and Urban Development',
    ],
    ['Doctors Without Borders left the town on Monday.', 'organization: Doctors Without Borders'],
    ['He was flown to the West Bank on Tuesday.', 'place: West Bank'],
  ])('are found whole: %s', (text, name) => {
    expect(names(text)).toContain(name);
  });

  it('leave a longer name around them as it is', () => {
    expect(names('The Red Cross Society of Tarnland opened an office in Lyon.')).not.toContain(
      'organization: Red Cross',
    );
  });

  it('are acronyms only in capitals', () => {
    expect(names('The WHO sent a team on Monday.')).toContain('organization: WHO');
    expect(names('Who sent a team on Monday? Nobody knows.')).toEqual([]);
  });
});

describe('the codes of states', () => {
  it('are places after a town', () => {
    expect(names('He lived in Portland, OR for years and then in Topeka, KS.')).toEqual(
      expect.arrayContaining(['place: OR', 'place: KS']),
    );
  });

  it('are words elsewhere', () => {
    expect(names('SELL, OR KEEP? The owners are not sure.').filter((name) => name === 'place: OR')).toEqual([]);
  });
});

describe('names with a number', () => {
  it('can begin with it', () => {
    expect(names('Soldiers of the 101st Airborne Division took the bridge.')).toContain(
      'organization: 101st Airborne Division',
    );
  });
});
