import type { Group } from './groups.ts';
import type { Item } from './items.ts';

/** Groups that are no more, and new ones. */
export interface GroupChange {
  gone: Set<Group>;
  made: Group[];
  /** Those that are as before, but are sure in another degree. */
  weighed: Group[];
}

/** Which claims are in groups. */
export class Membership {
  readonly groups = new Set<Group>();

  /** Takes a claim out. @param change takes the group that it was in, which is no more */
  leave(item: Item, { gone }: GroupChange): void {
    const { group } = item;
    if (!group) return;
    this.#dissolve(group);
    gone.add(group);
  }

  /** Puts claims into other groups than before. Where a group has the claims of one that it takes the place of, that one stays. */
  regroup(items: readonly Item[], groups: readonly Group[], change: GroupChange): void {
    const before = new Set<Group>();
    for (const { group } of items) if (group) before.add(group);
    const kept = new Set<Group>();
    const made: Group[] = [];
    for (const group of groups) {
      const same = group.items[0]?.group;
      if (same && isOfSame(same, group)) {
        kept.add(same);
        if (same.certainty !== group.certainty) change.weighed.push(same);
        same.certainty = group.certainty;
      } else made.push(group);
    }
    for (const group of before) {
      if (kept.has(group)) continue;
      this.#dissolve(group);
      change.gone.add(group);
    }
    for (const group of made) {
      for (const item of group.items) item.group = group;
      this.groups.add(group);
      change.made.push(group);
    }
  }

  #dissolve(group: Group): void {
    this.groups.delete(group);
    for (const item of group.items) if (item.group === group) item.group = undefined;
  }
}

const isOfSame = (a: Group, b: Group) =>
  a.topic === b.topic && a.items.length === b.items.length && a.items.every((item, i) => item === b.items[i]);
