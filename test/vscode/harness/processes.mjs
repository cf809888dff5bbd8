// Child processes that end with us, whatever happens: each runs in its own process group, which is killed as a whole.
import { spawn, spawnSync } from 'node:child_process';

const windows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

process.on('exit', () => {
  for (const child of running) killGroup(child, 'SIGKILL');
});
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(signal, () => process.exit(code));
}

/**
 * Starts a program in a process group of its own.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options) {
  const child = spawn(command, args, { ...options, detached: !windows });
  running.add(child);
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(command, args, options) {
  const child = start(command, args, options);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/**
 * Ends a program and everything that it started.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  const ended = child.exitCode !== null || child.signalCode !== null;
  const exit = ended ? undefined : new Promise((resolve) => child.once('exit', resolve));
  if (!ended) killGroup(child, 'SIGTERM');
  const patience = setTimeout(() => killGroup(child, 'SIGKILL'), 5_000);
  await exit;
  clearTimeout(patience);
  // Grandchildren may outlive the leader of the group.
  killGroup(child, 'SIGKILL');
  running.delete(child);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  if (child.pid === undefined) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
