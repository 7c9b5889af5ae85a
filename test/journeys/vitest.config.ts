import { defineConfig } from 'vitest/config';
import { keepTemporaryFilesInMemory } from '../harness/memory.ts';

keepTemporaryFilesInMemory();

/** Journeys run one after the other, in one process and so in one browser: two cores carry one browser and one server. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.spec.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    pool: 'forks',
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
