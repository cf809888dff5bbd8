/**
 * The custom requests between client and server, as types. The client imports types and method names from here and
 * nothing else of the server. Ranges are LSP ranges in the negotiated position encoding.
 */
import type { Location, Position, Range } from 'vscode-languageserver-protocol';
import type {
  ContradictionKind,
  DismissalReason,
  EntityType,
  MentionKind,
  Severity,
  Verdict,
  VerdictState,
} from './analysis/model.ts';
import type { ExchangeFormat } from './exchange/formats.ts';

export type { ContradictionKind, DismissalReason, EntityType, MentionKind, Severity, Verdict, VerdictState };

/** Client → server. Everything the side panel shows but the mentions, which are asked for entity by entity. */
export const OverviewRequest = 'crossread/overview';
/** Client → server. All mentions of one entity, by source in path order. */
export const MentionsRequest = 'crossread/mentions';
/** Client → server. What the sources say of one entity, or null when there is none of that id. */
export const EntityPageRequest = 'crossread/entityPage';
/** Client → server. What the sources say happened or will happen when, in order of time. */
export const TimelineRequest = 'crossread/timeline';
/** Client → server. The entity named at a position, or null. */
export const EntityAtRequest = 'crossread/entityAt';
/** Client → server. The disputed questions whose focus or statement lies at a position, the closest first. */
export const ContradictionsAtRequest = 'crossread/contradictionsAt';
/** Client → server. The user's verdict on a contradiction; answered with null once it is written. */
export const DecideRequest = 'crossread/decide';
/** Client → server. All notes and highlights. */
export const NotesRequest = 'crossread/notes';
/** Client → server. Adds a note or changes one; answered with its id once it is written. */
export const AnnotateRequest = 'crossread/annotate';
/** Server → client. Notes may have changed or moved; also sent when only verdicts have. */
export const AnnotationsChangedNotification = 'crossread/annotationsChanged';
/** Client → server. Corrects an entity or a statement; answered with the id of the correction once it is written. */
export const CorrectRequest = 'crossread/correct';
/** Client → server. All corrections, the last first; `remove` of {@link AnnotateRequest} takes one back. */
export const CorrectionsRequest = 'crossread/corrections';
/** Client → server. Writes annotations and findings for other programs; answered with the number of files. */
export const ExportRequest = 'crossread/export';
/** Client → server. Takes in what other programs or readers made of the sources. */
export const ImportRequest = 'crossread/import';
/** Client → server. Reads all sources again; what is known stays in view until the scan has ended, and then the answer comes. */
export const RescanRequest = 'crossread/rescan';
/** Client → server. The whole comparison, or one contradiction or entity in Markdown, as a text; null when it is not there. */
export const ReportRequest = 'crossread/report';
/** Server → client. Something that the views show has changed; also sent as a scan goes on. */
export const ChangedNotification = 'crossread/changed';
/**
 * Server → client. Reads or writes a file of a virtual workspace, which only the client can reach. An error's data is
 * {@link FileFailure}.
 */
export const FileRequest = 'crossread/file';

export interface Overview {
  sources: SourceItem[];
  contradictions: ContradictionItem[];
  entities: EntityItem[];
}

export interface SourceItem {
  uri: string;
  /** The name of the file where the text has no headline. */
  title: string;
  /** How the text begins, where it has no headline; plain text. */
  opening?: string;
  publisher?: string;
  /** ISO 8601 calendar date. */
  date?: string;
  entities: number;
  contradictions: number;
}

export interface ContradictionItem {
  id: string;
  kind: ContradictionKind;
  severity: Severity;
  confidence: number;
  question: string;
  explanation: string;
  positions: { value: string; statements: StatementItem[] }[];
  /** Ids of the entities that the question is about, those that most statements name first. */
  entities: string[];
  verdict?: Verdict;
}

export interface DecideParams {
  /** Of the contradiction. */
  id: string;
  /** `open` takes a verdict back. */
  state: VerdictState;
  /** Of a dismissal. */
  reason?: DismissalReason;
  /** Of a resolution: the index of the position that holds. */
  position?: number;
  /** The evidence, or why. */
  note?: string;
}

/** A note with its answers, or a highlight, which has no comments. */
export interface NoteItem {
  id: string;
  uri: string;
  /** Absent where the place cannot be found any more. */
  range?: Range;
  /** Whether the words are the same and no other place could be meant. */
  isSure: boolean;
  /** The words that it was put on. */
  quote: string;
  tags: string[];
  isResolved: boolean;
  comments: CommentItem[];
}

export interface CommentItem {
  id: string;
  /** Plain text. */
  text: string;
  author?: string;
  /** UTC, ISO 8601. */
  time: string;
}

export type AnnotateParams =
  | {
      action: 'note';
      uri: string;
      range: Range;
      /** Without text it is a highlight. */
      text?: string;
      tags?: string[];
    }
  | { action: 'reply'; id: string; text: string }
  | { action: 'edit'; id: string; text: string }
  | { action: 'tag'; id: string; tags: string[] }
  | { action: 'resolve'; id: string; isResolved: boolean }
  /** With all answers. */
  | { action: 'remove'; id: string };

