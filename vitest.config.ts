import { defineConfig } from 'vitest/config';
import { keepTemporaryFilesInMemory } from './test/harness/memory.ts';

keepTemporaryFilesInMemory();

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'test/**/*.test.ts',
      'script/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['test/harness/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false, // modules are read once for each process: imports took a tenth of the time
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
