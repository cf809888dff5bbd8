import { dictionary } from '../dictionary.ts';
import type { Mention, ReadText, Sentence, Span, Token } from '../model.ts';
import { remembered } from '../remembered.ts';
import { ROLE_MODIFIERS, ROLES } from './lexicon.ts';
import { countryCode } from './places.ts';
import type { Group } from './within.ts';

/** Buildings that stand for a government. */
const SEATS: Record<string, string> = dictionary({
  kremlin: 'RU',
  'white house': 'US',
  'downing street': 'GB',
  elysee: 'FR',
  élysée: 'FR',
  'bankova street': 'UA',
});

/** Whoever holds one of these is a leader too. */
const LEADERS = new Set([
  'president',
  'premier',
  'minister',
  'chancellor',
  'leader',
  'chief',
  'king',
  'queen',
  'emir',
  'ruler',
]);

/** What a role says, made comparable. */
export interface Role {
  head: string;
  country?: string;
}

/**
 * Adds the mentions that name nobody: roles ("the Ukrainian president", "the Kremlin leader") and pronouns, where only one
 * person of the source can be meant.
 */
export function addReferences(read: ReadText, groups: Group[]): void {
  const people = groups.filter(({ entity }) => entity.type === 'person');
  const holders = people.map((group) => ({ group, roles: group.entity.roles.map(parseRole) }));
  for (const sentence of read.sentences) {
    for (let i = 0; i < sentence.tokens.length; i++) {
      if ((sentence.tokens[i] as Token).normal !== 'the') continue;
      const end = rolePhraseEnd(sentence, i);
      if (end < 0) continue;
      addRole(read, sentence, i, end, holders);
      i = end;
    }
  }
  addPronouns(read, people);
  for (const { entity } of people) entity.mentions.sort((a, b) => a.start - b.start);
}

/** Takes a role apart: "the Ukrainian president" is a president, of Ukraine. */
export const parseRole = remembered(takeApart);

function takeApart(role: string): Role {
  const lower = role.toLowerCase();
  const words = lower.replace(/['’]s\b/g, '').split(/\s+/);
  // "the dead woman's younger sister" is a sister
  const own = (lower.split(/['’]s\s/).at(-1) ?? '').split(/\s+/);
  const head =
    own.find((word) => ROLES.has(word) && !ROLE_MODIFIERS.has(word)) ?? own.find((word) => ROLES.has(word)) ?? '';
  const seat = Object.keys(SEATS).find((name) => role.toLowerCase().includes(name));
  const country = seat ? SEATS[seat] : words.map((word) => countryCode(word)).find((code) => code !== undefined);
  return { head, ...(country ? { country } : {}) };
}

/** A role that stands for its holder, with the country that it is held in. */
export interface RolePhrase extends Span {
  role: Role;
}

/** The roles of a country that stand for somebody ("the Ukrainian president"): who it is another source may tell. */
export function findRolesOfCountries({ text, sentences }: ReadText): RolePhrase[] {
  const found: RolePhrase[] = [];
  for (const sentence of sentences) {
    for (let i = 0; i < sentence.tokens.length; i++) {
      if (sentence.tokens[i]?.normal !== 'the') continue;
      const last = rolePhraseEnd(sentence, i);
      if (last < 0) continue;
      const span = { start: (sentence.tokens[i] as Token).start, end: (sentence.tokens[last] as Token).end };
      const role = parseRole(text.slice(span.start, span.end));
      if (role.country && role.head) found.push({ ...span, role });
      i = last;
    }
  }
  return found;
}

/** The last token of "the" + modifiers + role with no name after it; -1 where there is none. */
function rolePhraseEnd({ tokens }: Sentence, the: number): number {
  for (let i = the + 1; i < Math.min(the + 6, tokens.length); i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    if (ROLES.has(token.normal)) {
      const goesOn =
        next !== undefined &&
        (ROLES.has(next.normal) || next.pos === 'PROPN' || next.pos === 'NOUN' || next.normal === 'of');
      if (!goesOn) return token.normal === token.text ? i : -1;
      if (next.pos !== 'NOUN' && !ROLES.has(next.normal)) return -1;
    }
    if (!['ADJ', 'NOUN', 'PROPN'].includes(token.pos) && !ROLE_MODIFIERS.has(token.normal)) return -1;
  }
  return -1;
}

function addRole(
  { text }: ReadText,
  { tokens }: Sentence,
  first: number,
  last: number,
  holders: { group: Group; roles: Role[] }[],
): void {
  const span = { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
  const wanted = parseRole(text.slice(span.start, span.end));
  const fitting = holders.filter(({ roles }) => roles.some((role) => fits(role, wanted)));
  // the nearer of two presidents is a guess; the only Ukrainian one is not
  const exact = wanted.country
    ? fitting.filter(({ roles }) => roles.some((role) => role.country === wanted.country))
    : fitting;
  if (exact.length !== 1 || !exact[0]) return;
  const { entity } = exact[0].group;
  entity.mentions.push({ ...span, kind: 'role', evidence: `role of ${entity.name}` });
}

/** Whether a role that somebody holds can be the one that is spoken of. */
export function fits(role: Role, wanted: Role): boolean {
  const sameHead = role.head === wanted.head || (wanted.head === 'leader' && LEADERS.has(role.head));
  return sameHead && (!wanted.country || !role.country || role.country === wanted.country);
}

const PRONOUNS = new Map<string, 'male' | 'female'>([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'female'] as const),
]);

/** A pronoun goes to the one person of fitting gender who is named before it in its sentence or in the one before it. */
function addPronouns(read: ReadText, people: Group[]): void {
  // who is named in a quotation is not who speaks after it
  const named = people.flatMap((group) =>
    group.spans.filter((span) => !isQuoted(read, span)).map((span) => ({ group, span })),
  );
  const bySentence = new Map<Sentence, typeof named>();
  for (const entry of named) {
    const same = bySentence.get(entry.span.sentence);
    if (same) same.push(entry);
    else bySentence.set(entry.span.sentence, [entry]);
  }
  let before: typeof named = [];
  read.sentences.forEach((sentence, index) => {
    const near = read.sentences[index - 1]?.block === sentence.block ? before : [];
    const own = bySentence.get(sentence) ?? [];
    const namesNobody = near.length === 0 && own.length === 0;
    for (let i = 0; i < sentence.tokens.length && !namesNobody; i++) {
      const token = sentence.tokens[i] as Token;
      const gender = token.form.isLetters ? PRONOUNS.get(token.normal) : undefined;
      if (!gender || isQuoted(read, token)) continue;
      const seen = [...near, ...own.filter(({ span }) => span.end <= token.start)];
      const fitting = new Set(
        seen.filter(({ group }) => !group.gender || group.gender === gender).map(({ group }) => group),
      );
      const [only] = fitting;
      if (fitting.size === 1 && only) only.entity.mentions.push(pronounMention(token, only));
    }
    before = own;
  });
}

function pronounMention({ start, end }: Token, { entity }: Group): Mention {
  return { start, end, kind: 'pronoun', evidence: `pronoun for ${entity.name}` };
}

function isQuoted({ quotations }: ReadText, token: Span): boolean {
  return quotations.some(
    (quotation) => !quotation.scare && quotation.start <= token.start && token.end <= quotation.end,
  );
}
