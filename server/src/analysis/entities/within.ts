import type { LocalEntity } from '../model.ts';
import { genderOf } from './gazetteer.ts';
import type { NameSpan } from './names.ts';
import { bearerOf, genderByPronouns, inOrderOfProof, isFamily, kinGender, kinOf } from './namesakes.ts';
import { placeSize } from './places.ts';
import { genderOfTitle, roleAt, roleBefore, sameRole } from './roles.ts';
import { type Form, isAcronym, isShortForm, readForm, sameThing } from './same.ts';

/** An entity while its mentions are gathered. */
export interface Group {
  form: Form;
  spans: NameSpan[];
  entity: LocalEntity;
  gender?: 'male' | 'female';
}

/**
 * Groups the names of one source by what they name: full names first, then the short forms that point to exactly one
 * of them. A short form that could be two stays by itself.
 */
export function groupNames(spans: NameSpan[], text: string): Group[] {
  const groups: Group[] = [];
  const names = byFullness(spans);
  const isFull = ([head]: NameSpan[]) => head?.key.includes(' ') === true;
  for (const same of names.filter(isFull)) addNames(groups, same, text);
  // given names tell who is named how often before surnames are given to somebody
  const given = new Set(groups.map(({ form }) => form.person?.given[0]));
  const isGiven = ([head]: NameSpan[]) => given.has(head?.key);
  const short = names.filter((same) => !isFull(same));
  for (const same of [...short.filter(isGiven), ...short.filter((same) => !isGiven(same))])
    addNames(groups, same, text);
  for (const { entity } of groups) entity.mentions.sort((a, b) => a.start - b.start);
  return groups;
}

/** Gives all mentions of one name to the groups that they name, or to new ones. */
function addNames(groups: Group[], same: NameSpan[], text: string): void {
  const [head] = same as [NameSpan, ...NameSpan[]];
  const form = readForm(head.type, head.key);
  const equal = groups.filter((group) => group.entity.type === head.type && sameThing(group.form, form));
  const acronyms = same.filter(({ text }) => isAcronym(text));
  const target =
    equal.length > 0 ? equal : groups.filter((g) => isDefined(g, acronyms, text) || canBeShort(g, form, head, same));
  const ofPeople = head.type === 'person' && target.every(({ entity }) => entity.type === 'person');
  if (ofPeople && form.words.length === 1) {
    for (const group of target) group.gender ??= genderByPronouns(group, groups);
    groups.push(...spread(target, form, same, text));
  } else if (target.length === 1) join(target[0] as Group, form, same, text);
  else groups.push(open(form, same, text));
}

/** The spans by type and name, names of more words first. */
function byFullness(spans: NameSpan[]): NameSpan[][] {
  const same = new Map<string, NameSpan[]>();
  for (const span of spans) {
    const id = `${span.type}:${span.key}`;
    const list = same.get(id);
    if (list) list.push(span);
    else same.set(id, [span]);
  }
  return [...same.values()]
    .map((list) => ({ list, fullness: fullness((list[0] as NameSpan).key) }))
    .sort((a, b) => b.fullness - a.fullness)
    .map(({ list }) => list);
}

function fullness(key: string): number {
  return key.split(' ').length * 100 + key.length;
}

/** A name of doubtful type may still be the short form of a name of another type. */
function canBeShort(group: Group, form: Form, head: NameSpan, spans: NameSpan[]): boolean {
  if (group.entity.type !== head.type) {
    if (head.confidence > SURE || spans.length > 3 || placeSize(head.key) > 0) return false;
  }
  return isShortForm(group.entity.type === head.type ? form : readForm(group.entity.type, head.key), group.form);
}

/** Whether letters can be a name's initials, some left out or in another language's order: "ATF", "PJ" of "Judicial Police". */
function abbreviates(letters: string, full: string): boolean {
  const initials = full.split(/[ -]/).map((word) => word[0] ?? '');
  if (letters[0] === initials[0]) return true;
  const shared = [...letters].filter((letter) => initials.includes(letter)).length;
  return 2 * shared > letters.length;
}

