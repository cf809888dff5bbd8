import fc from 'fast-check';
import type {
  Contradiction,
  Entity,
  EntityMention,
  KnownSource,
  MentionKind,
  Verdict,
} from '../../../server/src/analysis/model.ts';
import { DISMISSAL_REASONS, ENTITY_TYPES } from '../../../server/src/analysis/model.ts';
import type { ExchangedEntity } from '../../../server/src/exchange/entities.ts';
import type { Subject } from '../../../server/src/report/content.ts';
import { Document } from '../../../server/src/workspace/document.ts';
import { Reading } from '../../../server/src/workspace/reading.ts';

/** A reading of texts whose entities and contradictions are given; sources are named as they are. */
export function subjectOf(
  texts: Record<string, string>,
  entities: Entity[],
  contradictions: Contradiction[] = [],
): Subject {
  const sources = Object.entries(texts).map(
    ([path, text]): KnownSource => ({
      path,
      length: text.length,
      info: {},
      read: { blocks: [], sentences: [{ start: 0, end: Math.floor(text.length / 2) }] },
      roles: [],
      dates: [],
    }),
  );
  const documents = new Map(Object.entries(texts).map(([path, text]) => [path, new Document(path, text)]));
  return { reading: new Reading({ sources, entities, contradictions }, documents), pathOf: (path) => path };
}

/** Entities as they are compared: what tells them apart is not the order in which they stand. */
export function plain(entities: (Entity | ExchangedEntity)[], kinds: MentionKind[] = ['name', 'role', 'pronoun']) {
  return entities
    .map(({ name, type, mentions }) => ({
      name,
      type,
      mentions: mentions
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ path, start, end, kind }) => `${path} ${start}-${end} ${kind}`)
        .sort(),
    }))
    .filter(({ mentions }) => mentions.length > 0)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const word = fc.oneof(
  fc.constantFrom(
    'Anna',
    'Bell',
    'Ольга',
    '東京',
    '👩‍🚀',
    'é',
    'U.S.',
    '#',
    '-DOCSTART-',
    'T1',
    'O',
    "it's",
    '1,000',
    '_',
    '`',
    '=|%',
    '"',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).filter((each) => /^\S+$/.test(each)),
);
const gap = fc.constantFrom(' ', '\n', '\r\n', '  ', '\n\n', ', ', '\t', '\u00a0');
const name = fc.string({ unit: 'grapheme', minLength: 1 }).map((each) => each.replace(/\s+/g, ' ').trim() || 'x');

interface Words {
  text: string;
  places: { start: number; end: number }[];
}

const words: fc.Arbitrary<Words> = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 20 }).map((parts) => {
  const result: Words = { text: '', places: [] };
  for (const [each, after] of parts) {
    result.places.push({ start: result.text.length, end: result.text.length + each.length });
    result.text += each + after;
  }
  return result;
});

/** Some texts and entities that are mentioned in them. @param isApart whether no two mentions overlap */
export const folders = (isApart: boolean) =>
  fc
    .record({
      sources: fc.array(words, { minLength: 1, maxLength: 3 }),
      entities: fc.array(
        fc.record({
          name,
          type: fc.constantFrom(...ENTITY_TYPES),
          mentions: fc.array(
            fc.record({
              source: fc.nat(2),
              first: fc.nat(19),
              more: fc.nat(3),
              kind: fc.constantFrom<MentionKind>('name', 'name', 'role', 'pronoun'),
            }),
            { minLength: 1, maxLength: 5 },
          ),
        }),
        { maxLength: 5 },
      ),
    })
    .map(({ sources, entities }) => {
      const texts = Object.fromEntries(sources.map(({ text }, i) => [`news/${i} é.txt`, text]));
      const taken: EntityMention[] = [];
      const made = entities.map(({ name, type, mentions }, i): Entity => {
        const placed = mentions.flatMap(({ source, first, more, kind }): EntityMention[] => {
          const s = source % sources.length;
          const { text, places } = sources[s] as Words;
          const from = first % places.length;
          const start = (places[from] as Words['places'][0]).start;
          const { end } = places[Math.min(from + more, places.length - 1)] as Words['places'][0];
          const mention = { path: `news/${s} é.txt`, start, end, text: text.slice(start, end), kind, evidence: '' };
          const isFree = taken.every((other) =>
            isApart
              ? other.path !== mention.path || other.end <= start || end <= other.start
              : other.path !== mention.path || other.start !== start || other.end !== end,
          );
          if (!isFree) return [];
          taken.push(mention);
          return [mention];
        });
        return { id: `${type}:${name}#${i}`, name, type, aliases: [], roles: [], mentions: placed };
      });
      return { texts, entities: made };
    });

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', "'=1", '"a", b', 'one\ntwo', 'one\r\ntwo', ' blank ', '-1', '@x', ';', '{0} [a](1)', ','),
);

const verdict: fc.Arbitrary<Verdict> = fc
  .record({
    state: fc.constantFrom('confirmed' as const, 'dismissed' as const, 'resolved' as const),
    reason: fc.constantFrom(...DISMISSAL_REASONS),
    note: text,
    author: text,
    time: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
  })
  .map(({ state, reason, note, author, time }) => ({
    state,
    ...(state === 'dismissed' ? { reason } : {}),
    ...(state === 'resolved' ? { holds: 'Five' } : {}),
    ...(note ? { note } : {}),
    ...(author ? { author } : {}),
    time,
    isOutdated: false,
  }));

/** Contradictions between two texts, some with a verdict on them. */
export const disputes = fc
  .array(
    fc.record({ question: text, explanation: text, value: text, verdict: fc.option(verdict, { nil: undefined }) }),
    {
      maxLength: 4,
    },
  )
  .map((all) =>
    all.map(({ question, explanation, value, verdict: decided }, i): Contradiction => {
      const statement = (path: string) => ({
        path,
        start: 0,
        end: 4,
        text: 'Five',
        speaker: value,
        focus: { start: 0, end: 4, text: 'Five' },
      });
      return {
        id: `c-${i}`,
        kind: 'number',
        severity: 'conflict',
        confidence: 0.5,
        question,
        explanation,
        positions: [
          { value: 'Five', statements: [statement('a.txt')] },
          { value, statements: [statement('b b.txt')] },
        ],
        ...(decided ? { verdict: decided } : {}),
      };
    }),
  );
