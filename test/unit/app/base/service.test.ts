import { describe, expect, it, vi } from 'vitest';
import { createCleanup } from '../../../../src/app/base/cleanup.js';
import { type RunningService, runService } from '../../../../src/app/base/service.js';
import { readConfig } from '../../../../src/config.js';

const CONFIG = readConfig({ KALEIDO_LOG_LEVEL: 'silent' });
const RUNNING: RunningService = { checks: {}, queue: async () => ({ waiting: 0, active: 0 }) };

describe('a service', () => {
  it('runs until it is told to end, and closes what it opened, the last first', async () => {
    const end = new AbortController();
    const closed: string[] = [];
    const over = runService(CONFIG, end.signal, async ({ cleanup }) => {
      cleanup.add('database', async () => closed.push('database'));
      cleanup.add('bot', async () => closed.push('bot'));
      return RUNNING;
    });
    end.abort();
    await over;
    expect(closed).toEqual(['bot', 'database']);
  });

  it('ends although something that it opened does not close, and closes the rest', async () => {
    const end = new AbortController();
    const closed: string[] = [];
    const over = runService(CONFIG, end.signal, async ({ cleanup }) => {
      cleanup.add('database', async () => closed.push('database'));
      cleanup.add('queue', () => new Promise(() => undefined), 20);
      return RUNNING;
    });
    end.abort();
    await over;
    expect(closed).toEqual(['database']);
  });

  it('gives all that name no limit five seconds together, and the last of them a moment still', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const never = () => new Promise(() => undefined);
      const late = vi.fn();
      const cleanup = createCleanup(late);
      for (const name of ['store', 'queue', 'discord']) cleanup.add(name, never);
      const over = cleanup.run();
      await vi.advanceTimersByTimeAsync(5_400);
      await over;
      expect(late.mock.calls.map(([name]) => name)).toEqual(['discord', 'queue', 'store']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends by itself when it says so', async () => {
    const close = vi.fn(async () => undefined);
    await runService(CONFIG, new AbortController().signal, async ({ cleanup }) => {
      cleanup.add('terminal', close);
      return { ...RUNNING, ended: Promise.resolve() };
    });
    expect(close).toHaveBeenCalledOnce();
  });

  it('can be ended while it starts, and closes also what its start opens afterwards', async () => {
    const end = new AbortController();
    const early = vi.fn(async () => undefined);
    const late = vi.fn(async () => undefined);
    let goOn = () => {};
    const over = runService(CONFIG, end.signal, async ({ cleanup }) => {
      cleanup.add('early', early);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      cleanup.add('late', late);
      throw new Error('ended while it connected');
    });
    end.abort();
    await over;
    expect(early).toHaveBeenCalledOnce();
    goOn();
    await vi.waitFor(() => expect(late).toHaveBeenCalledOnce());
  });

  it('fails when its start fails, with everything closed', async () => {
    const close = vi.fn(async () => undefined);
    const start = async ({ cleanup }: { cleanup: { add(name: string, close: () => Promise<unknown>): void } }) => {
      cleanup.add('database', close);
      throw new Error('no such bundle');
    };
    await expect(runService(CONFIG, new AbortController().signal, start)).rejects.toThrow('no such bundle');
    expect(close).toHaveBeenCalledOnce();
  });
});
