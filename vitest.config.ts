import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import type { Host } from './test/e2e/launch.ts';
import { notFor } from './test/e2e/only-in.ts';

/** A busy machine can stand still for longer than the second that `expect.poll` waits by itself. */
const expectations = { poll: { timeout: 15_000 } };

/** The same tests once more for each host of the screens. */
function endToEnd(name: string, host: Host): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: ['test/e2e/**/*.test.ts'],
      exclude: notFor(host),
      provide: { host },
      expect: expectations,
      globalSetup: [`test/e2e/${host}-setup.ts`],
      testTimeout: 60_000,
      hookTimeout: 60_000,
      maxWorkers: 3,
      isolate: false,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/e2e/**'],
          setupFiles: ['test/property-seed.ts'],
          expect: expectations,
          maxWorkers: '100%',
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          setupFiles: ['test/property-seed.ts'],
          globalSetup: ['test/integration/cli/build-cli.ts'],
          expect: expectations,
          // More than two: several of these tests wait for something most of the time.
          maxWorkers: Math.max(3, availableParallelism()),
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        // Minutes long, so no part of `npm test`: `npx vitest run --project soak`.
        test: { name: 'soak', include: ['test/soak/**/*.soak.ts'] },
      },
      endToEnd('e2e', 'electron'),
      endToEnd('e2e-browser', 'browser'),
    ],
  },
});
