/**
 * The words of the engine as plain data. Nothing here has behaviour; every stage takes and returns these.
 * All offsets are UTF-16 code units from the start of the decoded text, ends exclusive.
 */

export interface Span {
  start: number;
  end: number;
}

/** What part of a news text a block (usually one line) is. Blocks never overlap and stand in order. */
export type BlockKind =
  | 'headline'
  | 'deck'
  | 'dateline'
  | 'byline'
  | 'subheading'
  | 'label'
  | 'paragraph'
  | 'caption'
  | 'credit'
  | 'bullet'
  | 'pullquote'
  | 'post'
  | 'note'
  | 'boilerplate';

export interface Block extends Span {
  kind: BlockKind;
}

/** Universal part-of-speech tags (universaldependencies.org/u/pos), as wink-nlp gives them. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word as it is written, with what is known of it wherever it stands; all its tokens share one. */
export interface WordForm {
  text: string;
  /** Lower case, straight quotes. */
  normal: string;
  /** Begins with a capital letter. */
  isCapital: boolean;
  /** Begins with a letter. */
  isLetters: boolean;
  /** Has a letter. */
  isWord: boolean;
  /** Room for what the later stages know of it. */
  name: import('./entities/words.ts').WordInfo | undefined;
  facts: import('./claims/clauses/facts.ts').WordFacts | undefined;
}

export interface Token extends Span {
  /** The token as it stands in the text. */
  text: string;
  /** Lower case, straight quotes. */
  normal: string;
  lemma: string;
  pos: Pos;
  form: WordForm;
}

export interface Sentence extends Span {
  /** Index of its block in {@link ReadText.blocks}. */
  block: number;
  tokens: Token[];
}

/** A stretch between quotation marks, or a block quote; the span is what stands between the marks. */
export interface Quotation extends Span {
  /** True when the marks are single or double quotation marks around one or two words used with distance. */
  scare: boolean;
}

/** The text stage's result: what the later stages read. */
export interface ReadText {
  text: string;
  blocks: Block[];
  sentences: Sentence[];
  quotations: Quotation[];
}

/** Where a source says of itself what it is. Dates are ISO 8601 calendar dates (yyyy-mm-dd). */
export interface SourceInfo {
  title?: string;
  publisher?: string;
  date?: string;
}

