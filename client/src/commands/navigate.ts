import { t } from '@vscode/l10n';
import { commands, type Disposable } from 'vscode';
import { EntityAtRequest, type EntityItem, type MentionItem, MentionsRequest } from '../../../server/src/protocol.ts';
import { type Direction, disputedPlaces, inSourceOrder, step } from '../model/order.ts';
import type { OverviewStore } from '../overview.ts';
import { openPlace, placeFrom, readerPlace } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';
import { askPatiently, say } from '../status.ts';

/** Next and previous contradiction and mention across the sources, and the way of links and rows to a place. */
export function registerNavigation(server: ServerProcess, store: OverviewStore): Disposable[] {
  const goToMention = mentionSteps(server, store);
  const go = (direction: Direction) => async () => {
    const { overview } = store;
    const place = step(disputedPlaces(overview), readerPlace(), direction, overview);
    if (place) await openPlace(place);
    else say(t('no contradictions'));
  };
  const open = async (uri: unknown, range: unknown) => {
    const place = placeFrom(uri, range);
    if (!place) throw new Error('crossread.openLocation takes the URI of a source and a range.');
    await openPlace(place);
  };
  return [
    commands.registerCommand('crossread.nextContradiction', go('next')),
    commands.registerCommand('crossread.previousContradiction', go('previous')),
    commands.registerCommand('crossread.nextMention', () => goToMention('next')),
    commands.registerCommand('crossread.previousMention', () => goToMention('previous')),
    commands.registerCommand('crossread.openLocation', open),
  ];
}

/** Steps from mention to mention of the entity at the cursor. */
function mentionSteps(server: ServerProcess, store: OverviewStore) {
  // Where the last step led: names lie within names, and a walk along one must not end up on another.
  let last: { id: string; at: string } | undefined;
  return async (direction: Direction): Promise<void> => {
    const here = readerPlace();
    if (!here) return;
    const known = last?.at === JSON.stringify(here) ? last.id : undefined;
    const params = { textDocument: { uri: here.uri }, position: here.position };
    const id = known ?? (await askPatiently<EntityItem | null>(server, EntityAtRequest, params))?.id;
    if (!id) return say(t('no entity at the cursor'));
    const mentions = (await askPatiently<MentionItem[]>(server, MentionsRequest, { id })) ?? [];
    const place = step(inSourceOrder(mentions, store.overview), here, direction, store.overview);
    if (!place) return;
    await openPlace(place);
    last = { id, at: JSON.stringify(readerPlace()) };
  };
}
