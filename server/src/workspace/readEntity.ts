import type { EntityHead } from '../analysis/entities/folderEntities.ts';
import type { Entity, EntityMention, EntityType } from '../analysis/model.ts';
import type { PlacedMention } from './reading.ts';

/** An entity of a reading. Its mentions are kept with the sources and gathered when they are asked for. */
export class ReadEntity implements Entity {
  #head: EntityHead;
  /** How many mentions each source has. */
  readonly #sources = new Map<string, number>();
  #mentions: EntityMention[] | undefined;

  constructor(
    head: EntityHead,
    private readonly mentionsIn: (path: string) => readonly PlacedMention[],
  ) {
    this.#head = head;
  }

  get head(): EntityHead {
    return this.#head;
  }

  get id(): string {
    return this.#head.id;
  }

  get name(): string {
    return this.#head.name;
  }

  get type(): EntityType {
    return this.#head.type;
  }

  get aliases(): string[] {
    return this.#head.aliases;
  }

  get roles(): string[] {
    return this.#head.roles;
  }

  get decided(): string[] | undefined {
    return this.#head.decided;
  }

  get watched(): Entity['watched'] {
    return this.#head.watched;
  }

  /** By path, and in text order. */
  get mentions(): EntityMention[] {
    this.#mentions ??= [...this.#sources.keys()]
      .sort()
      .flatMap((path) => this.mentionsIn(path).flatMap(({ entity, mention }) => (entity === this ? mention : [])));
    return this.#mentions;
  }

  /** Whether no other sources mention it. */
  isOnlyIn(paths: ReadonlySet<string>): boolean {
    return this.#sources.size <= paths.size && [...this.#sources.keys()].every((path) => paths.has(path));
  }

  describe(head: EntityHead): void {
    this.#head = head;
  }

  /** A source mentions it, once more. */
  enter(path: string): void {
    this.#sources.set(path, (this.#sources.get(path) ?? 0) + 1);
    this.#mentions = undefined;
  }

  /** The mentions in a source count no more. */
  leave(path: string): void {
    this.#sources.delete(path);
    this.#mentions = undefined;
  }

  /** In the order in which they are first mentioned; what readers have split off comes last. */
  static compare(a: ReadEntity, b: ReadEntity): number {
    const [one, other] = [a.#head.first, b.#head.first];
    if (!one || !other) return one ? -1 : other ? 1 : a.id < b.id ? -1 : 1;
    return one.path === other.path ? one.start - other.start : one.path < other.path ? -1 : 1;
  }
}
