import type { Claim, ClaimKind } from '../claims/claim.ts';
import { nounFor, participleFor, verbFor } from '../claims/lexicon/actions.ts';
import { LADDERS } from '../claims/lexicon/ladders.ts';
import type { Dispute } from './positions.ts';

/** What the sources answer differently, as a plain question. */
export function questionOf(dispute: Dispute): string {
  const lead = dispute.answers[0]?.lead.claim as Claim;
  const [head = '', ...rest] = lead.topic.split(':');
  if (head === 'deed') return `Did this happen: “${affirmedText(dispute)}”?`;
  if (isUnnamed(lead)) return whichIsRight(dispute);
  const doer = lead.kind === 'date' && DOING.has(rest[0] ?? '');
  return QUESTIONS[lead.kind](head, rest, subjectName(dispute, doer));
}

/** Only the words around the figure tell what it measures, and they are no name for it. */
const isUnnamed = ({ kind, topic, cues, context }: Claim) =>
  kind === 'number' &&
  (/:(?:[+#]|$)/.test(topic) ||
    context.names.some((name) => [name, name.replace(/s$/, '')].includes(topic.split(':').at(-1) ?? '')) ||
    (cues?.loose === true && !topic.startsWith('count:')));

/** "Which is right: “seven hours” or “two hours”?" */
function whichIsRight({ answers }: Dispute): string {
  const texts = answers.map((a) => `“${quote(a.lead.claim.value.text)}”`);
  return `Which is right: ${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}?`;
}

/** What one side says was done, in its words. */
function affirmedText(dispute: Dispute): string {
  const claims = dispute.answers.map((a) => a.lead.claim);
  const yes = claims.find((c) => c.value.type === 'stance' && /^(?:yes|planned)$/.test(c.value.stance) && !c.negative);
  return quote((yes ?? claims[0])?.value.text ?? '');
}

type Question = (head: string, rest: string[], about: string) => string;

const QUESTIONS: Record<ClaimKind, Question> = {
  number: numberQuestion,
  roster: (_head, _rest, about) =>
    about ? `Who is in the delegation of ${withArticle(about)}?` : 'Who is in the delegation?',
  list: () => 'Who or what belongs to the list?',
  commitment: (_head, rest, about) => `Does ${about} ${verbFor(rest[0] ?? '')}?`,
  date: (_head, rest, about) => happened('When', rest[0] ?? '', about),
  place: placeQuestion,
  cause: (_head, _rest, about) => `What did ${about} die of?`,
  outcome: (_head, rest, about) =>
    (LADDERS[rest[0] ?? '']?.question ?? 'How far did it go?').replace('*', about || 'it'),
  role: (_head, _rest, about) => `What is the title of ${about}?`,
  name: (_head, _rest, about) => `How is the name ${about} spelled?`,
  quote: () => 'In what words was this said?',
  rank: (_head, rest, about) => `Which ${plain(rest[0] ?? '')} was it${about ? ` for ${about}` : ''}?`,
  agent: (_head, rest, about) => `By whom was ${about} ${participleFor(rest[0] ?? '')}?`,
  holder: (_head, rest, about) => `Who is the ${rest[0]} of ${about}?`,
  charge: (_head, rest, about) =>
    `${rest[0] === 'convict' ? 'Of what was' : 'With what was'} ${about || 'the suspect'} ${participleFor(rest[0] ?? '')}?`,
  doer: (_head, _rest, about) => `Who did it${about ? ` (${about})` : ''}?`,
  composition: () => 'How is the group made up?',
  order: () => 'What came first?',
  why: (_head, _rest, about) => whyQuestion(about),
  direction: (_head, _rest, about) => `On which side of ${about}?`,
  anyone: (_head, rest) => `Was anyone ${participleFor(rest[0] ?? '')}?`,
  deed: (head, rest, about) =>
    head === 'works'
      ? `Did the ${about} work?`
      : head === 'ballot'
        ? 'Was the vote unanimous?'
        : head === 'verdict'
          ? `Was ${about || 'the suspect'} found guilty of ${rest[0]}?`
          : `Did it happen${about ? ` (${about})` : ''}?`,
  attribute: (_head, rest, about) =>
    rest[0] === 'nationality' ? `What is the nationality of ${about}?` : `What color was the ${about}?`,
};

/** The subject of a reason is what happened, or who was punished. */
const whyQuestion = (about: string) =>
  about === 'mishap' || about === 'quarrel' || about === '' ? 'What was the cause?' : `What was the reason (${about})?`;

/** Actions that their subject does; others are done to it. */
const DOING = new Set(
  'die arrive depart fall escape resign travel marry attend confess vote protest retire enter check_out host learn sign settle win lose negotiate'.split(
    ' ',
  ),
);

/** "When did Ann Bell die?", "When was Ann Bell arrested?", "When was the fire?" */
function happened(word: string, action: string, about: string): string {
  if (action.startsWith('+')) return about ? `${word} did ${about} ${action.slice(1)}?` : `${word} was it?`;
  if (action === '') return about ? `${word} was it (${about})?` : `${word} was it?`;
  if (!about || about.startsWith('the ')) return `${word} was the ${nounFor(action)}?`;
  if (/^(?:negotiate|meet|burn|quake|explode|crash|storm|flood|walkout)$/.test(action))
    return `${word} was the ${nounFor(action)} (${about})?`;
  return DOING.has(action)
    ? `${word} did ${about} ${verbFor(action)}?`
    : `${word} was ${about} ${participleFor(action)}?`;
}

function placeQuestion(_head: string, [what = '']: string[], about: string): string {
  if (what === 'lies') return `Where is the ${about}?`;
  if (what === 'seat') return `Where is ${about} based?`;
  if (what === 'home') return `Where does ${about} live?`;
  return what.startsWith('@') ? `Where was the ${nounFor(what.slice(1))}?` : happened('Where', what, about);
}

const MEASURES: Record<string, (about: string) => string> = {
  magnitude: () => 'What was the magnitude?',
  depth: () => 'How deep was it?',
  age: (about) => `How old is ${about}?`,
  distance: (about) => `How far from ${about}?`,
  population: (about) => `How many people live in ${about}?`,
  record: (about) => `What is the record of ${about}?`,
  left: () => 'How much time was left?',
};

function numberQuestion(head: string, rest: string[], about: string): string {
  const measure = MEASURES[head];
  if (measure) return measure(about);
  if (head === 'count') return countQuestion(rest);
  if (head === 'interval') return `How long ${rest[0]} the ${nounFor(rest[1] ?? '')}?`;
  const [dimension = '', rate] = head.split('/');
  const what = rest.map((key) => (key.startsWith('@') ? nounFor(key.slice(1)) : key)).join(' ');
  const tail = `${rate ? ` per ${rate}` : ''}${about ? ` (${about})` : ''}?`;
  if (dimension === 'money') return `How much is the ${what}${tail}`;
  if (dimension === 'duration') return `How long is the ${what}${tail}`;
  if (dimension === 'percent') return `What percentage of the ${what}${tail}`;
  return `How much or how far (${what})${tail}`;
}

const STATES =
  /^(?:killed|injured|missing|infected|arrested|charged|rescued|evacuated|hospitalized|kidnapped|trapped|stranded|displaced|convicted|shot|dismissed)$/;

function countQuestion([what = '', who]: string[]): string {
  if (what === 'jobs lost') return 'How many jobs are to go?';
  if (what === 'staff') return 'How many people are employed?';
  if (STATES.test(what))
    return `How many ${who === undefined || who === 'person' ? 'people' : plural(who)} were ${what}?`;
  return `How many ${plural(what)}?`;
}

const IRREGULAR: Record<string, string> = {
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
};
const plural = (noun: string) =>
  IRREGULAR[noun] ??
  (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`);
const plain = (key: string) => key.replace(/@/g, '').replace(/_/g, ' ').trim();

/** What stands for a subject that has no name. */
const UNNAMED: Record<string, string> = {
  '@structure': 'the building',
  '@settlement': 'the place',
  '@suspect': 'the suspect',
  '@fugitive': 'the fugitive',
};

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

/** Why this is a contradiction, with the words of the sources. */
export function explain(dispute: Dispute): string {
  const sources = [...new Set(dispute.answers.flatMap((a) => a.items.map((i) => i.source)))];
  const sides = dispute.answers.slice(0, 4).map((answer) => {
    const others = new Set(answer.items.map((i) => i.source.path)).size - 1;
    const more = others > 0 ? ` (and ${others} more)` : '';
    return `${sourceName(answer.lead.source, sources)} says “${quote(answer.lead.claim.value.text)}”${more}`;
  });
  return `${sides.join('; ')}. ${sentence(dispute.reason)}`.trim();
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
