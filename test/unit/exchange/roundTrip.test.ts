import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../server/src/annotations/annotation.ts';
import { bratFiles, readBrat } from '../../../server/src/exchange/brat.ts';
import { conllText, readConll } from '../../../server/src/exchange/conll.ts';
import { csvReport, readCsv } from '../../../server/src/exchange/csv.ts';
import { sourcesOf } from '../../../server/src/exchange/entities.ts';
import { jsonldText, readJsonld } from '../../../server/src/exchange/jsonld.ts';
import { readSarif, sarifReport } from '../../../server/src/exchange/sarif.ts';
import { note } from '../annotations/notes.ts';
import { disputes, folders, plain, subjectOf } from './exchanged.ts';

const TEXTS = { 'a.txt': 'Five people died.\n', 'b b.txt': 'Five or nine people died.\n' };

describe('what is written reads back the same', { timeout: 30_000 }, () => {
  it('in brat: every mention of every entity, whatever its text', () => {
    fc.assert(
      fc.property(folders(false), ({ texts, entities }) => {
        const subject = subjectOf(texts, entities);
        const files = [...bratFiles(subject, [])].filter(({ path }) => path.endsWith('.ann'));
        const read = readBrat(files, sourcesOf(subject.reading, subject.pathOf));
        expect(read.unplaced).toEqual([]);
        expect(plain(read.entities)).toEqual(plain(entities));
      }),
      { numRuns: 300 },
    );
  });

  it('in CoNLL: every name that overlaps no other', () => {
    fc.assert(
      fc.property(folders(true), ({ texts, entities }) => {
        const subject = subjectOf(texts, entities);
        const read = readConll([...conllText(subject)].join(''), 'x.conll', sourcesOf(subject.reading, subject.pathOf));
        expect(read.unplaced).toEqual([]);
        expect(plain(read.entities)).toEqual(plain(entities, ['name']));
      }),
      { numRuns: 300 },
    );
  });

  const verdicts = (all: { id: string; verdict?: object }[]) =>
    all.flatMap(({ id, verdict }) => (verdict ? [{ id, ...verdict, isOutdated: undefined }] : []));

  it('in CSV: every verdict, whatever was noted', () => {
    fc.assert(
      fc.property(disputes, (contradictions) => {
        const { verdicts: read, unplaced } = readCsv([...csvReport(subjectOf(TEXTS, [], contradictions))].join(''));
        expect(unplaced).toEqual([]);
        expect(read.map(({ line: _, ...each }) => each)).toEqual(verdicts(contradictions));
      }),
      { numRuns: 300 },
    );
  });

  it('in SARIF: every verdict, whatever was noted', () => {
    fc.assert(
      fc.property(disputes, (contradictions) => {
        const read = readSarif([...sarifReport(subjectOf(TEXTS, [], contradictions))].join(''));
        expect(read).toEqual({ verdicts: verdicts(contradictions), unplaced: [] });
      }),
    );
  });

  it('in JSON-LD: every annotation, wherever its source lies', () => {
    const path = fc
      .array(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((s) => !/[/\\]|^\.\.?$/.test(s)),
        { minLength: 1, maxLength: 3 },
      )
      .map((parts) => parts.join('/'));
    const all = fc.array(fc.record({ id: fc.uuid(), comment: fc.string({ unit: 'binary' }), path }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(all, (given) => {
        const annotations = new Map<string, Annotation>(
          given.map(({ id, comment, path }) => [id, note(id, TEXTS['a.txt'], 'people', comment, path)]),
        );
        expect(readJsonld(jsonldText(annotations))).toEqual({ annotations });
      }),
    );
  });
});
