import type { Claim, Relation, Term, TimeValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import type { TimeExpression } from './clauses/times.ts';
import { cuesAt, nameOf } from './cues.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { ROLE_NOUNS } from './lexicon/roles.ts';
import { isPeople } from './lexicon/senses.ts';
import { claim, isReporting, type Reading, subjectsOf, termOf, textAt } from './reading.ts';

/** Actions that happen so often that another day is most likely another time. */
const REPEATED = new Set(
  'play meet visit travel win defeat lose score start end open close announce warn hear learn vow strike rise drop treat offer own raise lead depart arrive'.split(
    ' ',
  ),
);
const MEETINGS = new Set(['negotiate', 'meet', 'attend']);
/** Bodies that a story has one of, so that they need no name. */
const BODIES = new Set(
  'board company plant court jury union factory firm business bank club hospital parliament senate government council committee school airport'.split(
    ' ',
  ),
);
const AROUND = new Set(['since', 'until', 'before', 'after', 'from', 'by', 'for', 'of']);

/** When something happened: the day, date or hour of an action or event. */
export function readDates(reading: Reading, sentence: ReadSentence): Claim[] {
  const claims: Claim[] = [];
  const told = new Set<TimeExpression>();
  const add = (found: Claim | undefined, time: TimeExpression) => {
    if (!found) return;
    claims.push(found);
    told.add(time);
  };
  for (const clause of sentence.clauses) {
    if (isReporting(clause) || clause.verb.negative) continue;
    for (const time of clause.times) add(ofClause(reading, sentence, clause, time), time);
  }
  for (const time of sentence.times) add(ofNoun(reading, sentence, time), time);
  for (const time of sentence.times) if (!told.has(time)) add(ofSurroundings(reading, sentence, time), time);
  return claims;
}

/** A time whose event no rule tells: it is known by the words around it. */
function ofSurroundings(reading: Reading, sentence: ReadSentence, time: TimeExpression): Claim | undefined {
  const kind = reading.read.blocks[sentence.sentence.block]?.kind;
  if (kind === 'caption' || kind === 'post') return undefined;
  if (datesSaying(sentence, time)) return undefined;
  const clause = clauseOf(sentence, time);
  if (clause && isReporting(clause) && clause.times.includes(time)) return undefined;
  const subject = clause && !clause.object ? subjectsOf(reading, clause.subject, sentence).filter((t) => t.name) : [];
  return toClaim(reading, sentence, clause, time, undefined, subject);
}

/** "the minister on Sunday said", "said on Sunday": when it was said, not when it happened. */
const datesSaying = ({ clauses }: ReadSentence, time: TimeExpression) =>
  clauses.some(
    (c) =>
      (isReporting(c) || TELLING.test(c.verb.lemma)) &&
      (c.verb.first === time.last + 1 || (c.verb.last < time.first && time.first - c.verb.last <= 2)),
  );
const TELLING =
  /^(?:signal|indicate|hint|urge|warn|vow|pledge|promise|predict|acknowledge|admit|stress|comment|declare)$/;

const clauseOf = (sentence: ReadSentence, time: TimeExpression) =>
  sentence.clauses.find((c) => c.times.includes(time)) ?? sentence.clauses.findLast((c) => c.start <= time.start);

function ofClause(reading: Reading, sentence: ReadSentence, clause: Clause, time: TimeExpression): Claim | undefined {
  if (time.possessive) return undefined;
  const arranged = time.preposition === 'for' && /^(?:schedule|set|plan|slate|call)$/.test(clause.verb.lemma);
  if (AROUND.has(time.preposition ?? '') && !arranged) return undefined;
  const event = eventOf(reading, sentence, clause);
  return event && toClaim(reading, sentence, clause, time, event.topic, event.subject);
}

const AFTERMATH = /^(?:follow|precede|prompt|trigger|cause|leave|spark)$/;
const OF_SOMEBODY = new Set(['die', 'injure', 'arrest', 'name', 'resign', 'marry', 'retire', 'visit']);

/** What happened in a clause: its subject where that is an event noun, a meeting that somebody travels to, or its action. */
function eventOf(
  reading: Reading,
  sentence: ReadSentence,
  clause: Clause,
): { topic: string; subject: Term[] } | undefined {
  const noun = clause.subject && eventNoun(clause.subject);
  if (noun && !clause.subject?.name && !AFTERMATH.test(clause.verb.lemma))
    return {
      topic: `date:${noun}`,
      subject: [...whose(reading, clause.subject as NounGroup, sentence), ...scene(reading, clause)],
    };
  const journey = heldEvent(reading, sentence, clause) ?? meetingOf(reading, sentence, clause);
  if (journey) return journey;
  if (!clause.known || REPEATED.has(clause.action)) return undefined;
  const patient = clause.verb.passive || clause.action === 'die' || !clause.object ? clause.subject : clause.object;
  const both = [...subjectsOf(reading, patient, sentence), ...subjectsOf(reading, clause.subject, sentence)];
  const terms = both.filter((t) => t.name || BODIES.has(t.word) || t.word.startsWith('age '));
  return terms.length > 0 ? { topic: `date:${clause.action}`, subject: terms } : undefined;
}

/** "are due to hold talks in Geneva on Thursday": the noun says what happens, and where. */
function heldEvent(
  reading: Reading,
  sentence: ReadSentence,
  clause: Clause,
): { topic: string; subject: Term[] } | undefined {
  const { object } = clause;
  if (!object || object.name || clause.action !== eventNoun(object)) return undefined;
  const subject = [...whose(reading, object, sentence), ...scene(reading, clause)];
  return subject.length > 0 ? { topic: `date:${clause.action}`, subject } : undefined;
}

/** "is to travel to Geneva on Friday for talks": the talks in Geneva are on Friday. */
function meetingOf(
  reading: Reading,
  sentence: ReadSentence,
  clause: Clause,
): { topic: string; subject: Term[] } | undefined {
  if (clause.action !== 'travel' && clause.action !== 'arrive') return undefined;
  const to = termOf(reading, clause.adjuncts.find((a) => /^(?:to|in|at)$/.test(a.preposition) && a.group.name)?.group);
  const next = sentence.clauses[sentence.clauses.indexOf(clause) + 1];
  const purpose =
    next?.verb.infinitive && MEETINGS.has(next.action) ? [next.object, ...next.adjuncts.map((a) => a.group)] : [];
  const events = [...purpose, clause.adjuncts.find((a) => a.preposition === 'for')?.group];
  const event = events.map((g) => g && actionOfNoun(g.head)).find((a) => a === 'negotiate' || a === 'meet');
  return to && event ? { topic: `date:${event}`, subject: [to] } : undefined;
}

/** The event that a noun names, also as "recall notice" or "peace plan". */
function eventNoun(group: NounGroup): string | undefined {
  const own = actionOfNoun(group.head);
  if (own || !/^(?:notice|order|announcement|operation|attempt)$/.test(group.head)) return own;
  return group.modifiers.map((m) => actionOfNoun(m)).find((a) => a !== undefined);
}

/** The named place that a clause is set in. */
function scene(reading: Reading, clause: Clause): Term[] {
  const places = clause.adjuncts.filter((a) => (a.preposition === 'in' || a.preposition === 'at') && a.group.name);
  return places.flatMap((a) => termOf(reading, a.group) ?? []);
}

/** Names that an event noun carries: "the fire at the church", "talks in Istanbul". */
function whose(reading: Reading, group: NounGroup, sentence: ReadSentence): Term[] {
  const groups = [group.possessor, ...group.post.map((p) => p.group)];
  const named = groups.map((g) => termOf(reading, g, sentence)).filter((t): t is Term => t?.name === true);
  return named;
}

/** "Friday's fire", "the fire on Friday", "his death at home on Thursday". */
function ofNoun(reading: Reading, sentence: ReadSentence, time: TimeExpression): Claim | undefined {
  if (sentence.clauses.some((c) => c.times.includes(time) && !isReporting(c) && eventOf(reading, sentence, c)))
    return undefined;
  const group = groupOf(sentence, time);
  const action = group && actionOfNoun(group.head);
  if (!group || !action || REPEATED.has(action)) return undefined;
  return toClaim(reading, sentence, undefined, time, `date:${action}`, whose(reading, group, sentence));
}

/** The noun that a time goes with; "Sunday's" goes with none but its own. */
function groupOf(sentence: ReadSentence, time: TimeExpression): NounGroup | undefined {
  const own = sentence.groups.find((g) => g.time === time);
  return own || time.possessive ? own : (labelled(sentence, time) ?? before(sentence, time));
}

/** "18 September: recall of 12 tonnes": a line of a timeline. */
function labelled(sentence: ReadSentence, time: TimeExpression): NounGroup | undefined {
  if (time.first > 1 || !/^[:–—-]$/.test(sentence.words[time.last + 1]?.text ?? '')) return undefined;
  return sentence.groups.find((g) => g.first === time.last + 2);
}

/** The event noun that a time follows with nothing but prepositional groups between. */
function before(sentence: ReadSentence, time: TimeExpression): NounGroup | undefined {
  const verb = sentence.clauses.findLast((c) => c.verb.last < time.first)?.verb.last ?? -1;
  return sentence.groups.find(
    (g) =>
      g.first > verb && g.last < time.first && time.first - g.last < 9 && actionOfNoun(g.head) !== undefined && !g.name,
  );
}

function toClaim(
  reading: Reading,
  sentence: ReadSentence,
  clause: Clause | undefined,
  time: TimeExpression,
  topic: string | undefined,
  subject: Term[],
): Claim | undefined {
  const planned = clause?.verb.modality === 'planned';
  const value = resolve(time, reading.info.date, planned, textAt(reading, time));
  if (topic && subject.length === 0 && OF_SOMEBODY.has(topic.slice(5))) return undefined;
  const often = topic && /^date:(?:negotiate|meet|protest)$/.test(topic);
  if (often && value.weekday === undefined) return undefined;
  const group = groupOf(sentence, time);
  const cues = cuesAt(reading, sentence, time, clause ?? clauseOf(sentence, time), group);
  if (time.possessive && group) {
    // what else the sentence tells of was on another day
    const isOwn = (word: string) => cues.heads.includes(word);
    cues.near = cues.near.filter(isOwn);
    cues.acts = cues.acts.filter(isOwn);
  }
  if (!topic) {
    cues.loose = true;
    cues.heads = cues.heads.filter((head) => !isPeople(head) && !ROLE_NOUNS.has(head));
    if (cues.heads.length + cues.acts.length === 0 && time.clock === undefined && cues.near.length === 0)
      return undefined;
  }
  if (
    value.weekday === undefined &&
    value.date === undefined &&
    value.day === undefined &&
    value.relativeYear === undefined &&
    value.year === undefined &&
    value.month === undefined &&
    value.clock === undefined
  )
    return undefined;
  return claim(reading, sentence, {
    kind: 'date',
    as: 'date',
    topic: topic ?? `date:${nameOf(cues)}`,
    subject,
    value,
    focus: time,
    cues,
    modality: clause?.verb.modality ?? 'fact',
  });
}

const DAY = 86_400_000;

/** Resolves a time against the date of its source, where that is known; weekdays lie within a week of it. */
export function resolve(
  time: TimeExpression,
  published: string | undefined,
  planned: boolean,
  text: string,
): TimeValue {
  const value: TimeValue = { type: 'time', approximate: time.approximate === true, text };
  for (const key of ['weekday', 'day', 'month', 'year', 'clock'] as const)
    if (time[key] !== undefined) value[key] = time[key];
  if (time.halfDay) value.halfDay = true;
  if (time.part) value.part = time.part;
  if (time.unit === 'year' && time.relative) value.relativeYear = time.relative;
  const base = published ? Date.parse(`${published}T00:00:00Z`) : Number.NaN;
  if (time.unit === 'month' && time.relative && !Number.isNaN(base)) {
    const months = { last: -1, this: 0, next: 1 }[time.relative];
    value.month = ((new Date(base).getUTCMonth() + months + 12) % 12) + 1;
  }
  let date = Number.NaN;
  if (time.day !== undefined && time.month !== undefined) {
    const year = time.year ?? (Number.isNaN(base) ? undefined : new Date(base).getUTCFullYear());
    if (year !== undefined) date = Date.UTC(year, time.month - 1, time.day);
  } else if (time.offset !== undefined) date = base + time.offset * DAY;
  else if (time.weekday !== undefined && !Number.isNaN(base)) date = nearest(base, time, planned);
  if (Number.isNaN(date)) return value;
  const resolved = new Date(date);
  value.date = resolved.toISOString().slice(0, 10);
  value.weekday ??= resolved.getUTCDay();
  value.day ??= resolved.getUTCDate();
  value.month ??= resolved.getUTCMonth() + 1;
  return value;
}

function nearest(base: number, time: TimeExpression, planned: boolean): number {
  const today = new Date(base).getUTCDay();
  const back = (today - (time.weekday as number) + 7) % 7;
  if (time.relative === 'next' || (planned && time.relative !== 'last')) return base + ((7 - back) % 7) * DAY;
  return base - (back === 0 && time.relative === 'last' ? 7 : back) * DAY;
}

/** One names a year and the other only a weekday: nothing says that it is the same year. */
const otherYear = (a: TimeValue, b: TimeValue) =>
  a.year !== undefined &&
  b.year === undefined &&
  b.date === undefined &&
  (a.weekday === undefined || b.weekday === undefined);

/** The year that is said, else that of the day that it comes to. */
const yearOf = ({ year, date }: TimeValue) => year ?? (date ? Number(date.slice(0, 4)) : undefined);

/** Two times for one event. A coarser one that contains the finer agrees with it. */
export function compareTimes(a: TimeValue, b: TimeValue): Relation {
  if (a.approximate || b.approximate)
    return a.month !== undefined && b.month !== undefined && a.month !== b.month
      ? conflict('the months differ')
      : COMPATIBLE;
  if (otherYear(a, b) || otherYear(b, a)) return COMPATIBLE;
  const [year, other] = [yearOf(a), yearOf(b)];
  const near = a.date && b.date && Math.abs(Date.parse(a.date) - Date.parse(b.date)) < 200 * DAY;
  if (
    !near &&
    (a.year === undefined) !== (b.year === undefined) &&
    year !== undefined &&
    other !== undefined &&
    year !== other
  )
    return COMPATIBLE;
  if (a.weekday !== undefined && b.weekday !== undefined && a.weekday !== b.weekday) {
    if (a.date && b.date && Math.abs(Date.parse(a.date) - Date.parse(b.date)) > 20 * DAY)
      return { is: 'conflict', strength: 0.5, reason: 'the dates differ' };
    return conflict('the days differ');
  }
  if (a.month !== undefined && b.month !== undefined) {
    if (a.month !== b.month) return { is: 'conflict', strength: 0.5, reason: 'the months differ' };
    if (a.day !== undefined && b.day !== undefined && a.day !== b.day) return conflict('the dates differ');
  }
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year)
    return { is: 'conflict', strength: 0.6, reason: 'the years differ' };
  if (a.relativeYear && b.relativeYear && a.relativeYear !== b.relativeYear) return conflict('the years differ');
  return compareHours(a, b);
}

