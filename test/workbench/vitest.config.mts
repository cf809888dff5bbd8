import { defineConfig } from 'vitest/config';

// One workbench for all tests, and no hurry: a slow machine takes its time to show things.
export default defineConfig({
  test: {
    include: ['test/workbench/**/*.test.ts', 'test/webview/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
