import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/core/types.js';
import { createReporter } from '../../../src/jobs/reporter.js';

function progress(step: number): Progress {
  return { generationId: 'g', attempt: 1, phase: 'painting', step, steps: 9, previewKey: null };
}

describe('createReporter', () => {
  it('merges what comes while one is being sent into the latest', async () => {
    const sent: number[] = [];
    const open: (() => void)[] = [];
    const { report, settle } = createReporter(
      ({ step }) =>
        new Promise((resolve) => {
          sent.push(step);
          open.push(resolve);
        }),
      () => {},
    );
    for (const step of [1, 2, 3]) report(progress(step));
    open[0]!();
    await new Promise(setImmediate);
    report(progress(4));
    open[1]!();
    await new Promise(setImmediate);
    open[2]!();
    await settle();
    expect(sent).toEqual([1, 3, 4]);
  });

  it('goes on after one could not be sent', async () => {
    const errors: unknown[] = [];
    const sent: number[] = [];
    const refusal = new Error('away');
    const { report, settle } = createReporter(
      async ({ step }) => {
        if (step === 1) throw refusal;
        sent.push(step);
      },
      (error) => errors.push(error),
    );
    report(progress(1));
    await settle();
    report(progress(2));
    await settle();
    expect([errors, sent]).toEqual([[refusal], [2]]);
  });
});
