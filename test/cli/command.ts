import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const CLI = resolve('dist/cli.js');

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command line as a process; its output goes into pipes. */
export function crossread(args: string[], cwd = process.cwd()): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}

/** The same beside others. @returns the exit code */
export function crossreadAsync(args: string[], cwd: string): Promise<number | null> {
  return new Promise((resolve) => spawn(process.execPath, [CLI, ...args], { cwd }).on('close', resolve));
}

/** Writes files into a new folder, hands it over, and removes it. */
export function withFiles<T>(files: Record<string, string | Uint8Array>, use: (folder: string) => T): T {
  const folder = makeFolder(files);
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function withFilesAsync(files: Record<string, string>, use: (folder: string) => Promise<void>) {
  const folder = makeFolder(files);
  await use(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
}

function makeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
