import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      // Talks with the bundled server as a process, so the bundle is built first.
      {
        test: {
          name: 'lsp',
          include: ['test/lsp/**/*.test.ts'],
          globalSetup: 'test/lsp/build.ts',
          testTimeout: 60_000,
        },
      },
      // Runs the bundled command line as a process.
      {
        test: {
          name: 'cli',
          include: ['test/cli/**/*.test.ts'],
          globalSetup: 'test/lsp/build.ts',
          testTimeout: 60_000,
        },
      },
      // Throws at the bundled server whatever comes to mind; `npm run fuzz` does so for longer.
      {
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          globalSetup: 'test/lsp/build.ts',
          testTimeout: 3_600_000,
          // One after the other: they measure the time and the memory of the servers that they start.
          fileParallelism: false,
        },
      },
    ],
  },
});
