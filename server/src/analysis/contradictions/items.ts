import type { Claim, Term } from '../claims/claim.ts';
import { nationOf } from '../claims/lexicon/nations.ts';
import type { EntityType, SourceAnalysis } from '../model.ts';

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
  /** Stands for the source. */
  index: number;
  /** Which of the source's claims it is. */
  order: number;
  lead: Lead;
  subject: LinkedTerm[];
  object: LinkedTerm[];
}

/** The folder's entity for one of a source. */
export interface Linked {
  id: string;
  type: EntityType;
}

/** All claims of a source, their terms linked. @param linked the folder's entity for each of the source's own */
export function collectItems(source: SourceAnalysis, index: number, linked: readonly (Linked | undefined)[]): Item[] {
  const lead = leadNames(source);
  const link = (term: Term) => linkTerm(term, source, linked);
  return source.claims.map((claim, order) => ({
    claim,
    source,
    index,
    order,
    lead,
    subject: claim.subject.map(link),
    object: (claim.object ?? []).map(link),
  }));
}

/** How much of a source is its lead: the headline and the first sentences, which say what it is about. */
const LEAD_SENTENCES = 4;

function leadNames(source: SourceAnalysis): Lead {
  const end = source.read.sentences[Math.min(LEAD_SENTENCES, source.read.sentences.length) - 1]?.end ?? 0;
  const names = source.claims.filter((c) => c.statement.end <= end).flatMap((c) => c.context.names);
  return { end, names: new Set(names) };
}

function linkTerm(term: Term, source: SourceAnalysis, linked: readonly (Linked | undefined)[]): LinkedTerm {
  const local = term.entity === undefined ? undefined : source.entities[term.entity];
  const entity = term.entity === undefined ? undefined : linked[term.entity];
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

/** In the order of the sources' paths, and then of the text. */
export function inOrder(a: Item, b: Item): number {
  if (a.index === b.index) return a.order - b.order;
  return a.source.path < b.source.path ? -1 : 1;
}
