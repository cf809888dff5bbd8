import type { Group } from './groups.ts';
import type { Item } from './items.ts';

/** Which group each claim is in. */
export class Membership {
  readonly #groups = new Map<Item, Group>();

  get groups(): Set<Group> {
    return new Set(this.#groups.values());
  }

  join(groups: Group[]): void {
    for (const group of groups) for (const item of group.items) this.#groups.set(item, group);
  }

  /** Takes a claim out. @param gone takes the group that it was in, which is no more */
  leave(item: Item, gone: Set<Group>): void {
    const group = this.#groups.get(item);
    if (group) gone.add(group);
    this.#groups.delete(item);
  }
}
