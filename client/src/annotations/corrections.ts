import { t } from '@vscode/l10n';
import { commands, type Disposable, type QuickPickItem, window } from 'vscode';
import type { Range } from 'vscode-languageserver-protocol';
import {
  AnnotateRequest,
  type CorrectionItem,
  CorrectionsRequest,
  type CorrectParams,
  CorrectRequest,
  type EntityItem,
  type MentionItem,
  MentionsRequest,
} from '../../../server/src/protocol.ts';
import type { Choice, From } from '../commands/choice.ts';
import { mentionGroups, types } from '../model/entityTree.ts';
import type { TreeNode } from '../model/node.ts';
import { counted } from '../model/words.ts';
import type { OverviewStore } from '../overview.ts';
import { fromRange, plain } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { askPatiently, say } from '../status.ts';

/** What the reader corrects: who is who, from a row of the Entities view or at the cursor, and what a statement says. */
export function registerCorrections(server: ServerProcess, store: OverviewStore, choice: Choice): Disposable[] {
  const correct = async (params: CorrectParams) => {
    const told = await server.tell<string>(CorrectRequest, params);
    if (told) void offerUndo(server, told.answer);
  };

  const ofEntity = (name: string, act: (entity: EntityItem) => Promise<CorrectParams | undefined>) =>
    commands.registerCommand(`crossread.${name}`, async (from?: From) => {
      const entity = await choice.entity(from);
      const params = entity && (await act(entity));
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
      const title = t('Which is the same as “{0}”?', entity.name);
      const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
      return chosen && { action: 'same', entities: [entity.id, chosen.other.id] };
    }),
    ofEntity('splitEntity', async (entity) => {
      const mentions = (await askPatiently<MentionItem[]>(server, MentionsRequest, { id: entity.id })) ?? [];
      const items = mentionGroups(mentions, store.overview.sources).map(({ label, description, first }) => ({
        label: plain(label),
        description: plain(description),
        first,
      }));
      if (items.length < 2) return void say(t('it is named in one way in one source only'));
      const title = t('Which of these are not “{0}” but another?', entity.name);
      const chosen = await window.showQuickPick(items, { title, canPickMany: true, matchOnDescription: true });
      if (!chosen || chosen.length === 0) return undefined;
      return {
        action: 'distinct',
        entity: entity.id,
        mentions: chosen.map(({ first: { uri, range } }) => ({ uri, range })),
      };
    }),
    ofEntity('setEntityType', async (entity) => {
      const type = await askForType(t('What is “{0}”?', entity.name));
      return type && { action: 'type', entity: entity.id, type };
    }),
    ofEntity('renameEntity', async (entity) => {
      const name = await window.showInputBox({ title: t('What is the name?'), value: entity.name });
      return name?.trim() ? { action: 'name', entity: entity.id, name } : undefined;
    }),
    ofEntity('notAName', async (entity) => ({ action: 'no-name', entity: entity.id })),
    ofStatement('correctValue', async (at) => {
      const value = await window.showInputBox({
        title: t('What does the statement say?'),
        prompt: t('The value, in a few words'),
      });
      return value?.trim() ? { action: 'value', ...at, value } : undefined;
    }),
    ofStatement('unrelatedStatement', async (at) => ({ action: 'unrelated', ...at })),
    commands.registerCommand('crossread.markName', async () => {
      const place = selectedWords();
      if (!place) return void say(t('select the words that name somebody or something'));
      const type = await askForType(t('What is “{0}”?', place.words));
      if (type) await correct({ action: 'entity', uri: place.uri, range: place.range, type });
    }),
    commands.registerCommand('crossread.undoCorrection', () => undo(server)),
  ];
}

async function askForType(title: string): Promise<EntityItem['type'] | undefined> {
  const items = Object.entries(types()).map(([type, { label, icon }]) => ({
    label: `$(${icon}) ${label}`,
    type: type as EntityItem['type'],
  }));
  return (await window.showQuickPick(items, { title }))?.type;
}

function selectedWords(): { uri: string; range: Range; words: string } | undefined {
  const editor = window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return undefined;
  const { document, selection } = editor;
  return { uri: document.uri.toString(), range: fromRange(selection), words: document.getText(selection) };
}

/** Does not wait for the answer: a notification may be left standing. */
async function offerUndo(server: ServerProcess, id: string): Promise<void> {
  const chosen = await window.showInformationMessage(t('Corrected in all sources.'), t('Undo'));
  if (chosen) await server.tell(AnnotateRequest, { action: 'remove', id });
}

function rowOf({ name, aliases, sources, type }: EntityItem): QuickPickItem {
  const others = aliases.filter((alias) => alias !== name).join(', ');
  return {
    label: plain(name),
    description: plain([types()[type].label, counted.sources(sources), others].filter(Boolean).join(' · ')),
  };
}

async function undo(server: ServerProcess): Promise<void> {
  const items = ((await askPatiently<CorrectionItem[]>(server, CorrectionsRequest)) ?? []).map(
    ({ id, text, author, time }) => ({
      label: plain(text),
      description: plain([author, time.slice(0, 10)].filter(Boolean).join(', ')),
      id,
    }),
  );
  if (items.length === 0) return void say(t('nothing was corrected'));
  const chosen = await window.showQuickPick(items, { title: t('Which correction is to be taken back?') });
  if (chosen) await server.tell(AnnotateRequest, { action: 'remove', id: chosen.id });
}
