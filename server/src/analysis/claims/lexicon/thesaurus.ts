import { remembered } from '../../remembered.ts';
import { actionOfNoun, actionOfState, actionOfVerb, knownVerb, takesParticle } from './actions.ts';
import data from './data/thesaurus.json' with { type: 'json' };
import { OPPOSITES } from './opposites.ts';

/** The classes of WordNet that a word is in, and what each is opposed to and a kind of (scripts/thesaurus.ts). */
interface Thesaurus {
  of: Map<string, number[]>;
  /** The classes of a word's first sense as verb, noun and adjective. */
  first: Map<string, number[]>;
  opposites: number[][];
  general: (number | undefined)[];
}

let loaded: Thesaurus | undefined;

function thesaurus(): Thesaurus {
  loaded ??= parse();
  return loaded;
}

function parse(): Thesaurus {
  const of = new Map<string, number[]>();
  const first = new Map<string, number[]>();
  const opposites: number[][] = [];
  const general: (number | undefined)[] = [];
  data.classes.split('\n').forEach((line, i) => {
    const [verbs = '', nouns = '', adjectives = '', against = '', above] = line.split(';');
    for (const entry of `${verbs} ${nouns} ${adjectives}`.split(' ')) {
      if (entry === '') continue;
      const word = entry.replace('*', '');
      add(of, word, i);
      if (entry !== word) add(first, word, i);
    }
    opposites.push(numbers(against));
    general.push(above ? Number.parseInt(above, 36) : undefined);
  });
  return { of, first, opposites, general };
}

function add(lists: Map<string, number[]>, word: string, number: number): void {
  const known = lists.get(word);
  if (!known) lists.set(word, [number]);
  else if (known.at(-1) !== number) known.push(number);
}

const numbers = (text: string) => (text === '' ? [] : text.split(' ').map((n) => Number.parseInt(n, 36)));

const NONE: readonly number[] = [];

/**
 * The numbers of the classes that a word is in: its usual senses, shared with the words of the same meaning and with the
 * noun or verb that is derived from it.
 *
 * @param lemma lower case; a verb with a particle is joined to it by an underscore ("step_down")
 */
export const classesOf = (lemma: string): readonly number[] => thesaurus().of.get(lemma) ?? NONE;

/** The base of a past form or participle ("informed", "loaded", "stolen"), where it is a known word; else the form itself. */
export function baseOfParticiple(form: string): string {
  const known = knownVerb(form)?.base;
  if (known !== undefined) return known;
  if (!form.endsWith('ed')) return form;
  const stem = form.slice(0, -2);
  // "hoped" is of "hope", as "hop" doubles its last letter
  return firstKnown([`${stem}e`, ...basesOf(stem)]) ?? form;
}

/** The base of a gerund ("poisoning"), where it is a known word; else the form without its ending. */
export function baseOfGerund(form: string): string {
  const stem = form.slice(0, -3);
  return firstKnown(basesOf(stem)) ?? stem;
}

/** Of what a stem before "-ed" or "-ing" can be left: "inform", "poach", "stop(p)", "bur(i)". */
const basesOf = (stem: string) => [stem, `${stem}e`, stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stem.slice(0, -1)];
const firstKnown = (bases: string[]) => bases.find((base) => classesOf(base).length > 0);

/** What a word says, as a question that its opposites answer the other way. */
export interface Polarity {
  key: string;
  positive: boolean;
}

/**
 * The questions that a verb, noun or state answers: one for its first sense, or for each pair of exclusive outcomes that it is one
 * side of. Words of the same meaning have the same key; so have exclusive outcomes, with another sign.
 */
export const polaritiesOf = remembered(readPolarities);

function readPolarities(lemma: string): readonly Polarity[] {
  const sides = sidesOf(lemma).filter(({ pair }) => OPPOSITES[pair]?.exclusive);
  if (sides.length > 0) return sides.map(({ pair, side }) => ({ key: `pair${pair}`, positive: side === 0 }));
  const news = newsClass(lemma);
  if (news !== undefined) return [{ key: `@${news}`, positive: true }];
  // "unsafe", "uninsured": what is safe and insured, turned round
  const bare = /^un(?=\p{L}{4})/u.test(lemma) ? lemma.slice(2) : undefined;
  const root = bare?.endsWith('ed') ? baseOfParticiple(bare) : bare;
  if (root && classesOf(root).length > 0) return polaritiesOf(root).map((p) => ({ ...p, positive: !p.positive }));
  const found = (thesaurus().first.get(lemma) ?? NONE).map((c) => ({ key: `c${c}`, positive: true }));
  return found.length > 0 ? found : [{ key: lemma, positive: true }];
}

/** The same for what can turn into its opposite with time (open and closed), which is a question only of one time. */
export const turnsOf = remembered((lemma: string): readonly Polarity[] =>
  sidesOf(lemma)
    .filter(({ pair }) => !OPPOSITES[pair]?.exclusive)
    .map(({ pair, side }) => ({ key: `pair${pair}`, positive: side === 0 })),
);

/** Whether two words, verbs or nouns or states, say in one of their usual senses that the same happens or holds. */
export function sameAction(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [newsClass(a), newsClass(b)];
  if (x !== undefined && x === y) return true;
  const others = classesOf(b);
  return classesOf(a).some((c) => others.includes(c));
}

/** Whether two words say the same, or one says more exactly what the other does ("murder" and "kill"). */
export function kindredAction(a: string, b: string): boolean {
  if (sameAction(a, b)) return true;
  const { general } = thesaurus();
  const isUnder = (under: readonly number[], above: readonly number[]) =>
    under.some((c) => general[c] !== undefined && above.includes(general[c]));
  return isUnder(classesOf(a), classesOf(b)) || isUnder(classesOf(b), classesOf(a));
}

/** Whether two words, verbs or nouns or states, cannot both be true of one thing at one time ("open" and "closure"). */
export function opposite(a: string, b: string): boolean {
  if (sameAction(a, b)) return false;
  if (isOpposed(a, b)) return true;
  const { opposites } = thesaurus();
  const others = classesOf(b);
  return classesOf(a).some((c) => opposites[c]?.some((o) => others.includes(o)));
}

/** The class of a word among those of the news (actions.ts). */
const newsClass = (lemma: string): string | undefined => {
  const [base = '', particle = ''] = lemma.split('_');
  // "fall through" is no fall
  if (particle !== '' && !takesParticle(base, particle) && classesOf(lemma).length > 0) return undefined;
  return actionOfVerb(base, particle) ?? actionOfNoun(lemma) ?? actionOfState(lemma);
};

const sides = new Map<string, { pair: number; side: number }[]>();
OPPOSITES.forEach((pair, number) => {
  pair.sides.forEach((words, side) => {
    for (const word of words) sides.set(word, [...(sides.get(word) ?? []), { pair: number, side }]);
  });
});

function isOpposed(a: string, b: string): boolean {
  const known = sidesOf(b);
  return sidesOf(a).some((x) => known.some((y) => x.pair === y.pair && x.side !== y.side));
}

const sidesOf = (lemma: string) => [...(sides.get(lemma) ?? []), ...(sides.get(`@${newsClass(lemma)}`) ?? [])];
