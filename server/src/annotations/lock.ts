import { hostname } from 'node:os';
import type { WritableFileSystem } from '../workspace/fileSystem.ts';

const RETRY_MS = 15;
/** A lock held so long was left behind by a process that has died: a save takes some milliseconds. */
const STALE_MS = 10_000;

/**
 * Does some work while no other process does work under the same lock, which is a file that only one can create.
 *
 * @param lock the URI of the file
 */
export async function withLock<T>(fs: WritableFileSystem, lock: string, work: () => Promise<T>): Promise<T> {
  const mine = new TextEncoder().encode(`${process.pid} ${hostname()} ${crypto.randomUUID()}`);
  let seen = { holder: '', since: Date.now() };
  while (!(await fs.createFile(lock, mine))) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    const holder = await holderOf(fs, lock);
    if (holder !== seen.holder) seen = { holder, since: Date.now() };
    else if (isDead(holder) || Date.now() - seen.since > STALE_MS) await fs.deleteFile(lock);
  }
  try {
    return await work();
  } finally {
    await fs.deleteFile(lock);
  }
}

/** Whether the process that holds a lock was one of this machine and is no more. */
function isDead(holder: string): boolean {
  const [pid, host] = holder.split(' ');
  if (host !== hostname() || !/^[1-9]\d*$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

async function holderOf(fs: WritableFileSystem, lock: string): Promise<string> {
  return fs.readFile(lock).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}
