import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FolderChange } from '../../../server/src/analysis/folder.ts';
import { NO_CHANGE } from '../../../server/src/workspace/engine.ts';
import { Mentions } from '../../../server/src/workspace/mentions.ts';
import { mentionsIn, packChange } from '../../../server/src/workspace/packedChange.ts';

const KEYS = ['anna', 'karo', '5 May'];
const mention = fc.record({
  entity: fc.constantFrom(...KEYS),
  mention: fc.record({
    start: fc.nat(100),
    end: fc.nat(100),
    kind: fc.constantFrom('name' as const, 'role' as const, 'pronoun' as const),
    evidence: fc.constantFrom('exact name', 'pronoun for Anna', '😀'),
    text: fc.string({ maxLength: 8 }),
  }),
});
/** Mentions by path, in text order. */
const folder = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), fc.array(mention, { maxLength: 6 }))
  .map((byPath) =>
    Object.entries(byPath).map(([path, list]): FolderChange['mentions'][number] => [
      path,
      list
        .map((each) => ({ ...each, mention: { ...each.mention, path } }))
        .sort((a, b) => a.mention.start - b.mention.start),
    ]),
  );
const packed = (mentions: FolderChange['mentions']) =>
  packChange({ ...NO_CHANGE, sources: { set: [], gone: [] }, mentions }).mentions;
const numberOf = (key: string) => 2 * KEYS.indexOf(key);
const keyOf = (number: number) => KEYS[number / 2] as string;

function kept(...changes: FolderChange['mentions'][]): Mentions {
  const mentions = new Mentions();
  for (const each of changes.flatMap(packed)) {
    for (const [path, own] of mentions.translated(each, numberOf)) mentions.set(path, own);
  }
  return mentions;
}

test('mentions are what they were, whatever was kept before', () => {
  fc.assert(
    fc.property(folder, folder, (before, now) => {
      const mentions = kept(before, now);
      for (const [path, list] of new Map([...before, ...now])) {
        const expected = list.map(({ entity, mention }) => ({ entity: numberOf(entity), mention }));
        expect(mentions.in(path)).toEqual(expected);
        expect([...mentions.entitiesIn(path)]).toEqual(expected.map(({ entity }) => entity));
        for (const key of KEYS) {
          const own = list.filter(({ entity }) => entity === key).map(({ mention }) => mention);
          expect(mentions.of(numberOf(key), path)).toEqual(own);
        }
      }
    }),
  );
});

test('those inside a span are those that lie in it', () => {
  fc.assert(
    fc.property(folder, fc.nat(100), fc.nat(100), (now, start, end) => {
      const mentions = kept(now);
      for (const [path] of now) {
        const inside = mentions
          .in(path)
          .filter(({ mention }) => start <= mention.start && mention.start < end && mention.end <= end);
        expect(mentions.within(path, { start, end })).toEqual(inside);
      }
    }),
  );
});

test('mentions that are packed again, all or those in some sources, are the same', () => {
  fc.assert(
    fc.property(folder, fc.subarray(['a', 'b', 'c']), (now, some) => {
      const [first, second, third] = [kept(now), new Mentions(), new Mentions()];
      const all = first.pack(
        now.map(([path]) => path),
        keyOf,
      );
      for (const [path, own] of second.translated(all, numberOf)) second.set(path, own);
      const part = mentionsIn(all, new Set(some));
      for (const [path, own] of third.translated(part, numberOf)) third.set(path, own);
      for (const [path] of now) {
        expect(second.in(path)).toEqual(first.in(path));
        expect(third.in(path)).toEqual(some.includes(path) ? first.in(path) : []);
      }
      expect(new Set(part.keys)).toEqual(
        new Set(part.paths.flatMap((path) => third.in(path).map((e) => keyOf(e.entity)))),
      );
    }),
  );
});

test('what mentions nothing that is known is left out', () => {
  const mention = { start: 0, end: 4, kind: 'name' as const, evidence: 'exact name', text: 'Anna', path: 'a' };
  const mentions = new Mentions();
  for (const each of packed([['a', [{ entity: 'anna', mention }]]])) {
    for (const [path, own] of mentions.translated(each, () => undefined)) mentions.set(path, own);
  }
  expect(mentions.in('a')).toEqual([]);
  expect([...mentions.paths]).toEqual([]);
});
