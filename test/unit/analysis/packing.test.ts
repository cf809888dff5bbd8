import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSeeds } from '../../../bench/seeds.ts';
import { analyseSource } from '../../../server/src/analysis/analyse.ts';
import { readUnexplained } from '../../../server/src/analysis/entities/elsewhere.ts';
import { PackedSource } from '../../../server/src/analysis/packedSource.ts';
import { PackedList, packList } from '../../../server/src/analysis/packing.ts';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, -0, '\ud83d', '“Ω”'),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(tie('any'), { maxLength: 6 }),
    fc.dictionary(
      fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__' && !key.includes('\n')),
      tie('any'),
      { maxKeys: 6, noNullPrototype: true },
    ),
    fc.array(fc.tuple(fc.string(), tie('any')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
})).any;

test('what is packed is unpacked as it was, each value alone and in any order', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 12 }), fc.nat(), (values, seed) => {
      const packed = packList(values);
      const list = new PackedList(packed);
      expect(list.length).toBe(values.length);
      const at = seed % Math.max(1, values.length);
      if (values.length > 0) expect(list.get(at)).toStrictEqual(values[at]);
      expect(list.all).toStrictEqual(values);
    }),
  );
});

test('what several values share is in each of them', () => {
  const shared = { words: ['bridge', 'opens'], names: new Map([['ada', 1]]) };
  const list = new PackedList<{ context: unknown }>(packList([{ context: shared }, { context: shared }]));
  expect(list.get(1)).toStrictEqual({ context: shared });
  expect(list.get(0)).toStrictEqual({ context: shared });
});

test('long texts, many kinds of objects and numbers of any size have room', () => {
  const values = Array.from({ length: 400 }, (_, i) => ({
    [`key ${i}`]: 'x'.repeat(i),
    large: 2 ** 40 + i,
    small: -i,
  }));
  expect(new PackedList(packList([...values, 'y'.repeat(100_000)])).all).toStrictEqual([
    ...values,
    'y'.repeat(100_000),
  ]);
});

test('a packed source says the same as the source, under whatever path it has now', () => {
  const halves = 'Half of a pair (\ud83d) is no reason to lose “24” of it. \u0416.';
  for (const text of [...readSeeds().texts.values(), halves, '']) {
    const whole = analyseSource('a.txt', text);
    const sentences = whole.read.sentences.map((sentence) => ({ ...sentence, tokens: [] }));
    const source = { ...whole, read: { ...whole.read, sentences }, unexplained: readUnexplained(whole) };
    const { bytes } = PackedSource.of(whole);
    const { path, length, info, read, entities, claims, unexplained } = new PackedSource('b.txt', bytes);
    expect({ path, length, info, read, entities, claims, unexplained }).toStrictEqual({ ...source, path: 'b.txt' });
  }
});
