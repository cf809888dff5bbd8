import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv2020 from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../../bench/seeds.ts';
import annotationSchema from '../../../docs/annotations.schema.json';
import { analyseSource, compareSources } from '../../../server/src/analysis/analyse.ts';
import type { Correction } from '../../../server/src/analysis/entities/correct.ts';
import { describeSpan } from '../../../server/src/annotations/anchor.ts';
import type { Annotation } from '../../../server/src/annotations/annotation.ts';
import { entityCorrections } from '../../../server/src/annotations/corrections.ts';
import { threadsIn } from '../../../server/src/annotations/notes.ts';
import { applyVerdicts } from '../../../server/src/annotations/verdicts.ts';
import { bratFiles, readBrat, type TextFile } from '../../../server/src/exchange/brat.ts';
import { conllText, readConll } from '../../../server/src/exchange/conll.ts';
import { csvReport, readCsv } from '../../../server/src/exchange/csv.ts';
import { sourcesOf, typeNamed } from '../../../server/src/exchange/entities.ts';
import { formatOf } from '../../../server/src/exchange/formats.ts';
import { readImport } from '../../../server/src/exchange/import.ts';
import { jsonldText } from '../../../server/src/exchange/jsonld.ts';
import { readSarif, sarifReport } from '../../../server/src/exchange/sarif.ts';
import { Document } from '../../../server/src/workspace/document.ts';
import { Reading } from '../../../server/src/workspace/reading.ts';
import { note } from '../annotations/notes.ts';
import { plain } from './exchanged.ts';

const FIVE = 'Five people died when the bridge in Sofia collapsed on Monday, Anna Bell said. Bell left.\n';
const NINE = 'Nine people died when the bridge in Sofia collapsed on Monday, police said.\n';
const NEWS = { 'a.txt': FIVE, 'sub/b.txt': NINE };

/** A folder as it is read: with what annotations say of it. */
function open(texts: Record<string, string>, annotations: ReadonlyMap<string, Annotation> = new Map()) {
  const lookUp = { keyOf: (address: string) => decodeURI(address.slice(3)), textOf: (key: string) => texts[key] };
  const corrections: Correction[] = entityCorrections(annotations.values(), lookUp, undefined);
  const found = compareSources(
    Object.entries(texts).map((each) => analyseSource(...each)),
    { corrections, watched: [] },
  );
  const contradictions = applyVerdicts(found.contradictions, annotations.values(), lookUp);
  const documents = new Map(Object.entries(texts).map(([path, text]) => [path, new Document(path, text)]));
  const subject = { reading: new Reading({ ...found, contradictions }, documents), pathOf: (path: string) => path };
  const targetOf = (path: string, span: { start: number; end: number }) => ({
    source: `../${encodeURI(path)}`,
    selector: describeSpan(texts[path] as string, span),
  });
  const receiver = { subject, annotations, texts: lookUp, author: 'Ana', targetOf };
  return { subject, reading: subject.reading, threads: threadsIn(annotations, lookUp), receiver };
}

const set = (annotations: Annotation[]) => new Map(annotations.map((each) => [each.id, each]));
const ann = (files: Iterable<TextFile>) => [...files].filter(({ path }) => path.endsWith('.ann'));

