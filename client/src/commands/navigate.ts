import { commands, type Disposable, window } from 'vscode';
import { disputedPlaces, step } from '../model/order.ts';
import type { OverviewStore } from '../overview.ts';
import { openPlace, placeFrom, readerPlace } from '../places.ts';

/** Next and previous contradiction across the sources, and the way of links and rows to a place. */
export function registerNavigation(store: OverviewStore): Disposable[] {
  const go = (direction: 'next' | 'previous') => async () => {
    const { overview } = store;
    const place = step(disputedPlaces(overview), readerPlace(), direction, overview);
    if (place) await openPlace(place);
    else window.setStatusBarMessage('Crossread: no contradictions', 4000);
  };
  const open = async (uri: unknown, range: unknown) => {
    const place = placeFrom(uri, range);
    if (!place) throw new Error('crossread.openLocation takes the URI of a source and a range.');
    await openPlace(place);
  };
  return [
    commands.registerCommand('crossread.nextContradiction', go('next')),
    commands.registerCommand('crossread.previousContradiction', go('previous')),
    commands.registerCommand('crossread.openLocation', open),
  ];
}
