import type { Claim, ClaimKind } from '../claims/claim.ts';
import { nounFor, participleFor, verbFor } from '../claims/lexicon/actions.ts';
import { LADDERS } from '../claims/lexicon/ladders.ts';
import { MATTERS } from '../claims/lexicon/matters.ts';
import { dictionary } from '../dictionary.ts';
import type { Explanation, Filling, Told } from '../model.ts';
import type { Dispute } from './positions.ts';

/** What the sources answer differently, as a plain question. */
export function questionOf(dispute: Dispute): Told {
  const lead = dispute.answers[0]?.lead.claim as Claim;
  const [head = '', ...rest] = lead.topic.split(':');
  if (head === 'deed' && rest[0] !== 'responsible')
    return { template: 'Did this happen: “{0}”?', fill: [affirmedText(dispute)] };
  if (isUnnamed(dispute)) return whichIsRight(dispute);
  const doer = lead.kind === 'date' && DOING.has(rest[0] ?? '');
  return QUESTIONS[lead.kind](head, rest, subjectName(dispute, doer));
}

/** A text in English. */
export function inEnglish({ template, fill }: Told): string {
  return template.replace(/\{(\d)\}/g, (_, index) => {
    const filling = fill[Number(index)] ?? '';
    return typeof filling === 'string' ? filling : filling.word;
  });
}

/** What begins with a small letter is no name, but English. */
function say(template: string, ...fill: Filling[]): Told {
  const isWord = (each: Filling) => typeof each === 'string' && /^\p{Ll}/u.test(each);
  return { template, fill: fill.map((each) => (isWord(each) ? word(each as string) : each)) };
}

/** A word of the question's own, which other languages have another for. */
const word = (text: string): Filling => ({ word: text });
const noun = (action: string): Filling => ({ word: nounFor(action), action });
const verb = (action: string): Filling => ({ word: verbFor(action), action });
const participle = (action: string): Filling => ({ word: participleFor(action), action });

/** What the figures are of has no name that would make a plain question. */
function isUnnamed(dispute: Dispute): boolean {
  const lead = dispute.answers[0]?.lead.claim as Claim;
  if (lead.kind !== 'number') return false;
  const [head = '', what = ''] = lead.topic.split(':');
  if (TOPICS[lead.topic] || MEASURES[head] || head === 'interval') return false;
  const dimension = head.replace(/\/.*/, '');
  if (dimension === 'count') return !STATES.includes(what) && !COUNTED.test(what) && !isTold(dispute, what);
  if (what === '' || lead.cues?.loose) return true;
  const known = NAMED[dimension];
  return known === undefined || !known.test(what.startsWith('@') ? nounFor(what.slice(1)) : what);
}

/** Counts that have a question of their own, or are told in many words. */
const COUNTED = /^(?:jobs lost|staff|children)$/;

/** Nouns of which one can ask how much they are, how long, or what percentage. */
const NAMED: Record<string, RegExp> = dictionary({
  money:
    /^(?:price|cost|fine|salary|wage|fee|damage|bill|debt|budget|value|revenue|profit|loss|sale|premium|reward|bail|bond|prize|ransom|offer|payment|penalty|settlement|purchase|acquisition|investment|grant|loan|donation|compensation|rent|income|tax|loot|lawsuit)$/,
  duration:
    /^(?:trial|sentence|term|ban|strike|walkout|siege|search|journey|flight|delay|wait|outage|contract|suspension|ceasefire|truce|deliberation|hearing|debate|meeting|protest|visit|career|marriage|closure|evacuation|offer|warning|operation|treatment)$/,
  percent: /^(?:turnout|rise|drop|increase|growth|unemployment|inflation|rate|premium|stake|share|majority)$/,
});

/** Whether a source uses the noun by which its figure is known, so that the question can. */
function isTold({ answers }: Dispute, noun: string): boolean {
  if (!/^\p{L}{3,}$/u.test(noun) || NO_NOUNS.test(noun)) return false;
  const forms = [noun, plural(noun)];
  return answers.some(({ items }) =>
    items.some(({ claim, source }) => {
      const [before, after] = [claim.statement.start, claim.statement.end];
      const words = source.read.text
        .slice(before, after)
        .toLowerCase()
        .split(/[^\p{L}]+/u);
      return forms.some((form) => words.includes(form)) && !claim.context.names.some((n) => forms.includes(n));
    }),
  );
}

