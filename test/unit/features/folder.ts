import { analyseSource } from '../../../server/src/analysis/analyse.ts';
import { toKnown } from '../../../server/src/analysis/known.ts';
import type {
  Contradiction,
  Entity,
  EntityType,
  MentionKind,
  Statement,
  Verdict,
} from '../../../server/src/analysis/model.ts';
import { PackedSource } from '../../../server/src/analysis/packedSource.ts';
import { Document } from '../../../server/src/workspace/document.ts';
import { Reading } from '../../../server/src/workspace/reading.ts';
import { uriOf } from '../workspace/memory.ts';

/** A place in a file: its name and the words that stand there (for the first time). */
export type Place = [name: string, words: string];

/**
 * A folder whose entities and contradictions are said by hand, by the words that stand in its texts; so the tests of the
 * features do not hang on what the engine finds.
 */
export class Folder {
  readonly #entities: Entity[] = [];
  readonly #contradictions: Contradiction[] = [];

  constructor(readonly files: Record<string, string>) {}

  entity(name: string, type: EntityType, mentions: [...Place, kind?: MentionKind][], more: Partial<Entity> = {}): this {
    const entity: Entity = {
      id: `e-${name}`,
      name,
      type,
      aliases: [...new Set(mentions.filter(([, , kind]) => !kind).map(([, words]) => words))],
      roles: [],
      mentions: mentions.map(([file, words, kind = 'name']) => ({
        ...this.span([file, words]),
        kind,
        path: uriOf(file),
        text: words,
        evidence: words === name ? 'exact name' : `short for ${name}`,
      })),
      ...more,
    };
    this.#entities.push(entity);
    return this;
  }

  /** @param positions the value of each position, with its statements and in each the words that carry the value */
  dispute(
    question: string,
    positions: Record<string, { in: string; says: string; focus: string; speaker?: string }[]>,
    more: Partial<Contradiction> = {},
  ): this {
    this.#contradictions.push({
      id: `c-${this.#contradictions.length + 1}`,
      kind: 'number',
      severity: 'conflict',
      confidence: 0.9,
      question,
      explanation: 'The figures differ.',
      positions: Object.entries(positions).map(([value, statements]) => ({
        value,
        statements: statements.map((said) => this.#statement(said)),
      })),
      ...more,
    });
    return this;
  }

  /** Gives the question a verdict. */
  decided(question: string, verdict: Verdict): this {
    const contradiction = this.#contradictions.find((each) => each.question === question);
    if (contradiction) contradiction.verdict = verdict;
    return this;
  }

  get reading(): Reading {
    const sources = Object.entries(this.files).map(([name, text]) =>
      toKnown(PackedSource.of(analyseSource(uriOf(name), text))),
    );
    const documents = Object.entries(this.files).map(([name, text]) => new Document(uriOf(name), text));
    return Reading.of(
      { sources, entities: this.#entities, contradictions: this.#contradictions },
      new Map(documents.map((document) => [document.uri, document])),
    );
  }

  span([name, words]: Place): { start: number; end: number } {
    const start = this.textOf(name).indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in ${name}`);
    return { start, end: start + words.length };
  }

  /** An offset inside the words. */
  offset(...place: Place): number {
    return this.span(place).start + 1;
  }

  textOf(name: string): string {
    return this.files[name] as string;
  }

  /** The words that a location of the protocol covers, with the file's name. */
  wordsAt({ uri, range }: { uri: string; range: { start: LinePosition; end: LinePosition } }): Place {
    const name = Object.keys(this.files).find((each) => uriOf(each) === uri) as string;
    const document = new Document(uri, this.textOf(name));
    return [name, this.textOf(name).slice(document.offsetAt(range.start), document.offsetAt(range.end))];
  }

  #statement({
    in: name,
    says,
    focus,
    speaker,
  }: {
    in: string;
    says: string;
    focus: string;
    speaker?: string;
  }): Statement {
    const span = this.span([name, says]);
    const start = span.start + says.indexOf(focus);
    return {
      ...span,
      path: uriOf(name),
      text: says,
      ...(speaker ? { speaker } : {}),
      focus: { start, end: start + focus.length, text: focus },
    };
  }
}

/** What must be there for a test to go on. */
export function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('There is nothing.');
  return value;
}

interface LinePosition {
  line: number;
  character: number;
}

/** Three reports of one explosion: two agree, one does not; a mayor is named in two of them. */
export function explosion(): Folder {
  return new Folder({
    'a.txt':
      'Depot burns in Karo\n\nOfficials said 5 people were killed on Monday. Anna Bell, the mayor, was there. She left at noon.\n',
    'b.txt': 'Toll rises\n\nAt least 24 people were killed, Mayor Bell said.\n',
    'c.txt': 'Dozens hurt\n\nPolice put the dead at 24. Nobody else was missing.\n',
  })
    .entity(
      'Anna Bell',
      'person',
      [
        ['a.txt', 'Anna Bell'],
        ['a.txt', 'the mayor', 'role'],
        ['a.txt', 'She', 'pronoun'],
        ['b.txt', 'Bell'],
      ],
      { roles: ['mayor'] },
    )
    .entity('Karo', 'place', [['a.txt', 'Karo']])
    .dispute('How many people were killed?', {
      '5': [{ in: 'a.txt', says: 'Officials said 5 people were killed', focus: '5 people', speaker: 'Officials' }],
      '24': [
        { in: 'b.txt', says: 'At least 24 people were killed', focus: '24 people' },
        { in: 'c.txt', says: 'Police put the dead at 24', focus: '24' },
      ],
    });
}
