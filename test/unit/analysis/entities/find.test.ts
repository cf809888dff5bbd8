import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../../server/src/analysis/entities/find.ts';
import type { LocalEntity, MentionKind } from '../../../../server/src/analysis/model.ts';
import { readText } from '../../../../server/src/analysis/text/read.ts';

/** The entities of a text by name, with the texts of their mentions of one kind. */
function read(text: string, kind: MentionKind = 'name'): Record<string, string[]> {
  return Object.fromEntries(
    findEntities(readText(text)).map((entity) => [
      `${entity.type}: ${entity.name}`,
      entity.mentions.filter((m) => m.kind === kind).map((m) => text.slice(m.start, m.end)),
    ]),
  );
}

function named(text: string, name: string): LocalEntity {
  const found = findEntities(readText(text)).find((entity) => entity.name === name);
  if (!found) throw new Error(`no entity ${name}`);
  return found;
}

describe('names', () => {
  it('leaves titles out of names and keeps them as roles', () => {
    const text = 'German Foreign Minister Petra Sandmann met Mr Okoro on Monday.';
    expect(read(text)).toMatchObject({ 'person: Petra Sandmann': ['Petra Sandmann'], 'person: Okoro': ['Okoro'] });
    expect(named(text, 'Petra Sandmann').roles).toEqual(['German Foreign Minister']);
  });

  it('reads a role after the name', () => {
    const text = 'Carla Ruiz, a senior adviser to the mayor, resigned on Friday.';
    expect(named(text, 'Carla Ruiz').roles).toEqual(['senior adviser to the mayor']);
  });

  it('keeps particles, initials and hyphens in names', () => {
    const names = Object.keys(
      read('Officials said J. D. Harlow met Anna von der Heide and Jean-Pierre Dupont in Lyon.'),
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'person: J. D. Harlow',
        'person: Anna von der Heide',
        'person: Jean-Pierre Dupont',
        'place: Lyon',
      ]),
    );
  });

  it('takes two countries with a hyphen for two', () => {
    expect(read('The Russia-Ukraine talks ended on Friday.')).toMatchObject({
      'place: Russia': ['Russia'],
      'place: Ukraine': ['Ukraine'],
    });
  });

  it('takes what ends in a legal form for a company', () => {
    expect(read('Shares of Tarnell Vostok plc fell. The board of Tarnell Vostok met.')).toMatchObject({
      'organization: Tarnell Vostok plc': ['Tarnell Vostok plc', 'Tarnell Vostok'],
    });
  });

  it('reads letters beyond Latin-1 as letters', () => {
    expect(read('She was born in Poznań and lives in Plzeň.')).toMatchObject({
      'place: Poznań': ['Poznań'],
      'place: Plzeň': ['Plzeň'],
    });
  });

  it('takes nationalities for groups', () => {
    expect(read('Two Bulgarian engineers and three Danes were hurt.')).toMatchObject({
      'norp: Bulgarian': ['Bulgarian'],
      'norp: Danes': ['Danes'],
    });
  });
});

describe('one source', () => {
  it('gives surnames and first names to the full name', () => {
    const text = 'Maria Lindgren spoke in Oslo. Lindgren said no. "Maria is right," said Peter Holm.';
    expect(read(text)).toMatchObject({ 'person: Maria Lindgren': ['Maria Lindgren', 'Lindgren', 'Maria'] });
    expect(named(text, 'Maria Lindgren').mentions[1]?.evidence).toBe('surname of Maria Lindgren');
  });

  it('keeps two people of one surname apart, and asks the form of address', () => {
    const text = 'Thomas Keller and Anna Keller came to the hall. Mrs Keller spoke to the guests.';
    expect(read(text)).toMatchObject({
      'person: Thomas Keller': ['Thomas Keller'],
      'person: Anna Keller': ['Anna Keller', 'Keller'],
    });
  });

  it('gives a defined acronym to its full name', () => {
    const text = 'The Danish Maritime Authority (DMA) closed the port. The DMA gave no reason.';
    expect(read(text)).toMatchObject({
      'organization: Danish Maritime Authority': ['Danish Maritime Authority', 'DMA', 'DMA'],
    });
  });

  it('resolves roles that only one person has', () => {
    const text = 'Chilean President Rosa Quintana met Peruvian President Luis Arce. The Chilean president spoke first.';
    expect(read(text, 'role')).toMatchObject({
      'person: Rosa Quintana': ['The Chilean president'],
      'person: Luis Arce': [],
    });
  });

  it('resolves pronouns only where one person can be meant', () => {
    expect(read('Maria Lindgren said she would go.', 'pronoun')).toMatchObject({ 'person: Maria Lindgren': ['she'] });
    expect(read('Maria Lindgren told Anna Keller that she would go.', 'pronoun')).toMatchObject({
      'person: Maria Lindgren': [],
      'person: Anna Keller': [],
    });
  });
});

describe('any text', () => {
  it('gives mentions inside the text that do not cross', () => {
    const piece = fc.constantFrom(
      'Maria',
      'Lindgren',
      'the',
      'of',
      'Oslo',
      'U.S.',
      '@maria',
      '-',
      ',',
      '.',
      '\n',
      'é',
      'Łódź',
      '(',
      '"',
      '’s',
      '7',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.constantFrom(' ', ''))), (pieces) => {
        const text = pieces.flat().join('');
        const spans = findEntities(readText(text))
          .flatMap((entity) => entity.mentions)
          .filter((m) => m.kind === 'name')
          .sort((a, b) => a.start - b.start);
        spans.forEach((span, i) => {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(spans[i + 1]?.start ?? text.length);
        });
      }),
    );
  });
});