/** What a figure may stand before and is no name of what is counted. */
const NO_NOUNS =
  /^(?:who|whom|which|that|them|they|those|these|it|what|other|others|more|all|both|each|say|row|time|part|half|number|total|rest|point)$/;

/** "Which is right: “seven hours” or “two hours”?" */
function whichIsRight({ answers }: Dispute): Told {
  const texts = answers.map((a) => `“${quote(a.lead.claim.value.text)}”`);
  return say('Which is right: {0} or {1}?', texts.slice(0, -1).join(', '), texts.at(-1) ?? '');
}

/** What one side says was done, in its words. */
function affirmedText(dispute: Dispute): string {
  const claims = dispute.answers.map((a) => a.lead.claim);
  const yes = claims.find((c) => c.value.type === 'stance' && /^(?:yes|planned)$/.test(c.value.stance) && !c.negative);
  return quote((yes ?? claims[0])?.value.text ?? '');
}

type Question = (head: string, rest: string[], about: string) => Told;

const QUESTIONS: Record<ClaimKind, Question> = {
  number: numberQuestion,
  roster: (_head, _rest, about) =>
    about ? say('Who is in the delegation of {0}?', withArticle(about)) : say('Who is in the delegation?'),
  list: () => say('Who or what belongs to the list?'),
  // "no one was hurt" against "one of them was treated"
  commitment: (_head, [action = ''], about) =>
    about === 'one' ? say('Was anyone {0}?', participle(action)) : say('Does {0} {1}?', about, verb(action)),
  date: (_head, [action = ''], about) => whenQuestion(action, about),
  place: placeQuestion,
  cause: (_head, _rest, about) => say('What did {0} die of?', about),
  outcome: outcomeQuestion,
  role: (_head, _rest, about) => say('What is the title of {0}?', about),
  name: (_head, _rest, about) => say('How is the name {0} spelled?', about),
  quote: () => say('In what words was this said?'),
  rank: (_head, [what = ''], about) =>
    about ? say('Which {0} was it for {1}?', word(plain(what)), about) : say('Which {0} was it?', word(plain(what))),
  agent: (_head, [action = ''], about) => say('By whom was {0} {1}?', about, participle(action)),
  holder: (_head, [role = ''], about) => say('Who is the {0} of {1}?', word(role), about),
  charge: (_head, [action = ''], about) => chargeQuestion(action, about || 'the suspect'),
  doer: (head, _rest, about) =>
    head === 'responsible'
      ? say('Who is behind it?')
      : head === 'speaker'
        ? say('Who said this?')
        : head === 'winner'
          ? say('Who got it ({0})?', word(about))
          : about
            ? say('Who did it ({0})?', about)
            : say('Who did it?'),
  composition: () => say('How is the group made up?'),
  stage: (_head, [matter = ''], about) => say(MATTERS[matter]?.question ?? 'How far did it go?', word(about) || 'it'),
  order: () => say('What came first?'),
  why: (_head, _rest, about) => whyQuestion(about),
  direction: (_head, _rest, about) => say('On which side of {0}?', about),
  anyone: (_head, [action = '']) => say('Was anyone {0}?', participle(action)),
  deed: deedQuestion,
  attribute: (_head, [what], about) =>
    what === 'nationality'
      ? say('What is the nationality of {0}?', about)
      : say('What color was the {0}?', word(about)),
};

function outcomeQuestion(_head: string, [ladder = '']: string[], about: string): Told {
  return say(LADDERS[ladder]?.question ?? 'How far did it go?', about || 'it');
}

function chargeQuestion(action: string, about: string): Told {
  return action === 'convict'
    ? say('Of what was {0} {1}?', about, participle(action))
    : say('With what was {0} {1}?', about, participle(action));
}

function deedQuestion(head: string, [what = '']: string[], about: string): Told {
  if (what === 'responsible') return say('Is {0} behind it?', about);
  if (head === 'works') return say('Did the {0} work?', word(about));
  if (head === 'ballot') return say('Was the vote unanimous?');
  if (head === 'verdict') return say('Was {0} found guilty of {1}?', about || 'the suspect', word(what));
  return about ? say('Did it happen ({0})?', about) : say('Did it happen?');
}

/** The subject of a reason is what happened, or who was punished. */
const whyQuestion = (about: string) =>
  about === 'mishap' || about === 'quarrel' || about === ''
    ? say('What was the cause?')
    : say('What was the reason ({0})?', about);

/** Actions that their subject does; others are done to it. */
const DOING = new Set(
  'die miss arrive depart fall escape resign travel marry attend confess vote protest retire enter check_out host learn sign settle win lose negotiate'.split(
    ' ',
  ),
);

