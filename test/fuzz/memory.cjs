// Loaded into every thread of a server under test (`node --expose-gc --require`): on SIGUSR2 all of them collect their garbage,
// and what they then hold is written, in bytes, to the file that FUZZ_MEMORY names.
const { writeFileSync } = require('node:fs');
const { BroadcastChannel, isMainThread } = require('node:worker_threads');

/** Threads answer within a moment, and some may have ended. */
const LAST_ANSWER_MS = 500;

const channel = new BroadcastChannel('crossread-fuzz-memory');
channel.unref();

function held() {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

if (isMainThread) {
  let sum = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => writeFileSync(process.env.FUZZ_MEMORY ?? '', String(sum)), LAST_ANSWER_MS);
  };
  channel.onmessage = (/** @type {any} */ { data }) => {
    sum += data.held;
    wait();
  };
  process.on('SIGUSR2', () => {
    sum = held();
    channel.postMessage('collect');
    wait();
  });
} else {
  // What one thread answers comes to the others, too.
  channel.onmessage = (/** @type {any} */ { data }) => {
    if (data === 'collect') channel.postMessage({ held: held() });
  };
}
