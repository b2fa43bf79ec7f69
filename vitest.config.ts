import { defineConfig } from 'vitest/config';

/**
 * Three kinds of suites, told apart by file name: `*.test.ts` beside the code, `*.e2e.ts` browser journeys against a
 * real server, `*.long.ts` kill, fuzz and soak. Forks, because native modules do not survive worker threads.
 */
const suites = {
  unit: { include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'examples/**/*.test.ts'] },
  e2e: { include: ['test/e2e/**/*.e2e.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
  long: { include: ['test/{long,wire}/**/*.long.ts'], testTimeout: 1_800_000, hookTimeout: 180_000 },
};

export default defineConfig({
  cacheDir: '.cache/vitest',
  test: {
    pool: 'forks',
    // One process loads the code once for all its files, which takes a third off; whoever fakes a global gives it back.
    isolate: false,
    maxWorkers: 2,
    projects: Object.entries(suites).map(([name, suite]) => ({
      extends: true,
      test: {
        name,
        environment: 'node',
        globalSetup: ['test/kit/global-setup-postgres.ts'],
        // Ends as soon as the test does; a machine that does much at once is slow, which is no failure.
        testTimeout: 90_000,
        hookTimeout: 120_000,
        expect: { poll: { timeout: 60_000 } },
        ...suite,
      },
    })),
  },
});
