import { t } from '@vscode/l10n';
import { window } from 'vscode';
import {
  type ContradictionItem,
  ContradictionsAtRequest,
  EntityAtRequest,
  type EntityItem,
} from '../../../server/src/protocol.ts';
import type { TreeNode } from '../model/node.ts';
import type { OverviewStore } from '../overview.ts';
import { plain, readerPlace } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { askPatiently, say } from '../status.ts';

/** What a command is run on: a row of a tree, an id that the server gave, or what is at the cursor. */
export type From = TreeNode | string | undefined;

/** Finds what a command is about. */
export class Choice {
  constructor(
    private readonly server: ServerProcess,
    private readonly store: OverviewStore,
  ) {}

  /** The contradiction of the row or the id, else the closest at the cursor, else the one that the user picks. */
  async contradiction(from: From, title: string): Promise<ContradictionItem | undefined> {
    const id = idOf(from);
    if (id) return this.store.overview.contradictions.find((each) => each.id === id);
    const here = await this.#at<ContradictionItem[]>(ContradictionsAtRequest);
    return here?.[0] ?? this.#pick(title);
  }

  /** The entity of the row or the id, else the one named at the cursor. */
  async entity(from: From): Promise<EntityItem | undefined> {
    const id = idOf(from);
    if (id) return this.store.overview.entities.find((each) => each.id === id);
    const here = await this.#at<EntityItem | null>(EntityAtRequest);
    if (!here) say(t('no entity at the cursor'));
    return here ?? undefined;
  }

  async #at<R>(request: string): Promise<R | undefined> {
    const place = readerPlace();
    if (!place) return undefined;
    return askPatiently<R>(this.server, request, { textDocument: { uri: place.uri }, position: place.position });
  }

  async #pick(title: string): Promise<ContradictionItem | undefined> {
    const items = this.store.overview.contradictions.map((contradiction) => ({
      label: plain(contradiction.question),
      description: plain(contradiction.positions.map(({ value }) => value).join(' / ')),
      contradiction,
    }));
    if (items.length === 0) return void say(t('no contradictions'));
    return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.contradiction;
  }
}

function idOf(from: From): string | undefined {
  return typeof from === 'string' ? from : from?.of;
}
