import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../../server/src/analysis/entities/find.ts';
import { readText } from '../../../../server/src/analysis/text/read.ts';

/** Who each mention of a word is taken for, in text order: the name of the entity. */
function bearers(text: string, word: string): string[] {
  return findEntities(readText(text))
    .flatMap((entity) => entity.mentions.map((m) => ({ ...m, name: entity.name })))
    .filter((m) => m.kind === 'name' && text.slice(m.start, m.end) === word)
    .sort((a, b) => a.start - b.start)
    .map(({ name }) => name);
}

describe('a bare surname that several people bear', () => {
  it('is the one whom the text talks about', () => {
    const text = `Farmer Nolan Whitaker was fined on Monday. Whitaker, 52, had let the dam leak for years.

The court heard that Whitaker ignored three letters. A cousin, Greta Whitaker, had written two of them.`;
    expect(bearers(text, 'Whitaker')).toEqual(['Nolan Whitaker', 'Nolan Whitaker']);
  });

  it('is the one who was introduced when only one was', () => {
    const text = `Fire chief Owen Marsh said the roof fell at noon. "We were lucky," Marsh said.

The inspector, Ruth Marsh, is not related to him.`;
    expect(bearers(text, 'Marsh')).toEqual(['Owen Marsh']);
  });

  it('goes by the form of address, and by what pronouns show', () => {
    const text = `Elena Duarte and Simon Duarte own the mill. Elena Duarte said she would sell it. Mr Duarte left. Ms Duarte stayed.`;
    expect(bearers(text, 'Duarte')).toEqual(['Simon Duarte', 'Elena Duarte']);
  });

  it('goes by the office', () => {
    const text = `The case is before Judge Karen Holt. Sergeant Mike Holt testified. Judge Holt will rule in May, and Sergeant Holt will retire.`;
    expect(bearers(text, 'Holt')).toEqual(['Karen Holt', 'Mike Holt']);
  });

  it('is not the wife or brother who is named for somebody’s sake', () => {
    const text = `Mayor Cole Hargrove denies it. His wife, Beth Hargrove, runs a shelter.

The council will hear Hargrove on Friday, and his lawyer too. Hargrove has promised to speak.`;
    expect(new Set(bearers(text, 'Hargrove'))).not.toContain('Beth Hargrove');
  });

  it('is nobody’s where the passage has turned to another', () => {
    const text = `Ivan Petrov sued Maria Petrova and Oleg Petrov over the house. Oleg Petrov wept in court. Petrov will appeal.`;
    expect(bearers(text, 'Petrov')).toEqual(['Petrov']);
  });

  it('is the family’s before a word for it', () => {
    const text = 'Dana Keller won the seat. The Keller family has farmed here since 1890. Keller thanked them.';
    expect(bearers(text, 'Keller')).toEqual(['Keller family', 'Dana Keller']);
  });

  it('is nobody’s behind a word that tells two apart', () => {
    const text = 'Adam Frost and Neil Frost opened the shop. Neil Frost keeps the books. The younger Frost bakes.';
    expect(bearers(text, 'Frost')).toEqual(['Frost']);
  });
});
