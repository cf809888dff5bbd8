/** A seeded source of chance (mulberry32): the same seed gives the same folders on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** In a new order. */
  shuffle<T>(list: readonly T[]): T[] {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.whole(0, i);
      [out[i], out[j]] = [out[j] as T, out[i] as T];
    }
    return out;
  }

  /** Fills a template: `[one|two]` is either, and may hold others; `{name}` is what `slots` has under that name. */
  fill(template: string, slots: Record<string, string>): string {
    let text = template;
    while (text.includes('[')) {
      const inner = text.replace(/\[([^[\]]*)\]/g, (_, choices: string) => this.pick(choices.split('|')));
      if (inner === text) break;
      text = inner;
    }
    const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
    return filled.charAt(0).toUpperCase() + filled.slice(1);
  }
}
