import { parentPort } from 'node:worker_threads';
import type { FolderAnalysis } from './analysis/model.ts';
import type { Answer, Task } from './workspace/engineThread.ts';
import { LocalEngine } from './workspace/localEngine.ts';

// The thread of the engine: does what the server asks for, in order, and answers.
const port = parentPort;
if (!port) throw new Error('This runs as a thread of the server.');
const engine = new LocalEngine();

port.on('message', (task: Task) => {
  if (task.does === 'forget') engine.forget(task.path);
  else if (task.does === 'analyse')
    answer(
      task.id,
      engine.analyse(task.path, task.text).then(() => undefined),
    );
  else answer(task.id, engine.compare().then(forReaders));
});

function answer(id: number, work: Promise<FolderAnalysis | undefined>): void {
  work.then(
    (result) => port?.postMessage({ id, ...(result ? { result } : {}) } satisfies Answer),
    (error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port?.postMessage({ id, error: reason } satisfies Answer);
    },
  );
}

/** What readers ask for: of each source not its text and its claims, only what it is. */
function forReaders({ sources, entities, contradictions }: FolderAnalysis): FolderAnalysis {
  const known = sources.map(({ path, length, info, read }) => ({ path, length, info, read: { blocks: read.blocks } }));
  return { sources: known, entities, contradictions };
}
