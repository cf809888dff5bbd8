import type { ContradictionKind, Span } from '../model.ts';
import type { Modality } from './clauses/verbs.ts';

/**
 * Someone or something that a claim is about: an entity of its source, where the entity stage knows it, and always a
 * word (the last word of a name, or the noun), so that terms can be compared across sources either way.
 */
export interface Term {
  word: string;
  /** Index into the source's own entities. */
  entity?: number;
  name: boolean;
}

/** Which reader made a claim; it has the comparator and the wording. One file each. */
export type ClaimKind =
  | 'number'
  | 'roster'
  | 'commitment'
  | 'date'
  | 'place'
  | 'cause'
  | 'outcome'
  | 'role'
  | 'name'
  | 'quote'
  | 'rank'
  | 'agent'
  | 'holder'
  | 'charge'
  | 'attribute'
  | 'list'
  | 'deed'
  | 'anyone'
  | 'direction'
  | 'why'
  | 'doer'
  | 'order'
  | 'composition'
  | 'stage';

/** What a statement asserts, made comparable. Plain data, so that a source's analysis can be cached and sent. */
export interface Claim {
  kind: ClaimKind;
  /** The kind of contradiction it can take part in. */
  as: ContradictionKind;
  /** What is asked: claims with different topics are never compared. */
  topic: string;
  /** What must be the same thing in both claims: they have to share one of these, unless both have none. */
  subject: Term[];
  /** What the subject does it to, where the kind asks for that: both may leave it open, but they must not differ. */
  object?: Term[];
  /** Names and content words around the claim, from which the event is told. */
  context: Context;
  value: Value;
  statement: Span;
  focus: Span;
  speaker?: string;
  modality: Modality;
  negative: boolean;
  /** Inside quotation marks. */
  quoted: boolean;
  /** What stands around a figure or a time, by which claims that put it in other words meet. */
  cues?: Cues;
}

/** Words around a figure or time, as classes of words that mean the same. */
export interface Cues {
  /** What it counts or measures, or what the time is of. */
  heads: string[];
  /** What happens to that. */
  acts: string[];
  /** Other content words near it. */
  near: string[];
  /** The topic was only taken from the words around, as no rule tells what is measured. */
  loose?: boolean;
  /** Part of another figure: "three of the injured". */
  partial?: boolean;
  /** Comes on top of another figure, or is left behind by one: "another 400", "from 3 to 5". */
  added?: boolean;
  /** A penalty that somebody may get: "faces up to ten years". */
  threatened?: boolean;
  /** Of another time than the report's own news: the year, or -1 for "five years ago", "on that occasion". */
  past?: number;
}

export interface Context {
  /** Names in the sentence (and in the one before, when the sentence has none), lower case. */
  names: string[];
  /** Other content words of the sentence, lemmas. */
  words: string[];
  /** Another time than the report's own news: "in 2024", "last year". */
  past?: number;
}

export interface QuantityValue {
  type: 'quantity';
  dimension: string;
  low: number;
  high: number;
  approximate: boolean;
  bound?: 'min' | 'max';
  unit?: string;
  parts?: number[];
  text: string;
  /** Nobody counted: "several", "dozens". */
  vague: boolean;
}

export interface Member {
  word: string;
  text: string;
  entity?: number;
}

export interface RosterValue {
  type: 'roster';
  members: Member[];
  /** People without names: "and three other officials". */
  others: number;
  /** "includes", "among them", "led by": others may be left out. */
  open: boolean;
  text: string;
}

export interface StanceValue {
  type: 'stance';
  stance: 'yes' | 'no' | 'conditional' | 'tried' | 'planned' | 'unplanned';
  text: string;
  /** What tells its object from others of the same name: "the plan for the bridge", "the second goal". */
  of?: string[];
}

export interface TimeValue {
  type: 'time';
  weekday?: number;
  /** ISO date where it can be told. */
  date?: string;
  day?: number;
  month?: number;
  /** The last month of a stretch ("the autumn"), past 12 where it goes on into the next year. */
  monthTo?: number;
  /** A stretch that nobody sees begin or end: "summer". */
  season?: boolean;
  /** Days of the month between which it lies ("early March"). */
  days?: [from: number, to: number];
  year?: number;
  /** The last year of a stretch ("the 1990s"). */
  yearTo?: number;
  /** Not when it happened, but since or until when it lasted, or when at the latest or earliest. */
  edge?: 'start' | 'end' | 'latest' | 'earliest';
  relativeYear?: 'this' | 'next' | 'last';
  part?: string;
  clock?: number;
  /** The hour may be before or after noon. */
  halfDay?: boolean;
  /** The hour is told roughly. */
  roughly?: boolean;
  approximate: boolean;
  text: string;
}

/** A place on a ladder of words ("damaged", "nearly destroyed", "destroyed"). */
export interface ScaleValue {
  type: 'scale';
  scale: string;
  rank: number;
  text: string;
}

export interface WordsValue {
  type: 'words';
  words: string[];
  names: string[];
  text: string;
}

export type Value = QuantityValue | RosterValue | StanceValue | TimeValue | ScaleValue | WordsValue;

/** How two values of one topic stand to each other. */
export interface Relation {
  /** `same` values merge into one position; `compatible` ones are kept apart from neither. */
  is: 'same' | 'compatible' | 'conflict' | 'update' | 'variation';
  /** 0..1: how surely the values differ, given that both are about the same thing. */
  strength: number;
  reason: string;
}

export const SAME: Relation = { is: 'same', strength: 1, reason: '' };
export const COMPATIBLE: Relation = { is: 'compatible', strength: 1, reason: '' };
