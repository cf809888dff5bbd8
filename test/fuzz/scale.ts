/** How much each fuzzer does: little in every test run, `npm run fuzz` as much as docs/reliability.md reports. */
const asked = (name: string, otherwise: number) => Number(process.env[`FUZZ_${name}`] ?? otherwise);

export const scale = {
  messages: asked('MESSAGES', 4_000),
  inputs: asked('INPUTS', 1_000),
  kills: asked('KILLS', 3),
  chaosSeconds: asked('SECONDS', 4),
  edits: asked('EDITS', 1_000),
  /** In milliseconds: a server that has worked longer than this for an answer hangs. */
  hang: asked('HANG', 2_000),
  seed: asked('SEED', Date.now() % 2 ** 31),
};

/** For the names of tests, which reporters say of what fails, also at the end. */
export const SEED = `FUZZ_SEED=${scale.seed}`;

/** Shows a figure of a run; the reporter of the tests shows nothing else. */
export function report(figure: string): void {
  process.stdout.write(`  fuzz: ${figure}\n`);
}
