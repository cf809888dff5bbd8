import { config } from '@vscode/l10n';
import { afterEach, expect, it } from 'vitest';
import { counted, readableDate, writeAsIn } from '../../../../client/src/model/words.ts';
import german from '../../../../l10n/bundle.l10n.de.json' with { type: 'json' };

afterEach(() => {
  config({ contents: {} });
  writeAsIn('en');
});

it('counts, numbers and dates are in English', () => {
  writeAsIn('en-gb');
  expect([1, 2000].map(counted.sources)).toEqual(['1 source', '2,000 sources']);
  expect(readableDate('2025-05-15')).toBe('May 15, 2025');
  expect(readableDate('in May')).toBe('in May');
});

it('counts, numbers and dates are in the language of the user', () => {
  config({ contents: german });
  writeAsIn('de');
  expect([1, 2000].map(counted.sources)).toEqual(['1 Quelle', '2.000 Quellen']);
  expect([0, 1].map(counted.contradictions)).toEqual(['0 Widersprüche', '1 Widerspruch']);
  expect(readableDate('2025-05-15')).toBe('15.05.2025');
});
