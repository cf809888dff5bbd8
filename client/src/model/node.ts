import type { Range } from 'vscode-languageserver-protocol';

/** A stretch of a source, as the server gives it. */
export interface Place {
  uri: string;
  range: Range;
}

/** What a node of a tree stands for; the `viewItem` of its menus. */
export type NodeKind =
  | 'group'
  | 'contradiction'
  | 'settled'
  | 'position'
  | 'statement'
  | 'entity'
  | 'mentions'
  | 'mention'
  | 'source';

/** One row of a tree as plain data. Text in it may come from a source and is shown as it stands, never as Markdown. */
export interface TreeNode {
  /** The same for the same thing after every update, so that expansion and selection survive it; unique in its tree. */
  id: string;
  kind: NodeKind;
  /** Id of the contradiction or entity, or URI of the source, that the row belongs to. */
  of?: string;
  label: string;
  /** UTF-16 code units of the label to be emphasized, end exclusive. */
  highlight?: [start: number, end: number];
  description?: string;
  tooltip?: string;
  /** What a screen reader says in place of label and description. */
  spoken?: string;
  icon?: { id: string; color?: string };
  /** Where a click leads. */
  place?: Place;
  expanded?: boolean;
  /** Absent for a leaf; a function where they are fetched when the row is opened. */
  children?: TreeNode[] | (() => Promise<TreeNode[]>);
}
