import { describe, expect, it, vi } from 'vitest';
import { endLimits, endWork } from '../../../../src/app/worker/end-work.js';

/** A worker with one job in hand that ends when it is handed back, and by itself after `workMs`. */
function busyWorker(workMs: number, { isStuck = false } = {}) {
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const timer = setTimeout(end, workMs);
  const handBack = vi.fn(() => {
    if (isStuck) return;
    clearTimeout(timer);
    end();
  });
  return { running: 1, close: () => over, handBack };
}

const answers = async () => true;
const away = async () => {
  throw new Error('away');
};
const silent = () => new Promise<never>(() => undefined);

describe('the end of a worker', () => {
  it('waits for what is in hand while everything answers', async () => {
    const startedAt = performance.now();
    await endWork(busyWorker(1_500), { queue: answers }, endLimits(10));
    expect(performance.now() - startedAt).toBeGreaterThan(1_400);
  });

  it('hands it back when its grace is over', async () => {
    const worker = busyWorker(60_000);
    await endWork(worker, { queue: answers }, { graceMs: 0 });
    expect(worker.handBack).toHaveBeenCalled();
  });

  it.each([
    ['is away', away],
    ['is silent', silent],
  ])('hands it back at once when something that it stands on %s', async (_, check) => {
    const worker = busyWorker(60_000);
    const startedAt = performance.now();
    await endWork(worker, { queue: answers, database: check }, endLimits(10));
    expect(worker.handBack).toHaveBeenCalled();
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  it('does not wait for a queue that takes nothing back', async () => {
    await expect(endWork(busyWorker(5_000, { isStuck: true }), { queue: away }, endLimits(10))).rejects.toThrow(/back/);
  });
});