describe('the seeds', () => {
  const texts = Object.fromEntries(readSeeds().texts);
  const { subject, reading, receiver } = open(texts);
  const sources = sourcesOf(reading, subject.pathOf);

  it('read back from brat to the same entities', () => {
    const { entities, unplaced } = readBrat(ann(bratFiles(subject, [])), sources);
    expect(unplaced).toEqual([]);
    expect(plain(entities)).toEqual(plain(reading.entities));
    expect(entities.length).toBeGreaterThan(50);
  });

  it('read back from CoNLL to the same names', () => {
    const { entities, unplaced } = readConll([...conllText(subject)].join(''), 'seeds.conll', sources);
    expect(unplaced).toEqual([]);
    expect(plain(entities)).toEqual(plain(reading.entities, ['name']));
  });

  it('come to nothing new when they are imported where they come from', () => {
    const conll = [...conllText(subject)].join('');
    const files = [...ann(bratFiles(subject, [])), { path: 'seeds.conll', content: conll }];
    expect(readImport(files, receiver)).toEqual({ put: [], remove: [], problems: [], unplaced: 0 });
  });

  it('are valid SARIF 2.1.0 by the schema of the standard, with verdicts too', () => {
    const validate = addFormats.default(new AjvDraft04({ strict: false, unicodeRegExp: false })).compile(sarifSchema);
    const verdicts = reading.contradictions.map(({ id }, i) =>
      [id, ['confirmed', 'dismissed'][i % 2], i % 2 === 1 ? 'wording-only' : '', 'a [note](x) {0}', 'Ana'].join(),
    );
    const rows = ['id,verdict,reason,note,author', ...verdicts].join('\n');
    const { put } = readImport([{ path: 'x.csv', content: rows }], receiver);
    expect(put).toHaveLength(reading.contradictions.length);
    for (const each of [subject, open(texts, set(put)).subject]) {
      validate(JSON.parse([...sarifReport(each)].join('')));
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });
});

describe('what a reader has made of entities', () => {
  const mine = open(NEWS);
  const police = { key: 'p', name: 'The police', type: 'organization' as const };
  const at = (path: keyof typeof NEWS, words: string) => {
    const start = NEWS[path].indexOf(words);
    return { path, start, end: start + words.length };
  };
  const marked = set(
    readImport([{ path: 'sub/b.ann', content: bratOf(at('sub/b.txt', 'police')) }], mine.receiver).put,
  );
  function bratOf({ start, end }: { start: number; end: number }): string {
    return `T1\tOrganization ${start} ${end}\tpolice\nN1\tReference T1 Police:1\t${police.name}\n`;
  }

  it('is there in another folder with the same texts, by brat and by CoNLL', () => {
    const { subject, reading } = open(NEWS, marked);
    expect(reading.entities.find(({ name }) => name === 'The police')).toMatchObject({ type: 'organization' });
    const conll = { path: 'x.conll', content: [...conllText(subject)].join('') };
    for (const files of [ann(bratFiles(subject, [])), [conll]]) {
      const { put, problems } = readImport(files, mine.receiver);
      expect(problems).toEqual([]);
      expect(put).toHaveLength(1);
      expect(plain(open(NEWS, set(put)).reading.entities)).toEqual(plain(reading.entities));
    }
  });

  it('is not taken twice', () => {
    const again = open(NEWS, marked).receiver;
    expect(readImport([{ path: 'sub/b.ann', content: bratOf(at('sub/b.txt', 'police')) }], again).put).toEqual([]);
  });
});

describe('brat', () => {
  const { subject, receiver } = open(NEWS, set([note('urn:1', FIVE, 'Anna Bell', 'Who\nis she?')]));
  const threads = open(NEWS, receiver.annotations).threads;
  const read = (content: string, path = 'a.ann') => readImport([{ path, content }], receiver);

  it('has every text, what is in it, and the types for the program', () => {
    const files = [...bratFiles(subject, threads)];
    expect(files.map(({ path }) => path)).toEqual(['annotation.conf', 'a.txt', 'a.ann', 'sub/b.txt', 'sub/b.ann']);
    expect(files[0]?.content).toMatch(/^\[entities\]\nPerson\n/);
    expect(files[1]?.content).toBe(FIVE);
    expect(files[2]?.content).toMatch(/^T\d+\tPerson 63 72\tAnna Bell$/m);
    expect(files[2]?.content).toMatch(/^T\d+\tNote 63 72\tAnna Bell\n#1\tAnnotatorNotes T\d+\tWho is she\?$/m);
  });

  it('gives notes back', () => {
    const { put } = readImport(ann(bratFiles(subject, threads)), open(NEWS).receiver);
    expect(put).toMatchObject([{ motivation: 'commenting', body: [{ value: 'Who is she?' }] }]);
  });

  it('finds words again that have moved, and says which it does not find', () => {
    const { put, problems } = read('T1\tPERSON 1 10\tAnna Bell\nT2\tGPE 0 4\tOslo\nT3\tAnimal 0 4\tFive\n');
    expect(put.map(({ target }) => (target as { selector: { exact?: string }[] }[])[0]?.selector[0]?.exact)).toEqual([
      'Anna Bell',
      'Five',
    ]);
    expect(problems).toEqual([
      'a.ann:2: “Oslo” has no sure place in a.txt.',
      'a.ann:3: The type Animal is not known here; the type is left open.',
    ]);
  });

  it('takes equivalent mentions for one entity', () => {
    const { put } = read('T1\tPerson 63 72\tAnna Bell\nT2\tPerson 0 4\tFive\n*\tEquiv T1 T2\n');
    expect(put).toHaveLength(1);
    expect(put[0]?.target).toHaveLength(2);
  });

  it.each([
    ['T1\tPerson x y\tFive\n', 'a.ann:1: The offsets are no offsets.'],
    ['nonsense\n', 'a.ann:1: This is no line of the standoff format.'],
    ['#1\tAnnotatorNotes T9\tHm\n', 'a.ann:1: The note is on nothing that has a place.'],
  ])('says what is wrong with %j', (content, problem) => {
    expect(read(content).problems).toEqual([problem]);
  });

  it('says that there is no such source', () => {
    expect(read('T1\tPerson 0 4\tFive\n', 'c.ann').problems).toEqual(['c.ann:1: There is no source of this name.']);
  });
});

describe('CoNLL', () => {
  const { reading, subject } = open(NEWS);
  const read = (content: string, path = 'a.conll') => readConll(content, path, sourcesOf(reading, subject.pathOf));

  it('is CoNLL-U Plus with the tag last', () => {
    const text = [...conllText(subject)].join('');
    expect(text).toMatch(/^# global\.columns = FORM MISC CROSSREAD:NER\n# newdoc id = a\.txt\nFive\t_\tO\n/);
    expect(text).toMatch(/^Anna\tEntity=person%3Aanna%20bell\|Name=Anna%20Bell\tB-PER\nBell\t_\tI-PER$/m);
  });

  it.each([
    ['IOB2', 'Anna B-PER\nBell I-PER\nsaid O\n'],
    ['IOB1 with four columns', '-DOCSTART- -X- O O\n\nAnna NNP I-NP I-PER\nBell NNP I-NP I-PER\n'],
    ['BIOES', 'Anna B-PERSON\nBell E-PERSON\n. O\n'],
  ])('is read as other programs write it: %s', (_, content) => {
    expect(plain(read(content).entities)).toEqual([
      { name: undefined, type: 'person', mentions: ['a.txt 63-72 name'] },
    ]);
  });

  it('tells apart names that follow each other', () => {
    const { entities } = read('# newdoc id = sub/b.txt\nNine B-PER\npeople B-PER\ndied S-LOC\nwhen O\n', 'x.conll');
    expect(entities.map(({ mentions }) => mentions.length)).toEqual([1, 1, 1]);
  });

  it('says which tokens have no place', () => {
    const { entities, unplaced } = read('Oslo B-LOC\nAnna B-PER\n');
    expect(plain(entities)).toHaveLength(1);
    expect(unplaced).toEqual([{ line: 0, message: '“Oslo” has no place in a.txt.' }]);
    expect(read('Oslo B-LOC\n', 'c.conll').unplaced).toEqual([{ line: 0, message: 'There is no source c.txt.' }]);
  });
});

describe('verdicts', () => {
  const { reading, receiver, subject } = open(NEWS);
  const { id } = reading.contradictions[0] as { id: string };
  const take = (content: string, into = receiver) => readImport([{ path: 'x.csv', content }], into);

  it('come back into another folder by CSV and by SARIF', () => {
    const { put } = take(`id,verdict,reason,note\n${id},dismissed,wording-only,"=1, ""x"""\n`);
    const decided = open(NEWS, set(put));
    expect(decided.reading.contradictions[0]?.verdict).toMatchObject({
      state: 'dismissed',
      reason: 'wording-only',
      note: '=1, "x"',
      author: 'Ana',
    });
    const csv = { path: 'x.csv', content: [...csvReport(decided.subject)].join('') };
    const sarif = { path: 'x.sarif', content: [...sarifReport(decided.subject)].join('') };
    for (const file of [csv, sarif]) {
      const imported = readImport([file], receiver);
      expect(open(NEWS, set(imported.put)).reading.contradictions).toEqual(decided.reading.contradictions);
      expect(readImport([file], decided.receiver)).toEqual({ put: [], remove: [], problems: [], unplaced: 0 });
    }
  });

  it('are read from what a spreadsheet saves', () => {
    const { put } = take(`\uFEFFverdict;id\r\nconfirmed;${id}\r\n;${id}\r\n`);
    expect(open(NEWS, set(put)).reading.contradictions[0]?.verdict?.state).toBe('confirmed');
  });

  it('can be taken back', () => {
    const { put } = take(`id,verdict\n${id},confirmed\n`);
    expect(take(`id,verdict\n${id},open\n`, open(NEWS, set(put)).receiver).remove).toEqual([put[0]?.id]);
  });

  it('are told where they cannot be taken', () => {
    const rows = [
      'id,verdict,reason,holds',
      'c-0,confirmed,,',
      `${id},nonsense,,`,
      `${id},resolved,,Six`,
      `${id},dismissed,no,`,
    ];
    expect(take(rows.join('\n'))).toEqual({
      put: [],
      remove: [],
      unplaced: 0,
      problems: [
        'x.csv:3: “nonsense” is no verdict: one is open, confirmed, dismissed, resolved.',
        'x.csv:5: “no” is no reason: one is not-same-event, wording-only, extraction-error, other.',
        'x.csv:2: There is no contradiction c-0 in these sources.',
        `x.csv:4: “Six” is no position of ${id}.`,
      ],
    });
    expect(readCsv('a,b\n').unplaced).toEqual([{ line: 0, message: 'The columns "id" and "verdict" are missing.' }]);
  });

  it('are dismissals where a code-scanning page suppressed a result', () => {
    const log = JSON.parse([...sarifReport(subject)].join(''));
    log.runs[0].results[0].suppressions = [{ kind: 'external', status: 'accepted', justification: 'Known.' }];
    expect(readSarif(JSON.stringify(log)).verdicts).toEqual([
      { id, state: 'dismissed', reason: 'other', note: 'Known.' },
    ]);
    log.runs[0].results[0].suppressions[0].status = 'underReview';
    expect(readSarif(JSON.stringify(log)).verdicts).toEqual([]);
    expect(() => readSarif('{"version":"1.0"}')).toThrow('no SARIF 2.1.0');
  });
});

describe('JSON-LD', () => {
  it('is as docs/annotations.schema.json describes, with verdicts, notes and corrections in it', () => {
    const { receiver, reading } = open(NEWS);
    const files = [
      { path: 'x.csv', content: `id,verdict,note\n${reading.contradictions[0]?.id},confirmed,x\n` },
      { path: 'a.ann', content: 'T1\tPerson 0 4\tFive\nT2\tNote 63 72\tAnna Bell\n#1\tAnnotatorNotes T2\tWho?\n' },
    ];
    const { put, problems } = readImport(files, receiver);
    expect(problems).toEqual([]);
    expect(put.map(({ motivation }) => motivation).sort()).toEqual(['assessing', 'commenting', 'identifying']);
    const validate = new Ajv2020({ allErrors: true }).compile(annotationSchema);
    const text = jsonldText(set(put));
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
    const again = readImport([{ path: 'x.jsonld', content: text }], receiver);
    expect(again.problems).toEqual([]);
    expect(set(again.put)).toEqual(set(put));
  });
});

describe('files', () => {
  it.each([
    ['a.ann', 'brat'],
    ['x/a.CSV', 'csv'],
    ['a.sarif.json', 'sarif'],
    ['a.sarif', 'sarif'],
    ['a.jsonld', 'jsonld'],
    ['a.iob2', 'conll'],
    ['a.txt', undefined],
    ['constructor', undefined],
  ])('of the name %s are %s', (path, format) => expect(formatOf(path)).toBe(format));

  it('have types by many names', () => {
    expect(['PER', 'Person', 'GPE', 'ORG', 'WORK_OF_ART', 'MISC', 'constructor'].map(typeNamed)).toEqual([
      'person',
      'person',
      'place',
      'organization',
      'work',
      undefined,
      undefined,
    ]);
  });
});
