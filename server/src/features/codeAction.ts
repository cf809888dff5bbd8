import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import { type Contradiction, isSettled, type Position, type Statement, type VerdictState } from '../analysis/model.ts';
import type { PlacedStatement, Reading } from '../workspace/reading.ts';
import { documentOf, toLocation } from './convert.ts';
import { question, sourceName, value } from './wording.ts';

/** A command of the client: opens a place. Its arguments are a URI and a range. */
export const OPEN_LOCATION = 'crossread.openLocation';
/** Commands of the client on one contradiction. Their argument is its id. */
const onContradiction = () => [
  { title: t('Open the conflicting statements side by side'), command: 'crossread.openSideBySide' },
  { title: t('Show all statements'), command: 'crossread.peekStatements' },
  { title: t('Copy the contradiction as Markdown'), command: 'crossread.copyContradiction' },
];
/** A command of the client: asks for what a verdict needs and keeps it. Its arguments are a contradiction's id and the state. */
export const DECIDE = 'crossread.decide';

/**
 * For what is disputed in the range: "Go to the conflicting statement in …" for every other position, then what else can
 * be done with the question.
 */
export function codeAction(reading: Reading, path: string, range: Range, diagnostics: Diagnostic[]): CodeAction[] {
  const document = documentOf(reading, path);
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const here = reading
    .statementsIn(path)
    .filter(({ statement: { focus } }) => focus.start <= end && start <= focus.end);
  const questions = [...new Set(here.map(({ contradiction }) => contradiction))];
  return [
    ...here.flatMap((placed) => waysFrom(reading, placed, diagnostics)),
    ...questions.flatMap((contradiction) => {
      const about = questions.length > 1 ? `: ${question(contradiction)}` : '';
      const own = diagnostics.filter(({ data }) => isAbout(data, contradiction.id));
      return [
        ...onContradiction().map(({ title, command }) =>
          toAction(`${title}${about}`, command, [contradiction.id], own),
        ),
        ...decisionsFor(contradiction, own),
      ];
    }),
  ];
}

/** "Confirm", "Dismiss…" and "Resolve…"; for what was settled, the way back. */
function decisionsFor(contradiction: Contradiction, diagnostics: Diagnostic[]): CodeAction[] {
  const states = isSettled(contradiction) ? (['open'] as const) : (['confirmed', 'dismissed', 'resolved'] as const);
  return states
    .filter((state) => state !== contradiction.verdict?.state || contradiction.verdict.isOutdated)
    .map((state) => {
      const title = `${decision(state)}: ${question(contradiction)}`;
      return toAction(title, DECIDE, [contradiction.id, state], diagnostics);
    });
}

function decision(state: VerdictState): string {
  return { open: t('Reopen'), confirmed: t('Confirm'), dismissed: t('Dismiss…'), resolved: t('Resolve…') }[state];
}

function waysFrom(reading: Reading, placed: PlacedStatement, diagnostics: Diagnostic[]): CodeAction[] {
  const { contradiction, position, statement } = placed;
  const own = diagnostics.filter(({ data }) => isAbout(data, contradiction.id));
  return contradiction.positions
    .filter((other) => other !== position)
    .flatMap((other) => {
      const target = conflicting(other, statement.path);
      if (!target) return [];
      const source = sourceName(reading, target.path);
      const title = t('Go to the conflicting statement in {0}: {1}', source, value(other));
      const { uri, range } = toLocation(reading, target.path, target.focus);
      return [toAction(title, OPEN_LOCATION, [uri, range], own)];
    });
}

/** The statement of a position to go to: rather one in another source. */
function conflicting(position: Position, path: string): Statement | undefined {
  return position.statements.find((statement) => statement.path !== path) ?? position.statements[0];
}

function toAction(title: string, command: string, args: unknown[], diagnostics: Diagnostic[]): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command, arguments: args } };
}

function isAbout(data: unknown, id: string): boolean {
  return typeof data === 'object' && data !== null && 'id' in data && data.id === id;
}

/** Whether a client that asks for some kinds of actions wants these. */
export function wantsCodeActions(only: string[] | undefined): boolean {
  return !only || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}
