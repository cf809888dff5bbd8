import type { Claim } from '../claims/claim.ts';
import { LADDERS } from '../claims/lexicon/ladders.ts';
import type { Dispute } from './positions.ts';

/** What the sources answer differently, as a plain question. */
export function questionOf(dispute: Dispute): string {
  const lead = dispute.answers[0]?.lead.claim as Claim;
  const [head = '', ...rest] = lead.topic.split(':');
  const about = subjectName(dispute);
  const kind = lead.kind;
  if (kind === 'number') return numberQuestion(head, rest, about);
  if (kind === 'roster') return about ? `Who is in the delegation of ${about}?` : 'Who belongs to the delegation?';
  if (kind === 'commitment') return `Does ${about} ${plain(rest[0] ?? '')}?`;
  if (kind === 'date')
    return about ? `When did it happen: ${plain(rest[0] ?? '')} (${about})?` : `When was the ${plain(rest[0] ?? '')}?`;
  if (kind === 'place')
    return head === 'place' && rest[0] === 'lies'
      ? `Where is ${about}?`
      : `Where did it happen: ${plain(rest[0] ?? '')} (${about})?`;
  if (kind === 'cause') return `What did ${about} die of?`;
  if (kind === 'outcome') return (LADDERS[rest[0] ?? '']?.question ?? 'How far did it go?').replace('*', about || 'it');
  if (kind === 'rank') return `Which in a row: ${plain(rest[0] ?? '')} (${about})?`;
  if (kind === 'charge') return `What is the charge${about && !about.startsWith('@') ? ` against ${about}` : ''}?`;
  if (kind === 'attribute') return `What ${rest[0]}: ${about}?`;
  if (kind === 'list') return 'What belongs to the list?';
  if (kind === 'agent') return `Who is the ${rest[0]} of ${about}?`;
  if (kind === 'role') return `What is the title of ${about}?`;
  if (kind === 'name') return `How is the name ${about} spelled?`;
  if (kind === 'quote') return 'In what words was this said?';
  return `What about ${about || plain(rest.join(' '))}?`;
}

function numberQuestion(head: string, rest: string[], about: string): string {
  if (head === 'magnitude') return 'What was the magnitude?';
  if (head === 'depth') return 'How deep was it?';
  if (head === 'age') return `How old is ${about}?`;
  if (head === 'distance') return `How far from ${about}?`;
  if (head === 'population') return `How many people live in ${about}?`;
  if (head === 'count') return countQuestion(rest);
  const [dimension = '', rate] = head.split('/');
  const what = plain(rest.join(' '));
  const of = about ? ` (${about})` : '';
  if (dimension === 'money') return `How much is the ${what}${rate ? ` per ${rate}` : ''}${of}?`;
  if (dimension === 'duration') return `How long is the ${what}${of}?`;
  if (dimension === 'percent') return `What percentage: ${what}${of}?`;
  return `What is the figure for ${what}${of}?`;
}

function countQuestion([state = '', who]: string[]): string {
  if (who === 'person') return `How many people were ${state}?`;
  if (
    who &&
    !who.startsWith('@') &&
    /^(?:killed|injured|missing|infected|arrested|charged|rescued|evacuated|hospitalized|kidnapped)$/.test(state)
  ) {
    return `How many ${plural(who)} were ${state}?`;
  }
  return `How many ${plural(state)}?`;
}

const plural = (noun: string) =>
  noun === 'person'
    ? 'people'
    : noun === 'man'
      ? 'men'
      : noun === 'woman'
        ? 'women'
        : noun === 'child'
          ? 'children'
          : noun.endsWith('y')
            ? `${noun.slice(0, -1)}ies`
            : `${noun}s`;
const plain = (key: string) => key.replace(/@/g, '').replace(/_/g, ' ');

/** The fullest name that the claims give their subject. */
export function subjectName(dispute: Dispute): string {
  const items = dispute.answers.flatMap((a) => a.items);
  const first = items[0]?.subject[0];
  if (!first) return '';
  const local = items[0]?.claim.subject[0];
  const entity = local?.entity === undefined ? undefined : items[0]?.source.entities[local.entity];
  return entity?.name ?? first.word.replace(/^@/, '').replace(/^\p{Ll}/u, (c) => (first.name ? c.toUpperCase() : c));
}

/** Why this is a contradiction, with the words of the sources. */
export function explain(dispute: Dispute): string {
  const sides = dispute.answers.slice(0, 4).map((answer) => {
    const others = new Set(answer.items.map((i) => i.source.path)).size - 1;
    const more = others > 0 ? ` (and ${others} more)` : '';
    return `${sourceName(answer.lead.source)} says “${quote(answer.lead.claim.value.text)}”${more}`;
  });
  return `${sides.join('; ')}. ${sentence(dispute.reason)}`;
}

const sourceName = (source: { path: string; info: { publisher?: string } }) =>
  source.info.publisher ?? decodeURIComponent(source.path.split(/[\\/]/).at(-1) ?? source.path);
const quote = (text: string) => text.replace(/\s+/g, ' ').trim();
const sentence = (text: string) => (text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : '');
