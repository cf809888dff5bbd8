import { pathToFileURL } from 'node:url';
import type { Statement } from '../../server/src/analysis/model.ts';
import { gitUser } from '../../server/src/annotations/author.ts';
import { verdictAnnotation, verdictOn } from '../../server/src/annotations/verdicts.ts';
import { nodeFileSystem as files } from '../../server/src/workspace/nodeFileSystem.ts';
import { canonicalUri } from '../../server/src/workspace/uri.ts';
import { textsIn } from './annotations.ts';
import { InputError, type VerdictTask } from './arguments.ts';
import type { FolderReading } from './folders.ts';
import { folderOf, openStore, targetsIn } from './store.ts';

/** Keeps a verdict in the annotation file of the folder, or begins one in the first folder that was named. */
export async function keepVerdict(
  { documents, analysis }: FolderReading,
  task: VerdictTask,
  warn: (message: string) => void,
): Promise<number> {
  const contradiction = analysis.contradictions.find(({ id }) => id === task.id);
  if (!contradiction) throw new InputError(`there is no contradiction ${task.id} in these sources`);
  const { state, reason, holds, note } = task;
  if (holds !== undefined && !contradiction.positions.some(({ value }) => value === holds)) {
    const values = contradiction.positions.map(({ value }) => `"${value}"`).join(', ');
    throw new InputError(`--holds is one of ${values}`);
  }
  const folder = await folderOf(task.names);
  const store = await openStore(folder, warn);
  const before = verdictOn(contradiction, store.annotations.values(), textsIn(folder, documents));
  if (state === 'open') {
    if (before) await store.remove(before.id);
    return 0;
  }
  const author = task.author ?? (await gitUser(files, canonicalUri(pathToFileURL(folder).href), files.home));
  const stamp = { id: `urn:uuid:${crypto.randomUUID()}`, now: new Date().toISOString(), ...(author ? { author } : {}) };
  const decision = {
    state,
    ...(state === 'dismissed' ? { reason: reason ?? 'other' } : {}),
    ...(holds === undefined ? {} : { holds }),
    ...(note ? { note } : {}),
  };
  const describe = targetsIn(folder, documents);
  const targetOf = ({ path, focus }: Statement) => describe(path, focus);
  await store.put(verdictAnnotation(contradiction, decision, stamp, targetOf, before));
  return 0;
}
