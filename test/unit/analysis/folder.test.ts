import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../bench/scale/folders.ts';
import { readSeeds } from '../../../bench/seeds.ts';
import { analyseSource } from '../../../server/src/analysis/analyse.ts';
import type { Correction } from '../../../server/src/analysis/entities/correct.ts';
import { Folder, type FolderChange } from '../../../server/src/analysis/folder.ts';
import type { FolderAnalysis, SourceAnalysis, WatchedEntity } from '../../../server/src/analysis/model.ts';

/** Real and made texts: the sample sources, and reports that contradict each other; more than a key may have before it is crowded. */
const TEXTS = [
  ...readSeeds().texts.values(),
  ...[...makeFolder(16, 5)].flatMap(({ sources }) => sources.map(({ text }) => text)),
  'Carl Brandt met Otto Brandt in Hamburg. Carl Brandt and Otto Brandt shook hands.',
  'Witnesses saw Brandt leave. Brandt, 36, said he was well.',
  'Otto Brandt, 41, was arrested on Monday. Otto Brandt is a baker.',
  'The Coastal Rescue Board (CRB) searched until dawn.',
  'Divers of the rescue service, CRB, found the boat. CRB said it would go on.',
];

const analysed = new Map<string, SourceAnalysis>();

/** Every text is analysed once, whatever sources it stands in. */
function analyse(path: string, text: string): SourceAnalysis {
  const known = analysed.get(text) ?? analyseSource('', text);
  analysed.set(text, known);
  return { ...known, path };
}

/** A text without some of its sentences, which is what most edits come to. */
function edited(text: string, from: number, count: number): string {
  const parts = text.split(/(?<=[.!?]\s)/);
  const at = Math.floor(from * parts.length);
  return [...parts.slice(0, at), ...parts.slice(at + count)].join('');
}

type Step = { path: string; text: string } | { path: string; does: 'delete' } | { path: string; to: string };

const path = fc.nat({ max: 29 }).map((number) => `${String.fromCharCode(97 + (number % 7))}/${number}.txt`);
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc
    .tuple(fc.constantFrom(...TEXTS), fc.double({ min: 0, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 4 }))
    .map(([whole, from, count]) => edited(whole, from, count)),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ path, text }) },
  { weight: 2, arbitrary: fc.record({ path, does: fc.constant('delete' as const) }) },
  { weight: 1, arbitrary: fc.record({ path, to: path }) },
);

/** What a receiver of the changes knows: all that was told, the later in place of the earlier. */
class Told {
  readonly sources = new Map<string, unknown>();
  readonly mentions = new Map<string, unknown>();
  readonly heads = new Map<string, { id: string }>();
  readonly contradictions = new Map<string, unknown>();

  take({ sources, entities, mentions, contradictions }: FolderChange): void {
    for (const gone of sources.gone) this.sources.delete(gone);
    for (const source of sources.set) this.sources.set(source.path, source);
    for (const gone of entities.gone) this.heads.delete(gone);
    for (const [key, { first: _, ...head }] of entities.set) this.heads.set(key, head);
    for (const [source, list] of mentions) {
      if (list.length > 0) this.mentions.set(source, list);
      else this.mentions.delete(source);
    }
    for (const gone of contradictions.gone) this.contradictions.delete(gone);
    for (const each of contradictions.set) this.contradictions.set(each.id, each);
  }

  /** The same as {@link contentOf} of what was read at once. */
  get content() {
    const entities = [...this.heads].map(([key, head]) => {
      const mentions = [...this.mentions.values()].flatMap((list) =>
        (list as { entity: string; mention: unknown }[]).filter(({ entity }) => entity === key).map((m) => m.mention),
      );
      return [head.id, { ...head, mentions: new Set(mentions) }] as const;
    });
    return { sources: this.sources, entities: new Map(entities), contradictions: this.contradictions };
  }
}

function contentOf({ sources, entities, contradictions }: FolderAnalysis) {
  return {
    sources: new Map(sources.map((source) => [source.path, source])),
    entities: new Map(entities.map((entity) => [entity.id, { ...entity, mentions: new Set(entity.mentions) }])),
    contradictions: new Map(contradictions.map((each) => [each.id, each])),
  };
}

