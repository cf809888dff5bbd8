import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FolderChange } from './analysis/folder.ts';
import { AnalysisCache } from './workspace/analysisCache.ts';
import type { Answer, LogLine, Task } from './workspace/engineThread.ts';
import { HELPER, Helpers, help } from './workspace/helpers.ts';
import { LocalEngine } from './workspace/localEngine.ts';

// A thread of the server: the engine, which does what it is asked for in order and answers, or a helper of it.
if (workerData === HELPER) help();
else serve();

function serve(): void {
  const log = (line: string) => parentPort?.postMessage({ log: line } satisfies LogLine);
  const engine = new LocalEngine(new Helpers(__filename), (storage) => new AnalysisCache(storage, versionOf(), log));
  parentPort?.on('message', (task: Task) => {
    if (task.does === 'keep') engine.keepIn(task.storage);
    else if (task.does === 'forget') engine.forget(task.path);
    else if (task.does === 'compare') answer(task.id, engine.compare(task.guidance));
    else
      answer(
        task.id,
        engine.analyse(task.path, task.text, task.isFile).then(() => undefined),
      );
  });
}

function answer(id: number, work: Promise<FolderChange | undefined>): void {
  work.then(
    (result) => parentPort?.postMessage({ id, ...(result ? { result } : {}) } satisfies Answer),
    (error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, error: reason } satisfies Answer);
    },
  );
}

/** Tells one version of the engine from another: by the bundle and the data beside it. */
function versionOf(): string {
  const data = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
  const hash = createHash('sha256').update(readFileSync(__filename));
  for (const name of data.sort()) hash.update(readFileSync(join(__dirname, name)));
  return hash.digest('hex').slice(0, 16);
}
