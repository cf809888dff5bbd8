import type { EntityHead } from '../analysis/entities/folderEntities.ts';
import type { Entity, EntityMention, EntityType } from '../analysis/model.ts';

/** An entity of a reading. Its mentions are kept with the sources and gathered when they are asked for. */
export class ReadEntity implements Entity {
  #head: EntityHead;
  /** The sources that mention it: most are mentioned in one. */
  #sources: string | Set<string> | undefined;
  #count = 0;
  #mentions: EntityMention[] | undefined;

  /**
   * @param number by which mentions name it
   * @param mentionsIn its mentions in a source
   */
  constructor(
    head: EntityHead,
    readonly key: string,
    readonly number: number,
    private readonly mentionsIn: (number: number, path: string) => EntityMention[],
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
    this.#mentions ??= this.#paths.sort().flatMap((path) => this.mentionsIn(this.number, path));
    return this.#mentions;
  }

  get mentionCount(): number {
    return this.#count;
  }

  /** How many sources mention it. */
  get sourceCount(): number {
    return typeof this.#sources === 'string' ? 1 : (this.#sources?.size ?? 0);
  }

  /** Whether no other sources mention it. */
  isOnlyIn(paths: ReadonlySet<string>): boolean {
    return this.sourceCount <= paths.size && this.#paths.every((path) => paths.has(path));
  }

  describe(head: EntityHead): void {
    this.#head = head;
  }

  /** A source mentions it, once more. */
  enter(path: string): void {
    if (this.#sources === undefined) this.#sources = path;
    else if (typeof this.#sources !== 'string') this.#sources.add(path);
    else if (this.#sources !== path) this.#sources = new Set([this.#sources, path]);
    this.#count++;
    this.#mentions = undefined;
  }

  /** A mention in a source counts no more; none of the others there will. */
  leave(path: string): void {
    if (typeof this.#sources !== 'string') this.#sources?.delete(path);
    else if (this.#sources === path) this.#sources = undefined;
    this.#count--;
    this.#mentions = undefined;
  }

  get #paths(): string[] {
    return typeof this.#sources === 'string' ? [this.#sources] : [...(this.#sources ?? [])];
  }

  /** In the order in which they are first mentioned; what readers have split off comes last. */
  static compare(a: ReadEntity, b: ReadEntity): number {
    const [one, other] = [a.#head.first, b.#head.first];
    if (!one || !other) return one ? -1 : other ? 1 : a.id < b.id ? -1 : 1;
    return one.path === other.path ? one.start - other.start : one.path < other.path ? -1 : 1;
  }
}