/** What is asked of an event: its noun, or a verb with its subject. */
interface Asked {
  bare: string;
  ofSubject: string;
  ofNoun: string;
  ofNounAndSubject: string;
  active: string;
  passive: string;
}

const WHEN: Asked = {
  bare: 'When was it?',
  ofSubject: 'When was it ({0})?',
  ofNoun: 'When was the {0}?',
  ofNounAndSubject: 'When was the {0} ({1})?',
  active: 'When did {0} {1}?',
  passive: 'When was {0} {1}?',
};

const WHERE: Asked = {
  bare: 'Where was it?',
  ofSubject: 'Where was it ({0})?',
  ofNoun: 'Where was the {0}?',
  ofNounAndSubject: 'Where was the {0} ({1})?',
  active: 'Where did {0} {1}?',
  passive: 'Where was {0} {1}?',
};

/** "When did Ann Bell die?", "When was Ann Bell arrested?", "When was the fire?" */
function happened(asked: Asked, action: string, about: string): Told {
  if (action.startsWith('+')) return about ? say(asked.active, about, word(action.slice(1))) : say(asked.bare);
  if (action === '') return about ? say(asked.ofSubject, about) : say(asked.bare);
  if (!about || about.startsWith('the ')) return say(asked.ofNoun, noun(action));
  if (/^(?:negotiate|meet|burn|quake|explode|crash|storm|flood|walkout)$/.test(action))
    return say(asked.ofNounAndSubject, noun(action), about);
  return DOING.has(action) ? say(asked.active, about, verb(action)) : say(asked.passive, about, participle(action));
}

function whenQuestion(action: string, about: string): Told {
  if (action === 'release') return about ? say('When does it come out ({0})?', about) : say('When does it come out?');
  if (action === 'completion') return say('When is the deal to be completed?');
  if (action === 'founding') return about ? say('When was {0} founded?', about) : say('When was it founded?');
  return happened(WHEN, action, about);
}

function placeQuestion(_head: string, [what = '']: string[], about: string): Told {
  if (what === 'lies') return say('Where is the {0}?', word(about));
  if (what === '@film') return say('Where is it filmed?');
  if (what === 'seat') return say('Where is {0} based?', about);
  if (what === 'home') return say('Where does {0} live?', about);
  return what.startsWith('@') ? say(WHERE.ofNoun, noun(what.slice(1))) : happened(WHERE, what, about);
}

const MEASURES: Record<string, (about: string) => Told> = dictionary({
  magnitude: () => say('What was the magnitude?'),
  depth: () => say('How deep was it?'),
  age: (about) => say('How old is {0}?', about),
  distance: (about) => say('How far from {0}?', about),
  population: (about) => say('How many people live in {0}?', about),
  record: (about) => say('What is the record of {0}?', about),
  left: () => say('How much time was left?'),
});

/** Measures that are told in many words, by their whole topic. */
const TOPICS: Record<string, () => Told> = dictionary({
  'money:takeover': () => say('How much is paid for the company?'),
  'money:takeover with debt': () => say('How much is paid for the company, with its debt?'),
  'money/share:takeover': () => say('How much is paid for a share?'),
  'money:retail price': () => say('What does it cost?'),
  'count:crowd': () => say('How many people came?'),
  'count:powerless:person': () => say('How many were without power?'),
  'record:score': () => say('What was the score?'),
  'speed:of': () => say('How fast was it?'),
  'speed:wind': () => say('How fast was the wind?'),
});

function numberQuestion(head: string, rest: string[], about: string): Told {
  const topic = TOPICS[[head, ...rest].join(':')];
  if (topic) return topic();
  const measure = MEASURES[head];
  if (measure) return measure(about);
  if (head === 'count') return countQuestion(rest);
  if (head === 'interval')
    return rest[0] === 'before'
      ? say('How long before the {0}?', noun(rest[1] ?? ''))
      : say('How long after the {0}?', noun(rest[1] ?? ''));
  const [dimension = '', rate] = head.split('/');
  const what = word(rest.map((key) => (key.startsWith('@') ? nounFor(key.slice(1)) : key)).join(' '));
  const tail = `${rate ? ` per ${rate}` : ''}${about ? ` (${about})` : ''}`;
  if (dimension === 'money') return say('How much is the {0}{1}?', what, tail);
  if (dimension === 'duration') return say('How long is the {0}{1}?', what, tail);
  return say('What percentage of the {0}{1}?', what, tail);
}

