import { describe, expect, it } from 'vitest';
import {
  capitalOf,
  capitalOfWhich,
  countryCode,
  countryOfDemonym,
  isInside,
  samePlace,
} from '../../../../server/src/analysis/entities/places.ts';

describe('places', () => {
  it('knows what lies in what', () => {
    expect(isInside('Istanbul', 'Turkey')).toBe(true);
    expect(isInside('Istanbul', 'Türkiye')).toBe(true);
    expect(isInside('Paris', 'Texas')).toBe(true);
    expect(isInside('Leeds', 'the UK')).toBe(true);
    expect(isInside('Germany', 'European Union')).toBe(true);
    expect(isInside('Kyiv', 'Russia')).toBe(false);
    expect(isInside('Turkey', 'Istanbul')).toBe(false);
  });

  it('says so where it cannot know', () => {
    expect(isInside('Xanadopolis', 'Turkey')).toBeUndefined();
  });

  it('knows capitals and demonyms', () => {
    expect(capitalOf('Turkish')).toBe('ankara');
    expect(capitalOfWhich('Ankara')).toBe('TR');
    expect(capitalOfWhich('Istanbul')).toBeUndefined();
    expect(countryOfDemonym('Russians')).toBe('RU');
    expect(countryCode('U.S.')).toBe('US');
    expect(countryCode('the Netherlands')).toBe('NL');
  });

  it('knows one place under two names', () => {
    expect(samePlace('Kiev', 'Kyiv')).toBe(true);
    expect(samePlace('Britain', 'UK')).toBe(true);
    expect(samePlace('Georgia', 'Jordan')).toBe(false);
  });
});
