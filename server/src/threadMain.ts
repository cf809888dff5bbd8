import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Task } from './workspace/engineThread.ts';
import { HELPER, help } from './workspace/helpers.ts';
import { LocalEngine } from './workspace/localEngine.ts';

// A thread of the server: the engine, which does what it is asked for in order and answers, or a helper of it.
if (workerData === HELPER) help();
else serve();

function serve(): void {
  const engine = new LocalEngine();
  parentPort?.on('message', (task: Task) => {
    if (task.does === 'forget') engine.forget(task.path);
    else if (task.does === 'compare') answer(task.id, engine.compare(task.guidance));
    else if (task.does === 'take') answer(task.id, engine.take(task.path, task.packed));
    else answer(task.id, engine.analyse(task.path, task.text, task.isKept));
  });
}

function answer(id: number, work: Promise<unknown>): void {
  work.then(
    (result) => parentPort?.postMessage({ id, ...(result ? { result } : {}) } as Answer),
    (error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, error: reason } satisfies Answer);
    },
  );
}
