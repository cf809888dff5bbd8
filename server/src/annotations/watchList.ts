import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { ENTITY_TYPES, type EntityType, type WatchedEntity } from '../analysis/model.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { childUri } from '../workspace/uri.ts';
import { isRecord } from './annotation.ts';
import type { Problem } from './file.ts';

/** The entities that a reader follows, relative to the workspace folder; docs/watchlist.schema.json describes the file. */
export const WATCH_LIST_FILE = '.crossread/watchlist.json';

/** Reads a watch list: JSON, in which comments may stand. @returns no entities where there is a problem */
export function parseWatchList(text: string): { entities: WatchedEntity[]; problem?: Problem } {
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (!tree || error)
    return wrong(text, error?.offset ?? 0, error ? sentence(printParseErrorCode(error.error)) : 'It is empty.');
  const list = findNodeAtLocation(tree, ['entities']);
  if (list?.type !== 'array') return wrong(text, tree.offset, 'There is no list "entities".');
  const entities: WatchedEntity[] = [];
  for (const node of list.children ?? []) {
    const read = readEntity(node);
    if ('problem' in read) return wrong(text, read.at.offset, read.problem);
    const { entity } = read;
    if (entities.some(({ name }) => name === entity.name))
      return wrong(text, node.offset, `“${entity.name}” is there twice.`);
    entities.push(entity);
  }
  return { entities };
}

function wrong(text: string, offset: number, message: string): { entities: WatchedEntity[]; problem: Problem } {
  return { entities: [], problem: { line: text.slice(0, offset).split('\n').length - 1, message } };
}

/** "PropertyNameExpected" as people write it. */
function sentence(code: string): string {
  return `${code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`;
}

type Read = { entity: WatchedEntity } | { problem: string; at: Node };

function readEntity(node: Node): Read {
  if (node.type !== 'object') return { problem: 'An entity is an object with a "name".', at: node };
  const at = (key: string) => findNodeAtLocation(node, [key]);
  const name = textAt(at('name'));
  if (!name) return { problem: 'The "name" is missing.', at: at('name') ?? node };
  const [aliases, type] = [at('aliases'), at('type')];
  if (aliases && (aliases.type !== 'array' || !aliases.children?.every((each) => textAt(each)))) {
    return { problem: '"aliases" is a list of names.', at: aliases };
  }
  if (type && !isType(type.value)) return { problem: `"type" is one of ${ENTITY_TYPES.join(', ')}.`, at: type };
  for (const key of ['note', 'id']) {
    const text = at(key);
    if (text && text.type !== 'string') return { problem: `"${key}" is a text.`, at: text };
  }
  const [note, externalId] = [textAt(at('note')), textAt(at('id'))];
  const entity: WatchedEntity = {
    name,
    aliases: (aliases?.children ?? []).flatMap((each) => textAt(each) ?? []),
    ...(type ? { type: type.value as EntityType } : {}),
    ...(note ? { note } : {}),
    ...(externalId ? { externalId } : {}),
  };
  return { entity };
}

function textAt(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value).trim() || undefined : undefined;
}

function isType(value: unknown): value is EntityType {
  return ENTITY_TYPES.some((known) => known === value);
}

export interface WatchListEvents {
  /** It is not what it was when it was first read, or last. */
  onChanged(): void;
  /** The file cannot be read, or can again. */
  onProblem(file: string, problem: Problem | undefined): void;
}

/** The watch list of one workspace folder. While its file is malformed, what it said before holds. */
export class WatchList {
  readonly file: string;
  #entities: WatchedEntity[] = [];
  #problem: Problem | undefined;
  #last: symbol | undefined;
  #isLoaded = false;

  constructor(
    private readonly fs: FileSystem,
    folder: string,
    private readonly events: WatchListEvents,
  ) {
    this.file = childUri(folder, WATCH_LIST_FILE);
  }

  get entities(): WatchedEntity[] {
    return this.#entities;
  }

  /** Reads the file, which need not exist. */
  async read(): Promise<void> {
    const reading = Symbol();
    this.#last = reading;
    const { entities, problem } = await this.#parsed();
    if (this.#last !== reading) return;
    if (problem || this.#problem) this.events.onProblem(this.file, problem);
    this.#problem = problem;
    const isNews = this.#isLoaded;
    this.#isLoaded = true;
    if (problem || JSON.stringify(entities) === JSON.stringify(this.#entities)) return;
    this.#entities = entities;
    if (isNews) this.events.onChanged();
  }

  async #parsed(): Promise<ReturnType<typeof parseWatchList>> {
    try {
      return parseWatchList(new TextDecoder().decode(await this.fs.readFile(this.file)));
    } catch (error) {
      if (isRecord(error) && ['ENOENT', 'ENOTDIR'].includes(String(error.code))) return { entities: [] };
      return { entities: [], problem: { line: 0, message: `${error instanceof Error ? error.message : error}.` } };
    }
  }
}
