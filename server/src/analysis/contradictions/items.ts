import type { Claim, Term } from '../claims/claim.ts';
import { nationOf } from '../claims/lexicon/nations.ts';
import type { LinkedEntities } from '../entities/link.ts';
import type { SourceAnalysis } from '../model.ts';

/** A term as the folder knows it. */
export interface LinkedTerm {
  word: string;
  /** The folder's entity, when the source's stage found one. */
  id?: string;
  name: boolean;
  person: boolean;
}

/** What a source's headline and first sentences name, and where they end. */
export interface Lead {
  end: number;
  names: Set<string>;
}

/** A claim with what the folder knows about it. */
export interface Item {
  claim: Claim;
  source: SourceAnalysis;
  /** Index of the source in the folder. */
  index: number;
  lead: Lead;
  subject: LinkedTerm[];
  object: LinkedTerm[];
}

/** All claims of all sources, their terms linked. */
export function collectItems(sources: SourceAnalysis[], linked: LinkedEntities): Item[] {
  const items = sources.flatMap((source, index) => {
    const lead = leadNames(source);
    return source.claims.map((claim) => ({
      claim,
      source,
      index,
      lead,
      subject: claim.subject.map((t) => linkTerm(t, source, linked)),
      object: (claim.object ?? []).map((t) => linkTerm(t, source, linked)),
    }));
  });
  addAges(items);
  return items;
}

/** How much of a source is its lead: the headline and the first sentences, which say what it is about. */
const LEAD_SENTENCES = 4;

function leadNames(source: SourceAnalysis): Lead {
  const end = source.read.sentences[Math.min(LEAD_SENTENCES, source.read.sentences.length) - 1]?.end ?? 0;
  const names = source.claims.filter((c) => c.statement.end <= end).flatMap((c) => c.context.names);
  return { end, names: new Set(names) };
}

/** Everybody whose age some source gives is also known by it, so that "the 36-year-old" in another source can be him. */
function addAges(items: Item[]): void {
  const ages = new Map<string, string>();
  for (const { claim, subject } of items) {
    if (claim.topic !== 'age' || claim.value.type !== 'quantity') continue;
    for (const term of subject) if (term.name) ages.set(term.id ?? term.word, `age ${claim.value.low}`);
  }
  for (const item of items) {
    if (item.claim.topic === 'age' || item.claim.kind === 'name') continue;
    const known = item.subject.flatMap((t) => (t.name ? (ages.get(t.id ?? t.word) ?? []) : []));
    for (const word of known)
      if (!item.subject.some((t) => t.word === word)) item.subject.push({ word, name: false, person: false });
  }
}

function linkTerm(term: Term, source: SourceAnalysis, linked: LinkedEntities): LinkedTerm {
  const local = term.entity === undefined ? undefined : source.entities[term.entity];
  const entity = local && linked.of.get(local);
  const word = nationOf(term.word) ?? term.word;
  const fits = local?.name.toLowerCase().includes(term.word) || !term.name;
  return {
    word,
    name: term.name,
    person: entity?.type === 'person',
    ...(entity && fits && entity.type !== 'date' ? { id: entity.id } : {}),
  };
}

/** Linked entities decide where both sides have one; else the words do. */
export function sameTerm(a: LinkedTerm, b: LinkedTerm): boolean {
  if (a.id !== undefined && a.id === b.id) return true;
  if (a.id !== undefined && b.id !== undefined && a.person && b.person) return false;
  return a.word === b.word && a.name === b.name;
}
