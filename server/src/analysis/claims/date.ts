import type { Claim, Term, TimeValue } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import type { TimeExpression } from './clauses/times.ts';
import type { Word } from './clauses/words.ts';
import { cuesAt, nameOf } from './cues.ts';
import { milestoneOf } from './dates/milestones.ts';
import { resolve } from './dates/resolve.ts';
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
    claims.push(...apart(reading, sentence, found, time));
    told.add(time);
  };
  for (const time of sentence.times) add(ofMilestone(reading, sentence, time), time);
  for (const clause of sentence.clauses) {
    if (isReporting(clause) || clause.verb.negative) continue;
    for (const time of clause.times) if (!told.has(time)) add(ofClause(reading, sentence, clause, time), time);
  }
  for (const time of sentence.times) if (!told.has(time)) add(ofNoun(reading, sentence, time), time);
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

/** The day and the hour of "on Monday at 7:42 p.m." are two answers: another source may give but one of them. */
function apart(
  reading: Reading,
  { words }: ReadSentence,
  found: Claim,
  { hour, first, last }: TimeExpression,
): Claim[] {
  const { value } = found;
  const hasDay = value.type === 'time' && (value.weekday !== undefined || value.day !== undefined);
  if (!hour || !hasDay) return [found];
  const { type, approximate, clock, halfDay, roughly, ...day } = value;
  const [from, to] = hour[0] === first ? [hour[1] + 1, last] : [first, hour[0] - 1];
  const inner = words.slice(from, to + 1);
  const isGlue = ({ normal }: Word) => /^(?:on|at|in|of|,|about|around|the)$/.test(normal);
  const start = inner.find((w) => !isGlue(w))?.start;
  const end = inner.findLast((w) => !isGlue(w))?.end;
  if (start === undefined || end === undefined || clock === undefined) return [found];
  const [ofDay, ofHour] = [
    { start, end },
    { start: words[hour[0]]?.start ?? 0, end: words[hour[1]]?.end ?? 0 },
  ];
  const told = { type, approximate };
  return [
    { ...found, value: { ...told, ...day, text: textAt(reading, ofDay) }, focus: ofDay },
    {
      ...found,
      value: {
        ...told,
        clock,
        text: textAt(reading, ofHour),
        ...(halfDay ? { halfDay } : {}),
        ...(roughly ? { roughly } : {}),
      },
      focus: ofHour,
    },
  ];
}

/** "goes on sale on Friday", "was founded in 1962" */
function ofMilestone(reading: Reading, sentence: ReadSentence, time: TimeExpression): Claim | undefined {
  const clause = clauseOf(sentence, time);
  if (time.possessive || !clause || clause.verb.negative || time.first < clause.verb.first) return undefined;
  const milestone = milestoneOf(sentence, clause);
  if (!milestone) return undefined;
  const whose = subjectsOf(reading, clause.object ?? clause.subject, sentence).filter((term) => term.name);
  return toClaim(reading, sentence, clause, time, `date:${milestone}`, whose);
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
  const anchor = time.shift === undefined ? undefined : anchorOf(reading, sentence, time);
  const value = resolve(time, reading.info.date, planned, textAt(reading, time), anchor);
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
  if (!isTold(value)) return undefined;
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

/** Something of it can be compared. */
const isTold = (value: TimeValue) =>
  (['weekday', 'date', 'day', 'relativeYear', 'year', 'month', 'clock', 'part'] as const).some(
    (key) => value[key] !== undefined,
  );

/** How many sentences back the day that "the next day" counts from may be told. */
const ANCHOR_REACH = 3;

/** The day that was told last before a time that is counted from one. */
function anchorOf(reading: Reading, sentence: ReadSentence, time: TimeExpression): TimeValue | undefined {
  for (let k = sentence.index; k >= Math.max(0, sentence.index - ANCHOR_REACH); k--) {
    const at = reading.sentences[k];
    const before = at?.times.findLast(
      (t) => t.start < time.start && isDay(t) && !(k < sentence.index && datesSaying(at, t)),
    );
    if (!at || !before) continue;
    const earlier = before.shift === undefined ? undefined : anchorOf(reading, at, before);
    return resolve(before, reading.info.date, false, '', earlier);
  }
  return undefined;
}

const isDay = ({ weekday, day, month, offset, shift, approximate }: TimeExpression) =>
  !approximate &&
  (weekday !== undefined || offset !== undefined || shift !== undefined || (day !== undefined && month !== undefined));
