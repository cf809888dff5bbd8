import TinyQueue from 'tinyqueue';
import { MultiMap } from '../multiMap.ts';
import { remembered } from '../remembered.ts';
import { fullNamesOf } from './nicknames.ts';
import { type Form, isShortForm, readForm, sameThing } from './same.ts';
import { type PersonName, soundKey } from './similarity.ts';

/** A name that some source uses, whoever bears it. Names that are one thing have one founder: the fullest of them. */
export interface Name {
  /** Folded. */
  readonly key: string;
  form: Form;
  /** The acronyms that sources define for it, folded. */
  acronyms: string[];
  founder: Name;
  /** Whether a reader follows it: it is known before all others. */
  isListed: boolean;
}

/** A form under which a name can be found. */
interface Entry<N> {
  form: Form;
  name: N;
  blocks: string[];
}

/** Under what a name is kept. */
interface Own<N> {
  entries: Entry<N>[];
  sought: string[];
  sounds: string[];
}

/**
 * Which names are one thing. A name is decided by those that are fuller alone, so that what it is does not depend on the order in which
 * sources come, and a change reaches only the names that can be short for it or other spellings of it.
 */
export class NameClusters<N extends Name & { founder: N }> {
  readonly #entries = new MultiMap<string, Entry<N>>();
  readonly #seekers = new MultiMap<string, N>();
  /** Full names of people by each of their words, and bare names by theirs. */
  readonly #full = new MultiMap<string, N>();
  readonly #bare = new MultiMap<string, N>();
  readonly #own = new Map<N, Own<N>>();
  readonly #dirty = new Set<N>();

  /** Takes a name in, or in anew after its form or acronyms have changed. Call {@link settle} after all changes. */
  put(name: N): void {
    this.remove(name);
    const forms = [name.form, ...name.acronyms.map((key) => readForm('organization', key))];
    const distinct = forms.length === 1 ? forms : new Map(forms.map((form) => [form.key, form])).values();
    const entries = [...distinct].map((form) => ({ form, name, blocks: blocksOf(form) }));
    const sought = soughtBy(name.form);
    const sounds = name.form.person ? soundsOf(name.form) : [];
    for (const block of sought) this.#seekers.add(block, name);
    for (const entry of entries) for (const block of entry.blocks) this.#entries.add(block, entry);
    for (const word of sounds) this.#wordsOf(name).add(word, name);
    this.#own.set(name, { entries, sought, sounds });
    this.#dirty.add(name);
    for (const entry of entries) this.#wake(entry);
  }

  has(name: N): boolean {
    return this.#own.has(name);
  }

  remove(name: N): void {
    const own = this.#own.get(name);
    if (!own) return;
    this.#own.delete(name);
    this.#dirty.delete(name);
    for (const block of own.sought) this.#seekers.delete(block, name);
    for (const word of own.sounds) this.#wordsOf(name).delete(word, name);
    for (const entry of own.entries) {
      for (const block of entry.blocks) this.#entries.delete(block, entry);
      this.#wake(entry);
    }
  }