/** Whether a name stands in brackets right after a name of the group: "Bulgarian Food Safety Agency (BFSA)". */
function isDefined(group: Group, acronyms: NameSpan[], text: string): boolean {
  if (group.entity.type === 'person') return false;
  return acronyms.some(
    (span) =>
      abbreviates(span.key, group.form.key) &&
      group.spans.some(
        (full) =>
          full.sentence === span.sentence && /^[^\p{L}]*\((?:the |or |“|")?$/u.test(text.slice(full.end, span.start)),
      ),
  );
}

const SURE = 0.7;

/**
 * Of several people with one surname, each mention goes to the one whom it means. What could be several, or the whole
 * family, becomes a group of its own, which is returned.
 */
function spread(groups: Group[], form: Form, spans: NameSpan[], text: string): Group[] {
  const families: NameSpan[] = [];
  const left: NameSpan[] = [];
  for (const span of inOrderOfProof(spans, groups)) {
    const bearer = isFamily(span) ? undefined : bearerOf(span, groups, text);
    if (bearer) join(bearer, form, [span], text);
    else (isFamily(span) ? families : left).push(span);
  }
  return [...byOffice(left, text).map((list) => open(form, list, text)), ...familyOf(form, families, text)];
}

/** Bare surnames that no full name explains are of one person unless their titles tell two apart. */
function byOffice(spans: NameSpan[], text: string): NameSpan[][] {
  const lists: { role: string; gender: string | undefined; spans: NameSpan[] }[] = [];
  const plain: NameSpan[] = [];
  for (const span of spans) {
    const role = roleBefore(span, text);
    const gender = genderOfTitle(role);
    const like = lists.find((list) => sameRole(list.role, role) || (gender && list.gender === gender));
    if (like) like.spans.push(span);
    else if (role) lists.push({ role, gender, spans: [span] });
    else plain.push(span);
  }
  if (lists.length < 2 || !areTold(lists)) return spans.length > 0 ? [spans] : [];
  return [...lists.map((list) => list.spans), ...(plain.length > 0 ? [plain] : [])];
}

/** Whether titles are of two people for certain: of either gender, or of two offices. */
function areTold(lists: { role: string; gender: string | undefined }[]): boolean {
  return lists.every((a, i) =>
    lists
      .slice(i + 1)
      .every((b) =>
        a.gender && b.gender ? a.gender !== b.gender : sameRole(a.role, a.role) && sameRole(b.role, b.role),
      ),
  );
}

function familyOf(form: Form, spans: NameSpan[], text: string): Group[] {
  if (spans.length === 0) return [];
  const group = open(form, spans, text);
  const { entity } = group;
  entity.name = `${entity.name} family`;
  for (const mention of entity.mentions) mention.evidence = `family of the name ${form.key}`;
  return [group];
}

function open(form: Form, spans: NameSpan[], text: string): Group {
  const [head] = spans as [NameSpan, ...NameSpan[]];
  const entity: LocalEntity = {
    name: head.text,
    type: head.type,
    typeConfidence: head.confidence,
    aliases: [],
    roles: [],
    mentions: [],
  };
  const group: Group = { form, spans: [], entity };
  if (head.type === 'person' && form.words.length > 1) group.gender = genderOf(form.words[0] as string);
  join(group, form, spans, text);
  return group;
}

function join(group: Group, form: Form, spans: NameSpan[], text: string): void {
  const { entity } = group;
  for (const span of spans) {
    entity.mentions.push({ start: span.start, end: span.end, kind: 'name', evidence: evidenceOf(group, form, span) });
    if (!entity.aliases.includes(span.text)) entity.aliases.push(span.text);
    if (entity.type !== 'person') continue;
    const role = roleAt(span, text) || kinOf(span);
    if (role && !entity.roles.includes(role)) entity.roles.push(role);
    group.gender ??= kinGender(span);
    if (role) group.gender ??= genderOfTitle(role.split(/ (?:of|to|for) |,/)[0] ?? '');
  }
  for (const span of spans) group.spans.push(span);
}

function evidenceOf({ form: own, entity }: Group, form: Form, span: NameSpan): string {
  if (own.key === form.key) return span.text === entity.name ? 'exact name' : `spelling of ${entity.name}`;
  if (entity.type === 'person' && form.words.length === 1) {
    return `${form.words[0] === own.words[0] ? 'first name' : 'surname'} of ${entity.name}`;
  }
  return form.words.length < own.words.length ? `short for ${entity.name}` : `variant of ${entity.name}`;
}
