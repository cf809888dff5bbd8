// Loaded into every thread of a server under test (`node --expose-gc --require`): on SIGUSR2 all of them collect their garbage,
// and what they then hold is written, in bytes, to the file that FUZZ_MEMORY names.
const { writeFileSync } = require('node:fs');
const { BroadcastChannel, isMainThread, threadId } = require('node:worker_threads');

const channel = new BroadcastChannel('crossread-fuzz-memory');
channel.unref();

function held() {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

if (isMainThread) {
  /** The other threads that there are. @type {Set<number>} */
  const threads = new Set();
  /** Those that are still to answer, however long they work. @type {Set<number>} */
  let awaited = new Set();
  let sum = 0;
  const answered = (/** @type {number} */ thread, more = 0) => {
    if (!awaited.delete(thread)) return;
    sum += more;
    if (awaited.size === 0) writeFileSync(process.env.FUZZ_MEMORY ?? '', String(sum));
  };
  channel.onmessage = (/** @type {any} */ { data }) => answered(data.thread, data.held);
  process.on('worker', (worker) => {
    const { threadId: thread } = worker;
    // By then it has loaded this file.
    worker.once('online', () => threads.add(thread));
    worker.once('exit', () => {
      threads.delete(thread);
      answered(thread);
    });
  });
  process.on('SIGUSR2', () => {
    sum = 0;
    awaited = new Set([threadId, ...threads]);
    channel.postMessage('collect');
    answered(threadId, held());
  });
} else {
  // What one thread answers comes to the others, too.
  channel.onmessage = (/** @type {any} */ { data }) => {
    if (data === 'collect') channel.postMessage({ thread: threadId, held: held() });
  };
}
