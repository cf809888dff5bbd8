import type { NameSpan } from './names.ts';
import { genderOfTitle, roleBefore, sameRole } from './roles.ts';
import type { Group } from './within.ts';

/** Adjectives that tell two bearers of one surname apart: which of them is meant is not ours to guess. */
const TELLING_APART =
  /^(?:younger|older|elder|eldest|youngest|senior|junior|late|other|another|former|first|second|two|both)$/;
const FAMILY =
  /^(?:family|families|clan|dynasty|household|brothers|sisters|siblings|twins|cousins|couple|children|heirs|relatives|boys|girls)$/;

/** Whether a surname stands for the whole family: "the Keller family", "the Keller brothers". */
export function isFamily({ sentence: { tokens }, last }: NameSpan): boolean {
  return FAMILY.test(tokens[last + 1]?.normal ?? '');
}

/** Whether a name's form of address or role is another gender's than the group's. */
export function isOfOtherGender(span: NameSpan, group: Group, text: string): boolean {
  const gender = genderOfTitle(roleBefore(span, text));
  return gender !== undefined && group.gender !== undefined && gender !== group.gender;
}

/** Surnames in text order, but those that stand before anybody is introduced (headlines) last. */
export function inOrderOfProof(spans: NameSpan[], bearers: Group[]): NameSpan[] {
  const introduction = Math.min(...bearers.map(startOf));
  const late = (span: NameSpan) => (span.start < introduction ? 1 : 0);
  return [...spans].sort((a, b) => late(a) - late(b) || a.start - b.start);
}

/**
 * Of several people with one surname, the one whom a bare surname means: whom its form of address or role fits ("Mrs Mincheva",
 * "Judge Ortega"), else whom the text talks about. Undefined where that is not certain.
 */
export function bearerOf(span: NameSpan, bearers: Group[], text: string): Group | undefined {
  const { tokens } = span.sentence;
  if (TELLING_APART.test(tokens[span.first - 1]?.normal ?? '')) return undefined;
  const role = roleBefore(span, text);
  const gender = genderOfTitle(role);
  const holders = role ? bearers.filter(({ entity }) => entity.roles.some((own) => sameRole(own, role))) : [];
  if (holders.length === 1) return holders[0];
  const fitting = bearers.filter((group) => !gender || !group.gender || group.gender === gender);
  return fitting.length === 1 ? fitting[0] : topicOf(span, fitting);
}

/** Who is introduced before the surname, or whom the whole text is about, unless the passage has turned to another. */
function topicOf(span: NameSpan, bearers: Group[]): Group | undefined {
  const introduced = bearers.filter((group) => startOf(group) < span.start);
  if (introduced.length === 1) return introduced[0];
  // somebody's wife or brother is named for somebody's sake
  const own = bearers.filter((group) => !isRelative(group));
  const [main, next] = [...(own.length > 0 ? own : bearers)].sort((a, b) => weightOf(b) - weightOf(a));
  if (!main || !isTopic(main, next)) return undefined;
  if (introduced.length === 0) return bearers.every((group) => startOf(main) <= startOf(group)) ? main : undefined;
  const latest = latestBefore(span, bearers);
  return latest === undefined || latest === main || areInOneSentence(main, latest, span) ? main : undefined;
}

/** Whether a person is named first and more often than the next, or far more often. */
function isTopic(main: Group, next: Group | undefined): boolean {
  if (!next) return true;
  const lead = weightOf(main) - weightOf(next);
  return startOf(main) < startOf(next) ? lead >= 1 : lead >= 2 && weightOf(main) >= 3 * weightOf(next);
}

function startOf({ spans }: Group): number {
  return Math.min(...spans.map(({ start }) => start));
}

/** How often a person is named. */
function weightOf({ spans }: Group): number {
  return spans.length;
}

/** Who of them is named last before a place, in its paragraph or the one before it. */
function latestBefore(span: NameSpan, bearers: Group[]): Group | undefined {
  let latest: { group: Group; start: number } | undefined;
  for (const group of bearers) {
    for (const { start, sentence } of group.spans) {
      const near = sentence.block >= span.sentence.block - 1 && start < span.start;
      if (near && start > (latest?.start ?? -1)) latest = { group, start };
    }
  }
  return latest?.group;
}

