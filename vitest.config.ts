import { defineConfig } from 'vitest/config';

const WITHOUT_STATE = ['chat', 'core', 'engine', 'images'].map((room) => `test/unit/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    // A contributor's own settings, tokens among them, are not for tests.
    env: { KALEIDO_ENV_FILE: 'none' },
    // A denoiser pass on a busy two-core machine takes seconds, and the end-to-end tests start whole processes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        // Half of a run of these was loading the same modules for each file: the files of a worker share them. What these rooms
        // hold keeps no state in modules, as configuration, logs and secrets do.
        test: {
          name: 'unit',
          include: WITHOUT_STATE,
          maxWorkers: '100%',
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        // All cores; end-to-end tests keep the deadlines of platforms, and share the machine with the processes that they start.
        test: {
          name: 'rest',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...WITHOUT_STATE],
          maxWorkers: '100%',
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
