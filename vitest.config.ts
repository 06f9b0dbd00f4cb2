import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A denoiser pass on a busy two-core machine takes seconds, and the end-to-end tests start whole processes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
