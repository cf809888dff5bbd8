import { t } from '@vscode/l10n';
import { commands, type Disposable, window } from 'vscode';
import {
  type ContradictionItem,
  type DecideParams,
  DecideRequest,
  type DismissalReason,
  type VerdictState,
} from '../../../server/src/protocol.ts';
import type { Choice, From } from '../commands/choice.ts';
import { reasons } from '../model/verdict.ts';
import { plain } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';

/** The user's verdicts on contradictions: from a row, from a code action, or for what is at the cursor. */
export function registerVerdicts(server: ServerProcess, choice: Choice): Disposable[] {
  const decide = (state: VerdictState) => async (from?: From) => {
    const contradiction = await choice.contradiction(from, titles()[state]);
    if (!contradiction) return;
    const asked = await ask(contradiction, state, positionOf(contradiction, from));
    if (asked) await server.tell(DecideRequest, { id: contradiction.id, state, ...asked } satisfies DecideParams);
  };

  return [
    commands.registerCommand('crossread.confirm', decide('confirmed')),
    commands.registerCommand('crossread.dismiss', decide('dismissed')),
    commands.registerCommand('crossread.resolve', decide('resolved')),
    commands.registerCommand('crossread.reopen', decide('open')),
    commands.registerCommand('crossread.decide', (id: unknown, state: unknown) => {
      if (typeof id !== 'string' || !isState(state)) throw new Error('crossread.decide takes an id and a state.');
      return decide(state)(id);
    }),
  ];
}

const titles = (): Record<VerdictState, string> => ({
  open: t('Reopen'),
  confirmed: t('Confirm'),
  dismissed: t('Dismiss'),
  resolved: t('Resolve'),
});

type Asked = Pick<DecideParams, 'reason' | 'position' | 'note'>;

/** What else a verdict needs. @returns undefined when the user thinks better of it */
async function ask(
  { question, positions }: ContradictionItem,
  state: VerdictState,
  known?: number,
): Promise<Asked | undefined> {
  if (state === 'dismissed') {
    const items = Object.entries(reasons()).map(([reason, label]) => ({ label, reason: reason as DismissalReason }));
    const chosen = await window.showQuickPick(items, {
      title: t('Why is this no contradiction?'),
      placeHolder: question,
    });
    if (!chosen) return undefined;
    const { reason } = chosen;
    return reason === 'other' ? withNote({ reason }, t('Why is this no contradiction?')) : { reason };
  }
  if (state !== 'resolved') return {};
  if (known !== undefined) return withNote({ position: known }, t('What is the evidence?'));
  const items = positions.map(({ value, statements }, position) => {
    const said = statements[0]?.text ?? '';
    return { label: plain(value), detail: plain(said.replace(/\s+/g, ' ')), position };
  });
  const chosen = await window.showQuickPick(items, { title: t('Which position holds?'), placeHolder: question });
  return chosen && withNote({ position: chosen.position }, t('What is the evidence?'));
}

async function withNote(asked: Asked, title: string): Promise<Asked | undefined> {
  const note = await window.showInputBox({ title, prompt: t('May be left empty') });
  return note === undefined ? undefined : { ...asked, ...(note ? { note } : {}) };
}

/** The position that a row of the tree is. */
function positionOf({ positions }: ContradictionItem, from: From): number | undefined {
  if (typeof from !== 'object' || from.kind !== 'position') return undefined;
  const index = positions.findIndex(({ value }) => value === from.label);
  return index < 0 ? undefined : index;
}

function isState(value: unknown): value is VerdictState {
  return ['open', 'confirmed', 'dismissed', 'resolved'].includes(String(value));
}
