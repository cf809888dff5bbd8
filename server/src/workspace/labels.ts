import type { SourceInfo } from '../analysis/model.ts';
import type { PackedChange } from './packedChange.ts';
import { fileName } from './uri.ts';

/** What to call the sources in a sentence: by their publisher or title where that tells one from the others, or by their file. */
export class Labels {
  readonly #names = new Map<string, string[]>();
  readonly #users = new Map<string, Set<string>>();

  of(path: string): string {
    return this.#names.get(path)?.find((name) => this.#users.get(name)?.size === 1) ?? fileName(path);
  }

  /** @returns the paths of the sources that may be called otherwise than before */
  update({ set, gone }: PackedChange['sources']): Set<string> {
    const affected = new Set<string>();
    for (const path of gone) this.#exchange(path, [], affected);
    for (const { path, info } of set) this.#exchange(path, namesOf(info), affected);
    return affected;
  }

  #exchange(path: string, names: string[], affected: Set<string>): void {
    const before = this.#names.get(path) ?? [];
    if (before.join('\n') === names.join('\n')) return;
    affected.add(path);
    for (const name of before) {
      const users = this.#users.get(name);
      users?.delete(path);
      if (users?.size === 1) for (const user of users) affected.add(user);
      if (users?.size === 0) this.#users.delete(name);
    }
    for (const name of names) {
      const users = this.#users.get(name) ?? new Set();
      if (users.size === 1) for (const user of users) affected.add(user);
      this.#users.set(name, users.add(path));
    }
    if (names.length > 0) this.#names.set(path, names);
    else this.#names.delete(path);
  }
}

function namesOf({ publisher, title }: SourceInfo): string[] {
  return [...new Set([publisher, title].flatMap((name) => (name ? [name] : [])))];
}
