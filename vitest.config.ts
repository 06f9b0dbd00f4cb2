import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A contributor's own settings, tokens among them, are not for tests.
    env: { KALEIDO_ENV_FILE: 'none' },
    // A denoiser pass on a busy two-core machine takes seconds, and the end-to-end tests start whole processes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
