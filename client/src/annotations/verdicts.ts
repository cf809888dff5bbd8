import { commands, type Disposable, window } from 'vscode';
import {
  type ContradictionItem,
  ContradictionsAtRequest,
  type DecideParams,
  DecideRequest,
  type DismissalReason,
  type VerdictState,
} from '../../../server/src/protocol.ts';
import type { TreeNode } from '../model/node.ts';
import { reasons } from '../model/verdict.ts';
import type { OverviewStore } from '../overview.ts';
import { plain, readerPlace } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';

/** The user's verdicts on contradictions: from a row, from a code action, or for what is at the cursor. */
export function registerVerdicts(server: ServerProcess, store: OverviewStore): Disposable[] {
  const find = async (from: unknown): Promise<ContradictionItem | undefined> => {
    const id = typeof from === 'string' ? from : (from as TreeNode | undefined)?.of;
    if (id !== undefined) return store.overview.contradictions.find((each) => each.id === id);
    const place = readerPlace();
    if (!place) return undefined;
    const params = { textDocument: { uri: place.uri }, position: place.position };
    return (await server.request<ContradictionItem[]>(ContradictionsAtRequest, params))?.[0];
  };

  const decide = (state: VerdictState) => async (from?: unknown) => {
    const contradiction = await find(from);
    if (!contradiction) return void window.setStatusBarMessage('Crossread: no contradiction here', 4000);
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

type Asked = Pick<DecideParams, 'reason' | 'position' | 'note'>;

/** What else a verdict needs. @returns undefined when the user thinks better of it */
async function ask(
  { question, positions }: ContradictionItem,
  state: VerdictState,
  known?: number,
): Promise<Asked | undefined> {
  if (state === 'dismissed') {
    const items = (Object.keys(reasons) as DismissalReason[]).map((reason) => ({ label: reasons[reason], reason }));
    const chosen = await window.showQuickPick(items, { title: 'Why is this no contradiction?', placeHolder: question });
    if (!chosen) return undefined;
    const { reason } = chosen;
    return reason === 'other' ? withNote({ reason }, 'Why is this no contradiction?') : { reason };
  }
  if (state !== 'resolved') return {};
  if (known !== undefined) return withNote({ position: known }, 'What is the evidence?');
  const items = positions.map(({ value, statements }, position) => {
    const said = statements[0]?.text ?? '';
    return { label: plain(value), detail: plain(said.replace(/\s+/g, ' ')), position };
  });
  const chosen = await window.showQuickPick(items, { title: 'Which position holds?', placeHolder: question });
  return chosen && withNote({ position: chosen.position }, 'What is the evidence?');
}

async function withNote(asked: Asked, title: string): Promise<Asked | undefined> {
  const note = await window.showInputBox({ title, prompt: 'May be left empty' });
  return note === undefined ? undefined : { ...asked, ...(note ? { note } : {}) };
}

/** The position that a row of the tree is. */
function positionOf({ positions }: ContradictionItem, from: unknown): number | undefined {
  const node = typeof from === 'object' ? (from as TreeNode) : undefined;
  if (node?.kind !== 'position') return undefined;
  const index = positions.findIndex(({ value }) => value === node.label);
  return index < 0 ? undefined : index;
}

function isState(value: unknown): value is VerdictState {
  return ['open', 'confirmed', 'dismissed', 'resolved'].includes(String(value));
}
