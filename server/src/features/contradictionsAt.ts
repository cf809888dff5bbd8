import type { ContradictionItem } from '../protocol.ts';
import type { Reading } from '../workspace/reading.ts';
import { toContradictionItem } from './overview.ts';

/** The disputed questions at an offset, the closest first. */
export function contradictionsAt(reading: Reading, path: string, offset: number): ContradictionItem[] {
  const here = new Set(reading.statementsAt(path, offset).map(({ contradiction }) => contradiction));
  return [...here].map((contradiction) => toContradictionItem(reading, contradiction));
}