function compareHours(a: TimeValue, b: TimeValue): Relation {
  const sameDay = a.weekday !== undefined && a.weekday === b.weekday;
  if (a.clock !== undefined && b.clock !== undefined) {
    const day = a.halfDay || b.halfDay ? 720 : 1440;
    const gap = Math.abs(a.clock - b.clock) % day;
    if (gap === 0) return SAME;
    return Math.min(gap, day - gap) >= 20 && (sameDay || a.weekday === undefined || b.weekday === undefined)
      ? { is: 'conflict', strength: 0.7, reason: 'the hours differ' }
      : COMPATIBLE;
  }
  if (sameDay) return comparePartsOfDay(a.part, b.part);
  return comparable(a, b) ? SAME : COMPATIBLE;
}

/** Where the parts of the day stand on its clock; those next to each other can be one. */
const PART_ORDER: Record<string, number> = { early: 0, morning: 1, afternoon: 3, evening: 4.5, late: 5, night: 5 };

function comparePartsOfDay(a: string | undefined, b: string | undefined): Relation {
  const [x, y] = [PART_ORDER[a ?? ''], PART_ORDER[b ?? '']];
  if (x === undefined || y === undefined || Math.abs(x - y) < 1.5) return SAME;
  // the night begins and ends the day
  if (Math.abs(x - y) > 4) return COMPATIBLE;
  return { is: 'conflict', strength: 0.6, reason: 'the times of day differ' };
}

const comparable = (a: TimeValue, b: TimeValue) =>
  (a.date !== undefined && a.date === b.date) ||
  (a.day !== undefined && a.day === b.day && a.month === b.month) ||
  (a.year !== undefined && a.year === b.year);
const conflict = (reason: string): Relation => ({ is: 'conflict', strength: 0.9, reason });
