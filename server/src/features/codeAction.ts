import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import { isSettled, type Position, type Statement, type VerdictState } from '../analysis/model.ts';
import type { PlacedStatement, Reading } from '../workspace/reading.ts';
import { documentOf, toLocation } from './convert.ts';
import { question, sourceName, value } from './wording.ts';

/** A command of the client: opens a place. Its arguments are a URI and a range. */
export const OPEN_LOCATION = 'crossread.openLocation';
/** A command of the client: asks for what a verdict needs and keeps it. Its arguments are a contradiction's id and the state. */
export const DECIDE = 'crossread.decide';

/** "Go to the conflicting statement in …" for every other position on what is disputed in the range. */
export function codeAction(reading: Reading, path: string, range: Range, diagnostics: Diagnostic[]): CodeAction[] {
  const document = documentOf(reading, path);
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return reading
    .statementsIn(path)
    .filter(({ statement: { focus } }) => focus.start <= end && start <= focus.end)
    .flatMap((placed) => [...actionsFor(reading, placed, diagnostics), ...decisionsFor(placed, diagnostics)]);
}

/** "Confirm", "Dismiss…" and "Resolve…"; for what was settled, the way back. */
function decisionsFor({ contradiction }: PlacedStatement, diagnostics: Diagnostic[]): CodeAction[] {
  const own = diagnostics.filter(({ data }) => isAbout(data, contradiction.id));
  const states = isSettled(contradiction) ? (['open'] as const) : (['confirmed', 'dismissed', 'resolved'] as const);
  return states
    .filter((state) => state !== contradiction.verdict?.state || contradiction.verdict.isOutdated)
    .map((state) => {
      const title = `${DECISIONS[state]}: ${question(contradiction)}`;
      const command = { title, command: DECIDE, arguments: [contradiction.id, state] };
      return { title, kind: CodeActionKind.QuickFix, diagnostics: own, command };
    });
}

const DECISIONS: Record<VerdictState, string> = {
  open: 'Reopen',
  confirmed: 'Confirm',
  dismissed: 'Dismiss…',
  resolved: 'Resolve…',
};

function actionsFor(reading: Reading, placed: PlacedStatement, diagnostics: Diagnostic[]): CodeAction[] {
  const { contradiction, position, statement } = placed;
  const own = diagnostics.filter(({ data }) => isAbout(data, contradiction.id));
  return contradiction.positions
    .filter((other) => other !== position)
    .flatMap((other) => {
      const target = conflicting(other, statement.path);
      return target ? [toAction(reading, other, target, own)] : [];
    });
}

/** The statement of a position to go to: rather one in another source. */
function conflicting(position: Position, path: string): Statement | undefined {
  return position.statements.find((statement) => statement.path !== path) ?? position.statements[0];
}

function toAction(reading: Reading, position: Position, target: Statement, diagnostics: Diagnostic[]): CodeAction {
  const title = `Go to the conflicting statement in ${sourceName(reading, target.path)}: ${value(position)}`;
  const { uri, range } = toLocation(reading, target.path, target.focus);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command: OPEN_LOCATION, arguments: [uri, range] },
  };
}

function isAbout(data: unknown, id: string): boolean {
  return typeof data === 'object' && data !== null && 'id' in data && data.id === id;
}

/** Whether a client that asks for some kinds of actions wants these. */
export function wantsCodeActions(only: string[] | undefined): boolean {
  return !only || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}
