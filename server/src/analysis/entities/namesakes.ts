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
  const known = fitting.filter((group) => gender && group.gender === gender);
  if (fitting.length === 1) return fitting[0];
  return topicOf(span, fitting) ?? (known.length === 1 && fitting.length === 2 ? known[0] : undefined);
}

/** Who is introduced before the surname, or whom the whole text is about, unless the passage has turned to another. */
function topicOf(span: NameSpan, bearers: Group[]): Group | undefined {
  const introduced = bearers.filter((group) => startOf(group) < span.start);
  if (introduced.length === 1) return introduced[0];
  const [main, next] = [...bearers].sort((a, b) => weightOf(b) - weightOf(a));
  if (!main || !next || weightOf(main) < weightOf(next) + 1) return undefined;
  if (introduced.length === 0) return startOf(main) < startOf(next) ? main : undefined;
  const latest = latestBefore(span, bearers);
  return latest === undefined || latest === main ? main : undefined;
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
