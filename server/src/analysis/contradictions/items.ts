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
}

/** A claim with what the folder knows about it. */
export interface Item {
  claim: Claim;
  source: SourceAnalysis;
  /** Index of the source in the folder. */
  index: number;
  subject: LinkedTerm[];
  object: LinkedTerm[];
}

/** All claims of all sources, their terms linked. */
export function collectItems(sources: SourceAnalysis[], linked: LinkedEntities): Item[] {
  return sources.flatMap((source, index) =>
    source.claims.map((claim) => ({
      claim,
      source,
      index,
      subject: claim.subject.map((t) => linkTerm(t, source, linked)),
      object: (claim.object ?? []).map((t) => linkTerm(t, source, linked)),
    })),
  );
}

function linkTerm(term: Term, source: SourceAnalysis, linked: LinkedEntities): LinkedTerm {
  const local = term.entity === undefined ? undefined : source.entities[term.entity];
  const entity = local && linked.of.get(local);
  const word = nationOf(term.word) ?? term.word;
  const fits = local?.name.toLowerCase().includes(term.word) || !term.name;
  return { word, name: term.name, ...(entity && fits && entity.type !== 'date' ? { id: entity.id } : {}) };
}

/** Linked entities decide where both sides have one; else the words do. */
export function sameTerm(a: LinkedTerm, b: LinkedTerm): boolean {
  if (a.id !== undefined && a.id === b.id) return true;
  if (a.id !== undefined && b.id !== undefined && a.name && b.name) return false;
  return a.word === b.word && a.name === b.name;
}
