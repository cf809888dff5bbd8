import { commands, type Disposable, type QuickPickItem, window } from 'vscode';
import type { Range } from 'vscode-languageserver-protocol';
import {
  AnnotateRequest,
  type CorrectionItem,
  CorrectionsRequest,
  type CorrectParams,
  CorrectRequest,
  EntityAtRequest,
  type EntityItem,
  type MentionItem,
  MentionsRequest,
} from '../../../server/src/protocol.ts';
import { mentionGroups, types } from '../model/entityTree.ts';
import type { TreeNode } from '../model/node.ts';
import type { OverviewStore } from '../overview.ts';
import { plain, readerPlace } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';

/** What the reader corrects: who is who, from a row of the Entities view or at the cursor, and what a statement says. */
export function registerCorrections(server: ServerProcess, store: OverviewStore): Disposable[] {
  const correct = (params: CorrectParams) => server.tell(CorrectRequest, params);

  const entityFrom = async (node?: TreeNode): Promise<EntityItem | undefined> => {
    if (node?.of !== undefined) return store.overview.entities.find(({ id }) => id === node.of);
    const place = readerPlace();
    const params = place && { textDocument: { uri: place.uri }, position: place.position };
    return (params && (await server.request<EntityItem | null>(EntityAtRequest, params))) ?? undefined;
  };

  const ofEntity = (name: string, act: (entity: EntityItem) => Promise<CorrectParams | undefined>) =>
    commands.registerCommand(`crossread.${name}`, async (node?: TreeNode) => {
      const entity = await entityFrom(node);
      if (!entity) return void window.setStatusBarMessage('Crossread: no entity here', 4000);
      const params = await act(entity);
      if (params) await correct(params);
    });

  type Statement = { contradiction: string; uri: string; focus: Range };
  const ofStatement = (name: string, act: (at: Statement) => Promise<CorrectParams | undefined>) =>
    commands.registerCommand(`crossread.${name}`, async (node?: TreeNode) => {
      if (!node?.place || node.of === undefined) return;
      const params = await act({ contradiction: node.of, uri: node.place.uri, focus: node.place.range });
      if (params) await correct(params);
    });

  return [
    ofEntity('mergeEntity', async (entity) => {
      const others = store.overview.entities.filter(({ id }) => id !== entity.id);
      const items = others.map((other) => ({ ...rowOf(other), other }));
      const title = `Which is the same as “${entity.name}”?`;
      const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
      return chosen && { action: 'same', entities: [entity.id, chosen.other.id] };
    }),
    ofEntity('splitEntity', async (entity) => {
      const mentions = (await server.request<MentionItem[]>(MentionsRequest, { id: entity.id })) ?? [];
      const items = mentionGroups(mentions, store.overview.sources).map(({ label, description, first }) => ({
        label: plain(label),
        description: plain(description),
        first,
      }));
      if (items.length < 2) return void window.showInformationMessage('It is named in one way in one source only.');
      const title = `Which of these are not “${entity.name}” but another?`;
      const chosen = await window.showQuickPick(items, { title, canPickMany: true, matchOnDescription: true });
      if (!chosen || chosen.length === 0) return undefined;
      return {
        action: 'distinct',
        entity: entity.id,
        mentions: chosen.map(({ first: { uri, range } }) => ({ uri, range })),
      };
    }),
    ofEntity('setEntityType', async (entity) => {
      const items = Object.entries(types).map(([type, { label, icon }]) => ({
        label: `$(${icon}) ${label}`,
        type: type as EntityItem['type'],
      }));
      const chosen = await window.showQuickPick(items, { title: `What is “${entity.name}”?` });
      return chosen && { action: 'type', entity: entity.id, type: chosen.type };
    }),
    ofEntity('renameEntity', async (entity) => {
      const name = await window.showInputBox({ title: 'What is the name?', value: entity.name });
      return name?.trim() ? { action: 'name', entity: entity.id, name } : undefined;
    }),
    ofEntity('notAName', async (entity) => ({ action: 'no-name', entity: entity.id })),
    ofStatement('correctValue', async (at) => {
      const value = await window.showInputBox({
        title: 'What does the statement say?',
        prompt: 'The value, in a few words',
      });
      return value?.trim() ? { action: 'value', ...at, value } : undefined;
    }),
    ofStatement('unrelatedStatement', async (at) => ({ action: 'unrelated', ...at })),
    commands.registerCommand('crossread.undoCorrection', () => undo(server)),
  ];
}

function rowOf({ name, aliases, sources, type }: EntityItem): QuickPickItem {
  const others = aliases.filter((alias) => alias !== name).join(', ');
  const count = `${sources} ${sources === 1 ? 'source' : 'sources'}`;
  return { label: plain(name), description: plain([types[type].label, count, others].filter(Boolean).join(' · ')) };
}

async function undo(server: ServerProcess): Promise<void> {
  const items = ((await server.request<CorrectionItem[]>(CorrectionsRequest)) ?? []).map(
    ({ id, text, author, time }) => ({
      label: plain(text),
      description: plain([author, time.slice(0, 10)].filter(Boolean).join(', ')),
      id,
    }),
  );
  if (items.length === 0) return void window.setStatusBarMessage('Crossread: nothing was corrected', 4000);
  const chosen = await window.showQuickPick(items, { title: 'Which correction is to be taken back?' });
  if (chosen) await server.tell(AnnotateRequest, { action: 'remove', id: chosen.id });
}
