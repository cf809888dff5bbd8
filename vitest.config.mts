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
    ],
  },
});
