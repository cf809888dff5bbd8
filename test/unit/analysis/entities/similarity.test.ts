import { describe, expect, it } from 'vitest';
import { fold } from '../../../../server/src/analysis/entities/fold.ts';
import { parsePerson, samePerson, sameSound } from '../../../../server/src/analysis/entities/similarity.ts';

const same = (a: string, b: string) => samePerson(parsePerson(a), parsePerson(b));

describe('spellings', () => {
  it('folds diacritics and alphabets', () => {
    expect(fold('Erdoğan')).toBe('erdogan');
    expect(fold('Łódź')).toBe('lodz');
    expect(fold('Москва')).toBe('moskva');
  });

  it('hears transliterations of one name', () => {
    expect(sameSound('zelensky', 'zelenskyy')).toBe(true);
    expect(sameSound('karadzhova', 'karadjova')).toBe(true);
    expect(sameSound('lytvynenko', 'litvinenko')).toBe(true);
    expect(sameSound('keller', 'kohler')).toBe(false);
  });
});

describe('people', () => {
  it('are one under initials, nicknames, missing middle names and name order', () => {
    expect(same('William Hart', 'Bill Hart')).toBe(true);
    expect(same('R. J. Whitfield', 'Robert Whitfield')).toBe(true);
    expect(same('Donald J. Trask', 'Donald Trask')).toBe(true);
    expect(same('Orban Viktor', 'Viktor Orban')).toBe(true);
    expect(same('Sergei Lavrik', 'Serhiy Lavrik')).toBe(true);
  });

  it('are two under other given names, initials or generations', () => {
    expect(same('Anna Keller', 'Thomas Keller')).toBe(false);
    expect(same('George H. Marsh', 'George W. Marsh')).toBe(false);
    expect(same('Walter Brandt Sr.', 'Walter Brandt Jr.')).toBe(false);
  });
});
