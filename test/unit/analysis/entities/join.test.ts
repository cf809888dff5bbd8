import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../../server/src/analysis/entities/find.ts';
import { readText } from '../../../../server/src/analysis/text/read.ts';

/** "type: name" of each entity of a text. */
function names(text: string): string[] {
  return findEntities(readText(text)).map(({ type, name }) => `${type}: ${name}`);
}

describe('names that stand in pieces', () => {
  it('are one body with what it is named after', () => {
    const found = names('The Housing Authority of Port Lindell sued the Diocese of Santa Rosalia on Monday.');
    expect(found).toContain('organization: Housing Authority of Port Lindell');
    expect(found).toContain('organization: Diocese of Santa Rosalia');
  });

  it('are one person with a nickname in the middle', () => {
    expect(names('In the end the judge sent Walter "Buck" Haines to prison for two years.')).toContain(
      'person: Walter "Buck" Haines',
    );
  });

  it('are one person where lists put the surname first', () => {
    expect(names('To: Haines, Walter; Lindqvist, Maria')).toEqual([
      'person: Haines, Walter',
      'person: Lindqvist, Maria',
    ]);
  });

  it('are two people where a clause only happens to have a comma', () => {
    expect(names('When he saw Haines, Walter began to run through the whole of the long night.')).not.toContain(
      'person: Haines, Walter',
    );
  });
});