export const ENTITY_TYPES = ['person', 'organization', 'place', 'event', 'date', 'work', 'product', 'norp'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** How a mention names its entity; role and pronoun mentions are shown apart from names. */
export type MentionKind = 'name' | 'role' | 'pronoun';

export interface Mention extends Span {
  kind: MentionKind;
  /** Why this mention is in its entity, for people: "exact name", "surname of Volodymyr Zelensky", "role". */
  evidence: string;
}

/** An entity as one source knows it, before sources are linked. */
export interface LocalEntity {
  /** The fullest name in this source. */
  name: string;
  type: EntityType;
  /** 0..1: how sure the type is; a sure type in one source types the rest of the folder. */
  typeConfidence: number;
  /** Distinct surface forms of the name mentions. */
  aliases: string[];
  /** Titles and roles that the source gives it ("Ukrainian President", "presidential aide"). */
  roles: string[];
  /** In text order. */
  mentions: Mention[];
}

/** An entity across sources. */
export interface Entity {
  id: string;
  name: string;
  type: EntityType;
  aliases: string[];
  roles: string[];
  mentions: EntityMention[];
  /** What readers decided of it, for people: "linked by you". */
  decided?: string[];
  /** What the reader's watch list says of it. */
  watched?: { note?: string; externalId?: string };
}

/** A person or thing that a reader follows: an entry of a watch list. */
export interface WatchedEntity {
  name: string;
  aliases: string[];
  type?: EntityType;
  /** What the reader keeps in mind of it. */
  note?: string;
  /** What it is elsewhere: a Wikidata Q-number, an address. */
  externalId?: string;
}

export interface EntityMention extends Mention {
  path: string;
  text: string;
}

export type ContradictionKind =
  | 'number'
  | 'date'
  | 'place'
  | 'person'
  | 'roster'
  | 'role'
  | 'outcome'
  | 'polarity'
  | 'modality'
  | 'quote'
  | 'name'
  | 'sequence'
  | 'cause'
  | 'other';

export type Severity = 'conflict' | 'update' | 'variation';

/** What one source says, with the shortest span that carries the disputed value. */
export interface Statement extends Span {
  path: string;
  text: string;
  speaker?: string;
  focus: Span & { text: string };
  /** What a reader decided of it, for people: "value given by you". */
  decided?: string;
}

export interface Position {
  value: string;
  statements: Statement[];
}

export interface Contradiction {
  /** Stable while the texts are unchanged. */
  id: string;
  kind: ContradictionKind;
  severity: Severity;
  /** 0..1, calibrated: of those reported at 0.8 about four in five are right. */
  confidence: number;
  /** In English. */
  question: string;
  /** In English. */
  explanation: string;
  /** Question and explanation in parts, so that they can be said in other languages. */
  told?: { question: Told; explanation: Explanation };
  /** Two or more. */
  positions: Position[];
  /** What the user has decided; absent where nothing was. */
  verdict?: Verdict;
}

/** A text as a template, in which "{0}" stands for the first of what fills it. */
export interface Told {
  template: string;
  fill: Filling[];
}

/** A name or words of a source, which are the same in every language, or an English word with the action that it stands for, if any. */
export type Filling = string | { word: string; action?: string };

export interface Explanation {
  /** What one source says, and how many others say the same. */
  sides: { source: string; says: string; others: number }[];
  /** English, without a capital and a full stop: "the figures differ". */
  reason: string;
}

/** What a user can decide of a contradiction. */
export const VERDICT_STATES = ['open', 'confirmed', 'dismissed', 'resolved'] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];
/** Why a contradiction is dismissed. */
export const DISMISSAL_REASONS = ['not-same-event', 'wording-only', 'extraction-error', 'other'] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

export interface Verdict {
  state: VerdictState;
  /** Of a dismissal. */
  reason?: DismissalReason;
  /** Of a resolution: the value of the position that holds. */
  holds?: string;
  /** What the user wrote of it: the evidence, or why. */
  note?: string;
  author?: string;
  /** UTC, ISO 8601. */
  time: string;
  /** A position has changed or is new since: the user is to decide again, and until then the contradiction is open. */
  isOutdated: boolean;
}

/** From the gravest on. */
const SEVERITIES: readonly Severity[] = ['conflict', 'update', 'variation'];

export function isAsGrave(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

/** Whether the user has done with it: dismissed or resolved, and nothing has changed since. */
export function isSettled({ verdict }: Contradiction): boolean {
  return (
    verdict !== undefined && !verdict.isOutdated && (verdict.state === 'dismissed' || verdict.state === 'resolved')
  );
}

/** Everything about one source that depends on its text only; cacheable by content. */
export interface SourceAnalysis {
  /** An opaque key chosen by the caller: a URI in the server, a path in the command line. */
  path: string;
  length: number;
  info: SourceInfo;
  read: ReadText;
  entities: LocalEntity[];
  claims: import('./claims/claim.ts').Claim[];
}

/** What in a source only the other sources may explain. */
export interface Unexplained {
  /** Capitalized runs that are no name of the source's own, but may hold one, by key. */
  names: ReadonlyMap<string, readonly Span[]>;
  /** "The Ukrainian president" where the source does not name him. */
  roles: import('./entities/references.ts').RolePhrase[];
}

/** What a reader is told of a source. */
export interface KnownSource extends Pick<SourceAnalysis, 'path' | 'length' | 'info'> {
  read: Pick<ReadText, 'blocks'> & { sentences: Span[] };
  /** The roles that it gives its own entities. */
  roles: { roles: string[]; mentions: Span[] }[];
  /** What it dates. */
  dates: import('./claims/claim.ts').Claim[];
}

/** What reading a folder gives: the content of the JSON report. */
export interface FolderAnalysis {
  sources: KnownSource[];
  entities: Entity[];
  contradictions: Contradiction[];
}
