import { readFileSync } from 'node:fs';
import type { Contradiction } from '../server/src/analysis/model.ts';
import { analyse } from './seeds.ts';

/** One event in two outlets' words, sentence by sentence. */
interface Pair {
  id: string;
  /** What the two differ in, or seem to. */
  kind: string;
  a: string[];
  b: string[];
  /** The sentences, of `a` and of `b`, that cannot both hold; none where the two only look like it. */
  disputed?: [number, number];
}

interface Count {
  contradicting: number;
  found: number;
  /** Contradicting pairs in which something else is reported. */
  other: number;
  decoys: number;
  hit: number;
}

/** Compares the two texts of each pair alone. Names pairs that come out wrong only where they may be looked at. */
function score(name: string, pairs: Pair[], isSeen: boolean): void {
  const kinds = new Map<string, Count>();
  const wrong: string[] = [];
  for (const { id, kind, a, b, disputed } of pairs) {
    const count = kinds.get(kind) ?? { contradicting: 0, found: 0, other: 0, decoys: 0, hit: 0 };
    kinds.set(kind, count);
    const texts = new Map([
      ['a', a.join(' ')],
      ['b', b.join(' ')],
    ]);
    const { contradictions } = analyse(texts);
    const found = disputed && contradictions.some((c) => touches(c, 'a', a, disputed[0], 'b', b, disputed[1]));
    if (disputed) {
      count.contradicting++;
      if (found) count.found++;
      else wrong.push(`missed ${id}`);
      if (contradictions.length > (found ? 1 : 0)) count.other++;
    } else {
      count.decoys++;
      if (contradictions.length > 0) count.hit++;
      for (const { question } of contradictions) wrong.push(`decoy ${id}: ${question}`);
    }
  }
  print(name, kinds);
  if (isSeen && process.argv.includes('--verbose')) console.log(wrong.join('\n'));
}

/** Whether two of its positions lie on a sentence of one text and a sentence of the other. */
function touches(
  { positions }: Contradiction,
  ...[first, a, i, second, b, k]: [string, string[], number, string, string[], number]
): boolean {
  const on = (path: string, sentences: string[], at: number) => {
    const start = sentences.slice(0, at).join(' ').length;
    const end = sentences.slice(0, at + 1).join(' ').length;
    return positions.findIndex(({ statements }) =>
      statements.some((s) => s.path === path && s.focus.start < end && s.focus.end > start),
    );
  };
  const [one, other] = [on(first, a, i), on(second, b, k)];
  return one >= 0 && other >= 0 && one !== other;
}

function print(name: string, kinds: Map<string, Count>): void {
  const cell = (value: number | string) => String(value).padStart(14);
  const keys = ['contradicting', 'found', 'other', 'decoys', 'hit'] as const;
  console.log(`\n${name.padEnd(10)}${keys.map(cell).join('')}`);
  const all = { contradicting: 0, found: 0, other: 0, decoys: 0, hit: 0 };
  for (const count of kinds.values()) for (const key of keys) all[key] += count[key];
  for (const [kind, count] of [...kinds, ['all', all] as const])
    console.log(kind.padEnd(10) + keys.map((key) => cell(count[key])).join(''));
}

const readPairs = (name: string): Pair[] => JSON.parse(readFileSync(`bench/pairs/${name}.json`, 'utf8'));

score('seen', readPairs('seen'), true);
score('held out', readPairs('heldout'), false);
