/** What the extension and its webviews say to each other, as types. Everything sent is plain data. */
import type { Range } from 'vscode-languageserver-protocol';
import type { ContradictionKind, EntityType, Severity } from '../../server/src/protocol.ts';

export type ViewName = 'comparison' | 'entity' | 'timeline';

/** The extension → a view. */
export type ToView<Data> =
  /** All that it shows. Sent when the view is ready and after every change. */
  | { type: 'show'; data: Data }
  /** Before the `show` of a comparison: those of its questions that the view does not have as they are now. */
  | { type: 'questions'; questions: Question[] };

/** A comparison as it is sent: its questions by their ids. */
export type ComparisonShown = Omit<ComparisonData, 'questions'> & { questions: string[] };

/** A view → the extension. */
export type FromView =
  | { type: 'ready' }
  /** Opens a place in a source; `stay` leaves the keyboard focus in the view. */
  | { type: 'open'; place: Place; stay: boolean }
  /** Opens the statements of a disputed question side by side. */
  | { type: 'sideBySide'; contradiction: string }
  | { type: 'entity'; id: string };

export interface Place {
  uri: string;
  range: Range;
}

/** A line of a source with a part to be emphasized. */
export interface Quotation {
  text: string;
  /** UTF-16 code units of `text`, end exclusive. */
  highlight: [start: number, end: number];
}

/** What there is to show: the sources, or why there are none. */
export type ViewState = 'ready' | 'scanning' | 'noFolder' | 'noSources' | 'stopped';

export interface ComparisonData {
  situation: ViewState;
  sources: ComparedSource[];
  questions: Question[];
  /** The entities that the questions are about, those of most questions first. */
  entities: { id: string; name: string; type: EntityType }[];
}

export interface ComparedSource {
  uri: string;
  /** What a reader calls it. */
  name: string;
  /** Its headline, or how it begins; empty where that is its name. */
  about: string;
  publisher?: string;
  /** ISO 8601 calendar date. */
  date?: string;
  /** Path of its folder below what all sources share; empty for the top. */
  folder: string;
}

export interface Question {
  id: string;
  kind: ContradictionKind;
  severity: Severity;
  confidence: number;
  question: string;
  explanation: string;
  /** The value of each position; the first is A. */
  values: string[];
  /** Only the sources that take a position, in the order of the sources. */
  answers: Answer[];
  /** Ids of some of {@link ComparisonData.entities}. */
  entities: string[];
}

/** What one source says to one question. */
export interface Answer {
  /** Index into {@link ComparisonData.sources}. */
  source: number;
  /** One or more, in text order. */
  statements: AnswerStatement[];
}

export interface AnswerStatement {
  /** Index into {@link Question.values}. */
  position: number;
  quotation: Quotation;
  speaker?: string;
  /** The disputed words. */
  range: Range;
}

export interface EntityData {
  situation: ViewState;
  /** Absent when no source names it any more. */
  entity?: { id: string; name: string; type: EntityType; aliases: string[]; mentions: number };
  /** The sources that mention it. */
  sources: EntityInSource[];
  companions: { id: string; name: string; type: EntityType; sentences: number; sources: number }[];
  contradictions: DisputeSummary[];
  /** What the reader's watch list says of it. */
  watched?: { note?: string; externalId?: string; link?: string };
}

export interface EntityInSource {
  uri: string;
  name: string;
  date?: string;
  roles: { text: string; range?: Range }[];
  mentions: { quotation: Quotation; range: Range; evidence: string; isName: boolean }[];
}

/** A disputed question in short. */
export interface DisputeSummary {
  id: string;
  severity: Severity;
  question: string;
  /** What is said, and by how many sources. */
  positions: { value: string; sources: number }[];
}

export interface TimelineData {
  situation: ViewState;
  sources: { uri: string; name: string; date?: string }[];
  events: TimelineEvent[];
}

/** What one or more sources date to the same time. */
export interface TimelineEvent {
  key: string;
  /** ISO 8601: "2025", "2025-05" or "2025-05-15"; absent where it cannot be told. */
  when?: string;
  /** Minutes after midnight. */
  clock?: number;
  approximate: boolean;
  /** Told as something to come. */
  planned: boolean;
  /** One per statement. */
  told: { source: number; quotation: Quotation; range: Range; speaker?: string }[];
  /** The dispute about this date. */
  dispute?: DisputeSummary;
}
