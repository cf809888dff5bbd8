import type { EntityItem } from '../protocol.ts';
import type { Reading } from '../workspace/reading.ts';
import { toEntityItem } from './overview.ts';

/** The entity that is named at an offset. */
export function entityAt(reading: Reading, path: string, offset: number): EntityItem | null {
  const named = reading.mentionAt(path, offset);
  return named ? toEntityItem(named.entity) : null;
}