/** "Abel Marchetti shot his brother Luca Marchetti. Marchetti wept": both in one sentence before, the main one first. */
function areInOneSentence(main: Group, other: Group, before: NameSpan): boolean {
  return main.spans.some(
    (own) =>
      own.start < before.start &&
      own.sentence !== before.sentence &&
      own.sentence.block === before.sentence.block &&
      isRelative(other) &&
      other.spans.some((span) => span.sentence === own.sentence && span.start > own.start),
  );
}

const KIN =
  /^(?:wife|husband|father|mother|brother|sister|son|daughter|twin|uncle|aunt|cousin|nephew|niece|widow|widower|grandfather|grandmother|grandson|granddaughter|stepson|stepdaughter|stepfather|stepmother|spouse|brother-in-law|sister-in-law|son-in-law|daughter-in-law|father-in-law|mother-in-law|law|fiance|fiancee|girlfriend|boyfriend|dad|mom|mum)$/;
const OWNER = /^(?:his|her|their|my|our|your|'s|'|whose)$/;

/** Whether a person is introduced as a relative of somebody: "his wife, Beth Hargrove", "Per Lindqvist, the minister's husband". */
export function isRelative({ spans }: Group): boolean {
  return spans.some((span) => isKinBefore(span) || isKinAfter(span));
}

function isKinBefore({ sentence: { tokens }, first }: NameSpan): boolean {
  const kin = tokens[first - 1]?.text === ',' ? first - 2 : first - 1;
  if (!KIN.test(tokens[kin]?.normal ?? '')) return false;
  return tokens.slice(Math.max(0, kin - 5), kin).some(({ normal }) => OWNER.test(normal));
}

/** The gender that the word for a relative before a name shows: "her husband, Per". */
export function kinGender({ sentence: { tokens }, first }: NameSpan): 'male' | 'female' | undefined {
  const kin = tokens[tokens[first - 1]?.text === ',' ? first - 2 : first - 1]?.normal ?? '';
  return KIN.test(kin) ? genderOfTitle(kin) : undefined;
}

/** The word for a relative that introduces a name: "his wife, Beth Hargrove"; empty where there is none. */
export function kinOf(span: NameSpan): string {
  const { sentence, first } = span;
  const kin = sentence.tokens[sentence.tokens[first - 1]?.text === ',' ? first - 2 : first - 1]?.normal ?? '';
  return kin !== 'law' && isKinBefore(span) ? kin : '';
}

/** Whether a role is a relative's: "wife", "the minister's husband". */
export function isKinRole(role: string): boolean {
  return KIN.test(
    role
      .toLowerCase()
      .split(/ of |,/)[0]
      ?.split(/\s+/)
      .at(-1) ?? '',
  );
}

function isKinAfter({ sentence: { tokens }, last }: NameSpan): boolean {
  if (tokens[last + 1]?.text !== ',') return false;
  const end = tokens.findIndex(({ text }, i) => i > last + 1 && /^[,.;:]$/.test(text));
  const words = tokens.slice(last + 2, end < 0 ? last + 9 : Math.min(end, last + 9));
  const kin = words.findIndex(({ normal }) => KIN.test(normal));
  return kin > 0 && words.slice(0, kin).some(({ normal }) => OWNER.test(normal));
}

const SUBJECTS = new Map([
  ['he', 'male'],
  ['she', 'female'],
] as const) as ReadonlyMap<string, 'male' | 'female'>;

/** The gender that a person's pronouns show: of those that follow the name in a sentence that names nobody else. */
export function genderByPronouns(group: Group, people: Group[]): 'male' | 'female' | undefined {
  const counts = { male: 0, female: 0 };
  for (const { sentence, last } of group.spans) {
    const alone = people.every((other) => other === group || !other.spans.some((span) => span.sentence === sentence));
    if (!alone) continue;
    for (const { normal } of sentence.tokens.slice(last + 1)) {
      const gender = SUBJECTS.get(normal);
      if (gender) counts[gender]++;
    }
  }
  if (counts.male === counts.female) return undefined;
  return counts.male > counts.female ? 'male' : 'female';
}
