import type {
  Contradiction,
  Entity,
  EntityMention,
  FolderAnalysis,
  KnownSource,
  Position,
  Span,
  Statement,
} from '../analysis/model.ts';
import type { Document } from './document.ts';
import { translated } from './translate.ts';
import { fileName } from './uri.ts';

/** A mention with the entity that it names. */
export interface PlacedMention {
  entity: Entity;
  mention: EntityMention;
}

/** A statement with the position that it gives and the question that is disputed. */
export interface PlacedStatement {
  contradiction: Contradiction;
  position: Position;
  statement: Statement;
}

/**
 * One state of the sources read against each other: what every feature answers from. Immutable; an edit leads to a new
 * reading. Paths are canonical URIs.
 */
export class Reading {
  readonly contradictions: Contradiction[];
  #mentions: Map<string, PlacedMention[]> | undefined;
  #statements: Map<string, PlacedStatement[]> | undefined;
  #entities: Map<string, Entity> | undefined;
  #labels: Map<string, string> | undefined;

  constructor(
    private readonly analysis: FolderAnalysis,
    readonly documents: ReadonlyMap<string, Document>,
    minimumConfidence = 0,
  ) {
    const sure = analysis.contradictions.filter((found) => found.confidence >= minimumConfidence);
    this.contradictions = sure.map(translated);
  }

  static readonly empty = new Reading({ sources: [], entities: [], contradictions: [] }, new Map());

  get sources(): KnownSource[] {
    return this.analysis.sources;
  }

  get entities(): Entity[] {
    return this.analysis.entities;
  }

  /** The text that the reading is of; undefined for what is not a source. */
  document(path: string): Document | undefined {
    return this.documents.get(path);
  }

  source(path: string): KnownSource | undefined {
    return this.analysis.sources.find((source) => source.path === path);
  }

  entity(id: string): Entity | undefined {
    this.#entities ??= new Map(this.entities.map((entity) => [entity.id, entity]));
    return this.#entities.get(id);
  }

  /** The paths of the sources that take part in a contradiction. */
  get disputedPaths(): string[] {
    return [...this.#statementsByPath.keys()];
  }

  /** The mentions in a source, in text order. */
  mentionsIn(path: string): PlacedMention[] {
    this.#mentions ??= groupByPath(
      this.entities.flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention }))),
      ({ mention }) => mention,
    );
    return this.#mentions.get(path) ?? [];
  }

  /** The disputed statements in a source, in text order. */
  statementsIn(path: string): PlacedStatement[] {
    return this.#statementsByPath.get(path) ?? [];
  }

  /** The mention at an offset, the shortest where several lie over each other. The end of a span counts as in it. */
  mentionAt(path: string, offset: number): PlacedMention | undefined {
    const here = this.mentionsIn(path).filter(({ mention }) => touches(mention, offset));
    return here.sort((a, b) => length(a.mention) - length(b.mention))[0];
  }

  /** The disputed statements at an offset, those whose focus lies there first, then the shorter first. */
  statementsAt(path: string, offset: number): PlacedStatement[] {
    const distance = ({ statement }: PlacedStatement) => (touches(statement.focus, offset) ? 0 : 1);
    return this.statementsIn(path)
      .filter(({ statement }) => touches(statement, offset) || touches(statement.focus, offset))
      .sort((a, b) => distance(a) - distance(b) || length(a.statement) - length(b.statement));
  }

  /** What to call a source in a sentence: its publisher or title where that tells it from the others, or its file. */
  label(path: string): string {
    this.#labels ??= labels(this.sources);
    return this.#labels.get(path) ?? fileName(path);
  }

  get #statementsByPath(): Map<string, PlacedStatement[]> {
    this.#statements ??= groupByPath(this.contradictions.flatMap(placeStatements), ({ statement }) => statement);
    return this.#statements;
  }
}

function placeStatements(contradiction: Contradiction): PlacedStatement[] {
  return contradiction.positions.flatMap((position) =>
    position.statements.map((statement) => ({ contradiction, position, statement })),
  );
}

function groupByPath<T>(items: T[], placeOf: (item: T) => Span & { path: string }): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const { path } = placeOf(item);
    const group = groups.get(path);
    if (group) group.push(item);
    else groups.set(path, [item]);
  }
  for (const group of groups.values()) group.sort((a, b) => placeOf(a).start - placeOf(b).start);
  return groups;
}

function labels(sources: KnownSource[]): Map<string, string> {
  const uses = new Map<string, number>();
  for (const { info } of sources) {
    for (const name of new Set([info.publisher, info.title])) {
      if (name) uses.set(name, (uses.get(name) ?? 0) + 1);
    }
  }
  const chosen = ({ path, info }: KnownSource) =>
    [info.publisher, info.title].find((name) => name && uses.get(name) === 1) ?? fileName(path);
  return new Map(sources.map((source) => [source.path, chosen(source)]));
}

function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function length(span: Span): number {
  return span.end - span.start;
}