export type CorrectParams =
  /** These entities are one. */
  | { action: 'same'; entities: string[] }
  /** These mentions are of another entity, with all in the same words in the same source. */
  | { action: 'distinct'; entity: string; mentions: { uri: string; range: Range }[] }
  | { action: 'type'; entity: string; type: EntityType }
  | { action: 'name'; entity: string; name: string }
  /** What it is called by is no name. */
  | { action: 'no-name'; entity: string }
  /** These words name something, whatever they were taken for. */
  | { action: 'entity'; uri: string; range: Range; type: EntityType }
  /** What a statement says, named by where its focus is. */
  | { action: 'value'; contradiction: string; uri: string; focus: Range; value: string }
  /** The statement is about something else than those of the other positions. */
  | { action: 'unrelated'; contradiction: string; uri: string; focus: Range };

export type { ExchangeFormat };

export interface ExportParams {
  format: ExchangeFormat;
  /** The file that is written, or for brat the folder. */
  uri: string;
  /** Whose annotations are written as JSON-LD, where there are several workspace folders. */
  folder?: string;
}

export interface ImportParams {
  /** Files, or folders with files of brat. */
  uris: string[];
  /** What takes them, where there are several workspace folders. */
  folder?: string;
}

export interface ImportResult {
  imported: number;
  /** Verdicts that were taken back. */
  removed: number;
  /** Of those imported. */
  unplaced: number;
  /** What could not be made out or placed. Plain text. */
  problems: string[];
}

export interface CorrectionItem {
  id: string;
  /** Plain text: "“Fomin” and “Alexander Fomin” are the same". */
  text: string;
  author?: string;
  /** UTC, ISO 8601. */
  time: string;
}

export interface StatementItem {
  uri: string;
  /** The whole statement. */
  range: Range;
  /** The words that carry the disputed value. */
  focus: Range;
  text: string;
  focusText: string;
  speaker?: string;
}

export interface EntityItem {
  id: string;
  name: string;
  type: EntityType;
  aliases: string[];
  roles: string[];
  mentions: number;
  sources: number;
}

export interface MentionsParams {
  id: string;
}

export type ReportParams = { format: 'html' | 'markdown' } | { contradiction: string } | { entity: string };

export interface MentionItem extends Location {
  kind: MentionKind;
  /** Why the mention is in the entity. */
  evidence: string;
  /** The line around the mention, cut to a readable length; plain text. */
  context: string;
  /** UTF-16 code units of `context` that are the mention. */
  highlight: [start: number, end: number];
}

export interface EntityPage {
  entity: EntityItem;
  /** The sources that mention it, in path order. */
  sources: EntitySource[];
  /** Who and what is named in the same sentences, those of most sources first. */
  companions: Companion[];
  /** Ids of the contradictions that are about it. */
  contradictions: string[];
  watched?: WatchedItem;
}

/** What the reader's watch list says of an entity. Plain text. */
export interface WatchedItem {
  note?: string;
  externalId?: string;
  /** Where the external id leads, when it is one that is known to lead somewhere. */
  link?: string;
}

export interface EntitySource {
  uri: string;
  roles: RoleItem[];
  /** In text order. */
  mentions: MentionItem[];
}

/** A title or role as a source gives it. */
export interface RoleItem {
  text: string;
  /** Where it says so, when that is in a sentence that mentions the entity. */
  range?: Range;
}

export interface Companion {
  id: string;
  name: string;
  type: EntityType;
  sentences: number;
  sources: number;
}

/** A time that a source gives to something. */
export interface TimelineItem {
  /** ISO 8601, as exactly as it is told: "2025", "2025-05" or "2025-05-15"; absent where it cannot be told. */
  when?: string;
  /** Minutes after midnight. */
  clock?: number;
  approximate: boolean;
  /** Told as something to come. */
  planned: boolean;
  /** The same for items that are likely to tell of the same thing. */
  event: string;
  /** The focus is the words that give the time. */
  statement: StatementItem;
  /** Id of the contradiction that disputes the time. */
  contradiction?: string;
}

export type FileParams =
  | { does: 'stat' | 'read' | 'list' | 'delete' | 'createFolder'; uri: string }
  /** Contents are Base64. With `isNew`, a file that exists is left as it is. */
  | { does: 'write'; uri: string; content: string; isNew: boolean }
  /** Takes the place of what is there. */
  | { does: 'rename'; uri: string; to: string };

export type FileKind = 'file' | 'directory' | 'other';

export interface FileResult {
  /** Of `stat`: links are followed; the size is in bytes. */
  stat?: { type: FileKind; size: number };
  /** Of `read`: Base64. */
  content?: string;
  /** Of `list`. A link to a folder is `other`: nothing tells where it leads. */
  entries?: { name: string; type: FileKind }[];
  /** Of `write`: whether it was. */
  isWritten?: boolean;
}

export interface FileFailure {
  /** As Node names it: ENOENT, EACCES … */
  code: string;
}

export interface PositionParams {
  textDocument: { uri: string };
  position: Position;
}

export interface Changed {
  sources: number;
  entities: number;
  contradictions: number;
  /** Present while a scan is under way. */
  scan?: { done: number; total: number };
}
