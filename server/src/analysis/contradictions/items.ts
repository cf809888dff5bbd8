import type { Claim, Term } from '../claims/claim.ts';
import { nationOf } from '../claims/lexicon/nations.ts';
import type { EntityType, SourceAnalysis } from '../model.ts';
import { isSame } from '../same.ts';
import type { Block } from './blocking.ts';
import type { Component, Group } from './groups.ts';
import type { Pair } from './measured.ts';
import type { Measure } from './measures.ts';

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
  /** The blocking keys under which it is kept. */
  blocks: readonly Block[];
  /** The claims that it hangs together with by keys, where some may not agree, and of these the ones that answer one question. */
  component: Component | undefined;
  group: Group | undefined;
  /** Of a figure or time: what it measures, and the claims that can be of one measure with it. */
  measure: Measure | undefined;
  pairs: Map<Item, Pair> | undefined;
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
    object: claim.object ? claim.object.map(link) : NONE,
    blocks: [],
    component: undefined,
    group: undefined,
    measure: undefined,
    pairs: undefined,
  }));
}

/** How much of a source is its lead: the headline and the first sentences, which say what it is about. */
const LEAD_SENTENCES = 4;

function leadNames(source: SourceAnalysis): Lead {
  const end = source.read.sentences[Math.min(LEAD_SENTENCES, source.read.sentences.length) - 1]?.end ?? 0;
  const names = source.claims.filter((c) => c.statement.end <= end).flatMap((c) => c.context.names);
  return { end, names: new Set(names) };
}

const NONE: LinkedTerm[] = [];

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

/**
 * Keeps the claims of a source that are as they were before an edit, with the places where they stand now: those before the edit and those
 * after it. What they are compared with, and how that comes out, stays the same.
 *
 * @returns the claims now, in order, and which of them are kept
 */
export function keepSame(before: readonly Item[], after: Item[]): { items: Item[]; kept: Set<Item> } {
  const most = isSame(leadOf(before), leadOf(after)) ? Math.min(before.length, after.length) : 0;
  let head = 0;
  while (head < most && saysSame(before[head] as Item, after[head] as Item)) head++;
  let tail = 0;
  while (tail < most - head && saysSame(before.at(-1 - tail) as Item, after.at(-1 - tail) as Item)) tail++;
  const kept = new Set<Item>();
  const items = after.map((item, i) => {
    const at = i < head ? i : i >= after.length - tail ? i - after.length + before.length : -1;
    const same = before[at];
    if (!same) return item;
    const { claim, source, order, lead } = item;
    kept.add(Object.assign(same, { claim, source, order, lead }));
    return same;
  });
  return { items, kept };
}

/** Whether two are the same in everything that comparing asks of a claim, which is not where in the text it stands. */
function saysSame(a: Item, b: Item): boolean {
  return isSame(placeless(a), placeless(b)) && isSame(a.subject, b.subject) && isSame(a.object, b.object);
}

const leadOf = ([first]: readonly Item[]) => [...(first?.lead.names ?? [])];

function placeless({ claim, lead }: Item) {
  const { kind, as, topic, context, value, statement, focus, speaker, modality, negative, quoted, cues } = claim;
  const length = statement.end - statement.start;
  const from = focus.start - statement.start;
  const to = focus.end - statement.start;
  const isLead = statement.start < lead.end;
  return { kind, as, topic, context, value, speaker, modality, negative, quoted, cues, length, from, to, isLead };
}
