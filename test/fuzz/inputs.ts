/** Files as they come from the web: texts in every encoding, cut, mixed and broken. */
import fc from 'fast-check';
import { ELECTION, FIVE, TWENTY_FOUR } from '../texts.ts';

const pieces = fc.constantFrom(
  FIVE,
  TWENTY_FOUR,
  ELECTION,
  'Officials said 5 people were killed. ',
  '“It is over,” Anna Bell, the mayor of Karo, said on Monday. ',
  'Zelenskyy met Erdoğan in Türkiye – ',
  'Володимир Зеленський прибув до Анкари. ',
  '外務大臣は木曜日に述べた。',
  'e\u0301\u0301\u0301',
  '👩‍🚀😀',
  '\u202e\u2066',
  '\u200b\u00ad\ufeff',
  '\r\n',
  '\r',
  '\n\n\n',
  '\u2028\u0085\f\v',
  '\0',
  '\x1b[31m',
  '- a\n- b\n',
  '$(x) `y` [z](command:w) <b>',
  'A. B. C. ',
  '1,000,000.00 ',
  '(((((',
  "''''",
  'x'.repeat(300),
);
const text = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 14 })
  .map((all) => all.join(''));

const utf16be = (all: string) => Buffer.from(all, 'utf16le').swap16();
const encodings: ((all: string) => Buffer)[] = [
  (all) => Buffer.from(all),
  (all) => Buffer.from(`\ufeff${all}`),
  (all) => Buffer.from(all, 'utf16le'),
  (all) => Buffer.from(`\ufeff${all}`, 'utf16le'),
  utf16be,
  (all) => utf16be(`\ufeff${all}`),
  (all) => Buffer.from(all, 'latin1'),
];
const encoded = fc.tuple(text, fc.constantFrom(...encodings)).map(([all, encode]) => encode(all));

/** What happens to a file on its way. */
const damage = fc.oneof(
  fc.record({ does: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ does: fc.constant('set' as const), at: fc.nat(), byte: fc.nat(255) }),
  fc.record({ does: fc.constant('insert' as const), at: fc.nat(), bytes: fc.uint8Array({ maxLength: 6 }) }),
  fc.record({ does: fc.constant('append' as const), bytes: encoded }),
);

const damaged = fc.tuple(encoded, fc.array(damage, { maxLength: 4 })).map(([bytes, damages]) =>
  damages.reduce((all, each) => {
    if (each.does === 'append') return Buffer.concat([all, each.bytes]);
    const at = all.length === 0 ? 0 : each.at % all.length;
    if (each.does === 'cut') return all.subarray(0, at);
    if (each.does === 'insert') return Buffer.concat([all.subarray(0, at), each.bytes, all.subarray(at)]);
    const changed = Buffer.from(all);
    if (changed.length > 0) changed[at] = each.byte;
    return changed;
  }, bytes),
);

export const input: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: damaged },
  { weight: 2, arbitrary: encoded },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
);