/** What people may be counted as. */
export const STATES: readonly string[] =
  'killed injured missing infected arrested charged rescued evacuated hospitalized kidnapped trapped stranded displaced convicted shot dismissed'.split(
    ' ',
  );

function countQuestion([what = '', who]: string[]): Told {
  if (what === 'jobs lost') return say('How many jobs are to go?');
  if (what === 'staff') return say('How many people are employed?');
  if (!STATES.includes(what)) return say('How many {0}?', word(plural(what)));
  if (who === undefined || who === 'person') return say('How many people were {0}?', state(what));
  return say('How many {0} were {1}?', word(plural(who)), state(what));
}

/** A state with the action that leads to it. */
const state = (what: string): Filling => ({ word: what, action: what });

const IRREGULAR: Record<string, string> = dictionary({
  person: 'people',
  man: 'men',
  woman: 'women',
  child: 'children',
  children: 'children',
  wife: 'wives',
  life: 'lives',
  knife: 'knives',
  thief: 'thieves',
  half: 'halves',
  shelf: 'shelves',
  foot: 'feet',
  tooth: 'teeth',
  aircraft: 'aircraft',
  sheep: 'sheep',
  police: 'police officers',
  staff: 'staff',
  crew: 'crew',
});
const plural = (noun: string) =>
  IRREGULAR[noun] ??
  (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`);
const plain = (key: string) => key.replace(/@/g, '').replace(/_/g, ' ').trim();

/** What stands for a subject that has no name. */
const UNNAMED: Record<string, string> = dictionary({
  '@structure': 'the building',
  '@settlement': 'the place',
  '@suspect': 'the suspect',
  '@fugitive': 'the fugitive',
});

/**
 * The fullest name that the claims give their subject.
 *
 * @param last take the last of several names: who does it stands after whom it is done to
 */
export function subjectName(dispute: Dispute, last = false): string {
  const items = dispute.answers.flatMap((a) => a.items);
  const item = items.find((i) => i.claim.subject.some((t) => t.name)) ?? items[0];
  const named = item?.claim.subject.filter((t) => t.name) ?? [];
  const term = (last ? named.at(-1) : named[0]) ?? item?.claim.subject[0];
  if (!item || !term) return '';
  const entity = term.entity === undefined ? undefined : item.source.entities[term.entity];
  if (entity?.name.toLowerCase().includes(term.word)) return entity.name;
  const age = /^age (\d+)/.exec(term.word)?.[1];
  if (age) return `the ${age}-year-old`;
  const known = UNNAMED[term.word];
  if (known) return known;
  const word = term.word.replace(/^@/, '');
  return term.name ? word.replace(/\b\p{Ll}/gu, (c) => c.toUpperCase()) : word;
}

/** Names of states that English gives an article. */
const WITH_ARTICLE = /^(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|.* Republic$|.* Islands$|.* Union$)/;
const withArticle = (name: string) => (WITH_ARTICLE.test(name) ? `the ${name}` : name);

/** Why this is a contradiction: what each of the first sides says, and a reason. */
export function explanationOf(dispute: Dispute): Explanation {
  const sources = [...new Set(dispute.answers.flatMap((a) => a.items.map((i) => i.source)))];
  const sides = dispute.answers.slice(0, 4).map((answer) => ({
    source: sourceName(answer.lead.source, sources),
    says: quote(answer.lead.claim.value.text),
    others: new Set(answer.items.map((i) => i.source.path)).size - 1,
  }));
  return { sides, reason: dispute.reason };
}

/** An explanation in English. */
export function explainInEnglish({ sides, reason }: Explanation): string {
  const told = sides.map(
    ({ source, says, others }) => `${source} says “${says}”${others > 0 ? ` (and ${others} more)` : ''}`,
  );
  return `${told.join('; ')}. ${sentence(reason)}`.trim();
}

type Named = { path: string; info: { publisher?: string } };

/** The publisher, or the file's name where the publisher is unknown or has several sources in the dispute. */
function sourceName({ path, info: { publisher } }: Named, sources: Named[]): string {
  const isOnly = sources.filter((s) => s.info.publisher === publisher).length === 1;
  return publisher !== undefined && isOnly ? publisher : fileName(path);
}

const quote = (text: string) => text.replace(/\s+/g, ' ').trim();
const sentence = (text: string) => (text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : '');

/** The last part of a path or URI, readable; a name that is no valid URI stays as it is. */
function fileName(path: string): string {
  const last = path.split(/[\\/]/).at(-1) ?? path;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