/** Takes steps in batches, as an editor and a file watcher bring them. */
function live(batches: Step[][], corrections: Correction[], watched: WatchedEntity[]) {
  const folder = new Folder();
  const told = new Told();
  const texts = new Map<string, string>();
  for (const batch of batches) {
    const change = new Map<string, SourceAnalysis | undefined>();
    const put = (at: string, now: string | undefined) => {
      if (now === undefined) texts.delete(at);
      else texts.set(at, now);
      change.set(at, now === undefined ? undefined : analyse(at, now));
    };
    for (const each of batch) {
      if ('text' in each) put(each.path, each.text);
      else if ('does' in each) put(each.path, undefined);
      else {
        const moved = texts.get(each.path);
        put(each.path, undefined);
        if (moved !== undefined) put(each.to, moved);
      }
    }
    // readers decide one thing after the other, and take it back
    told.take(folder.update(change, { corrections: corrections.slice(change.size % 3), watched }));
  }
  told.take(folder.update(new Map(), { corrections, watched }));
  return { folder, told, texts };
}

function fresh(texts: Map<string, string>, corrections: Correction[], watched: WatchedEntity[]): Folder {
  const folder = new Folder();
  folder.update(new Map([...texts].sort().map(([at, now]) => [at, analyse(at, now)])), { corrections, watched });
  return folder;
}

const correction: fc.Arbitrary<Correction> = fc.record({
  says: fc.constantFrom('same', 'distinct', 'type', 'no-name', 'name', 'entity'),
  places: fc.array(
    fc.tuple(path, fc.nat({ max: 400 })).map(([at, start]) => ({ path: at, start, end: start + 8 })),
    { minLength: 1, maxLength: 2 },
  ),
  value: fc.constantFrom('person', 'place', 'Somebody'),
  by: fc.constant('you'),
});
const watchList: fc.Arbitrary<WatchedEntity[]> = fc.subarray([
  { name: 'Brandt', aliases: ['Otto Brandt'] },
  { name: 'Alexander Fomin', aliases: ['Oleksandr Fomin'], type: 'person' },
  { name: 'CRB', aliases: [] },
]);
const batches = fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { maxLength: 8 });

test('after any edits, creations, renames and deletions all is as if the folder were read anew', () => {
  fc.assert(
    fc.property(batches, fc.array(correction, { maxLength: 2 }), watchList, (steps, corrections, watched) => {
      const { folder, told, texts } = live(steps, corrections, watched);
      const anew = fresh(texts, corrections, watched).analysis;
      expect(folder.analysis).toEqual(anew);
      expect(told.content).toEqual(contentOf(anew));
    }),
    { numRuns: 40 },
  );
}, 240_000);

test('an edit that changes nothing changes nothing', () => {
  const [first = '', ...others] = TEXTS;
  const folder = new Folder();
  folder.update(new Map([first, ...others].map((each, i) => [`${i}`, analyse(`${i}`, each)])));
  const change = folder.update(new Map([['0', analyse('0', first)]]));
  expect(change.entities).toEqual({ set: [], gone: [] });
  expect(change.contradictions).toEqual({ set: [], gone: [] });
});

test('what readers have taken for no name is told of again in every source when they take that back', () => {
  const told = 'Otto Brandt left Hamburg on Monday.';
  const folder = new Folder();
  const guidance = {
    corrections: [
      { says: 'no-name', places: [{ path: 'a', start: 0, end: 11 }], value: '', by: 'you' },
    ] as Correction[],
    watched: [],
  };
  folder.update(new Map([['a', analyse('a', told)]]), guidance);
  folder.update(new Map([['b', analyse('b', `${told} He took a train.`)]]), guidance);
  const { mentions } = folder.update(new Map());
  const texts = new Map(mentions.map(([path, own]) => [path, own.map(({ mention }) => mention.text)]));
  expect(texts.get('a')).toContain('Otto Brandt');
  expect(texts.get('b')).toContain('Otto Brandt');
});

test('figures are weighed anew against those of other sources when their source no longer gives another one', () => {
  const toll = 'Officials said 5 people were killed in the explosion in Karo on Monday.';
  const report = `Explosion at Karo depot\n\n${toll} Mayor Anna Bell spoke to rescuers.`;
  const texts = new Map([
    ['a', toll],
    ['b', `${toll.replace('5', '24')} The mayor, Anna Bell, declared a day of mourning.`],
    ['c', `${toll} Mayor Anna Bell spoke to rescuers.`],
    ['d', `${report} ${toll}`],
  ]);
  const folder = fresh(texts, [], []);
  folder.update(new Map([['d', analyse('d', report)]]));
  expect(folder.analysis).toEqual(fresh(texts.set('d', report), [], []).analysis);
});
