import { Range, type TextEditor, TextEditorRevealType, Uri, type ViewColumn, window, workspace } from 'vscode';
import type { Position as LspPosition, Range as LspRange } from 'vscode-languageserver-protocol';
import type { Place } from './model/node.ts';

/** Whether sources can have such an address: files, unsaved texts, and what lies in a virtual workspace. */
function canBeSource(scheme: string): boolean {
  const folders = workspace.workspaceFolders ?? [];
  return scheme === 'file' || scheme === 'untitled' || folders.some(({ uri }) => uri.scheme === scheme);
}

/**
 * Opens a source with a span selected and in view.
 *
 * @param viewColumn the active one when absent
 */
export async function openPlace(
  { uri, range }: Place,
  options: { preview?: boolean; preserveFocus?: boolean; viewColumn?: ViewColumn } = {},
): Promise<TextEditor> {
  const selection = asRange(range);
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const editor = await window.showTextDocument(document, { ...options, selection });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** The range of the protocol as one of VS Code. */
export function asRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A range of VS Code as one of the protocol; sent as it is, it would become a list. */
export function fromRange({ start, end }: Range): LspRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** Where the reader is: the start of the selection, in the server's terms. */
export function readerPlace(editor = window.activeTextEditor): { uri: string; position: LspPosition } | undefined {
  if (!editor || !canBeSource(editor.document.uri.scheme)) return undefined;
  const { line, character } = editor.selection.start;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

/** A quick pick would draw `$(name)` as an icon. */
export function plain(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** Reads the arguments of a link or a lens: the URI of a source and a range, and nothing else. */
export function placeFrom(uri: unknown, range: unknown): Place | undefined {
  if (typeof uri !== 'string' || !isRange(range)) return undefined;
  return canBeSource(uri.slice(0, uri.indexOf(':'))) ? { uri, range } : undefined;
}

function isRange(value: unknown): value is LspRange {
  const range = value as Partial<LspRange> | null | undefined;
  return isPosition(range?.start) && isPosition(range?.end);
}

function isPosition(value: unknown): value is LspPosition {
  const position = value as Partial<LspPosition> | null | undefined;
  return isIndex(position?.line) && isIndex(position?.character);
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