  /** Decides anew what has changed. @returns each name that has another founder than before, with the one before */
  settle(): Map<N, N> {
    const moved = new Map<N, N>();
    const queue = new TinyQueue<N>([...this.#dirty], byFullness);
    for (let name = queue.pop(); name; name = queue.pop()) {
      if (!this.#dirty.delete(name)) continue;
      const founder = this.#founderOf(name);
      if (founder === name.founder) continue;
      if (!moved.has(name)) moved.set(name, name.founder);
      name.founder = founder;
      for (const entry of this.#own.get(name)?.entries ?? []) for (const woken of this.#wake(entry)) queue.push(woken);
    }
    return moved;
  }

  /** The founders of the full names that a bare surname or given name can be short for; no more than one more than `most`. */
  bearersOf({ form }: N, most: number): Set<N> {
    const found = new Set<N>();
    for (const { form: other, founder } of this.#full.get(consonants(form.words[0] as string)))
      if (!found.has(founder) && isShortForm(form, other) && found.add(founder).size > most) break;
    return found;
  }

  /** The bare names that can be short for a person's full name. */
  shortFor(full: N): Set<N> {
    const found = new Set<N>();
    const { form } = full;
    if (!form.person || isBare(form)) return found;
    for (const word of this.#own.get(full)?.sounds ?? soundsOf(form))
      for (const name of this.#bare.get(word)) if (isShortForm(name.form, form)) found.add(name);
    return found;
  }

  #wordsOf({ form }: N): MultiMap<string, N> {
    return isBare(form) ? this.#bare : this.#full;
  }

  /** Marks the less full names that an entry may decide. */
  #wake({ form, name, blocks }: Entry<N>): N[] {
    const woken: N[] = [];
    for (const block of blocks) {
      for (const seeker of this.#seekers.get(block)) {
        if (this.#dirty.has(seeker) || byFullness(name, seeker) >= 0 || !areRelated(seeker.form, form)) continue;
        this.#dirty.add(seeker);
        woken.push(seeker);
      }
    }
    return woken;
  }

  /** The one that a name belongs to; itself where there is none or several. */
  #founderOf(name: N): N {
    const { form } = name;
    if (name.isListed) return name.founder;
    const [exact, same, longer] = [new Set<N>(), new Set<N>(), new Set<N>()];
    for (const block of this.#own.get(name)?.sought ?? []) {
      for (const { form: other, name: owner } of this.#entries.get(block)) {
        if (byFullness(owner, name) >= 0) continue;
        const { founder } = owner;
        if (other.key === form.key) exact.add(founder);
        else if (longer.size < 2 && !longer.has(founder) && isShortForm(form, other)) longer.add(founder);
        if (same.size < 2 && !same.has(founder) && sameThing(other, form)) same.add(founder);
      }
    }
    // a name that could be two things is neither; what is spelled alike counts before what it may be short for
    const [found] = exact.size === 1 ? exact : same.size > 0 ? only(same) : only(longer);
    return found ?? name;
  }
}

const only = <T>(set: Set<T>): Set<T> => (set.size === 1 ? set : new Set());

/** Whether a name is a person's surname or given name only. */
export function isBare(form: Form): boolean {
  return form.type === 'person' && form.words.length === 1;
}

/** Fuller names first. */
export function byFullness(a: Name, b: Name): number {
  if (a.isListed !== b.isListed) return a.isListed ? -1 : 1;
  return fullness(b.form) - fullness(a.form) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function fullness(form: Form): number {
  return form.words.length * 100 + form.key.length;
}

const areRelated = (form: Form, fuller: Form) => sameThing(fuller, form) || isShortForm(form, fuller);

/** Where a name can be found: see {@link soughtBy}. */
function blocksOf({ type, key, words, person, place, acronyms }: Form): string[] {
  if (person && words.length === 1) return [`bare:${consonants(person.surname)}`];
  if (person) return personBlocks(person, (given) => (given.length > 1 ? ['initial'] : ['initial', 'single']));
  if (type === 'place') return [`place:${place ?? key}`];
  if (type !== 'organization') return [`${type}:${key}`];
  const parts = [`sound:${soundKey(key)}`, `first:${words[0]}`, `last:${words.at(-1)}`, `start:${pair(words)}`];
  const ends = `end:${pair(words.slice(-2))}`;
  return distinct([`is:${key}`, ...parts, ends, ...(acronyms ?? []).map((each) => `letters:${each}`)]);
}

/**
 * Where what a name is or stands for is to be found; it can be one thing with no other name. A full name of a person meets others by
 * its surname with a given name, that of an organization by its sound or by a start or end of two words, so that all the
 * Smiths and all the ministries are not looked through each time. For a bare surname see {@link NameClusters.bearersOf}.
 */
function soughtBy({ type, key, words, person, place }: Form): string[] {
  if (person && words.length === 1) return [`bare:${consonants(person.surname)}`];
  if (person) return personBlocks(person, (given) => [given.length > 1 ? 'single' : 'initial']);
  if (type === 'place') return [`place:${place ?? key}`];
  if (type !== 'organization') return [`${type}:${key}`];
  const same = [`is:${key}`, `letters:${key.replaceAll('.', '')}`];
  if (words.length === 1) return distinct([...same, `first:${key}`, `last:${key}`]);
  return distinct([...same, `sound:${soundKey(key)}`, `start:${pair(words)}`, `end:${pair(words.slice(-2))}`]);
}

/** A surname with each given name: its sound, the names that it is short for, its first letter; and both names without their order. */
function personBlocks({ given, surname }: PersonName, initials: (given: string) => string[]): string[] {
  const own = consonants(surname);
  const blocks = given.flatMap((name) => {
    const plain = name.replace('.', '');
    const first = initials(plain).map((kind) => `${kind} ${soundKey(plain)[0]}`);
    return [consonants(plain), ...fullNamesOf(plain), ...first].map((each) => `${own}, ${each}`);
  });
  return distinct([...blocks, [...given, surname].sort().join(' ')]);
}

const distinct = (list: string[]) => [...new Set(list)];

const pair = ([first, second]: string[]) => `${first} ${second}`;

const soundsOf = ({ words }: Form) => distinct(words.map(consonants));

const consonants = remembered((word) => {
  // one name has "h" and "g" in neighboring languages
  const sound = soundKey(word).replaceAll('h', 'g');
  return sound.slice(0, 1) + sound.slice(1).replace(/[aeiou ]/g, '');
});
