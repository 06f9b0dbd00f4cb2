import { afterEach, describe, expect, it, vi } from 'vitest';
import { shareTime } from '../../../../src/app/base/shared-time.js';
import { type Log, quiet } from '../../../../src/core/basics/log.js';
import { timeOfDay } from '../../../../src/core/basics/time-of-day.js';

const MINUTE = 60_000;
const ownNow = Date.now;
afterEach(() => {
  vi.useRealTimers();
  Date.now = ownNow;
});

/** A database whose clock is off by so much. */
const database = (offMs: number) => async () => new Date(ownNow() + offMs);

describe('the time that processes share', () => {
  it.each([20, -20])(
    'is the database’s, %i minutes from this machine’s, for whoever asks Date.now',
    async (minutes) => {
      const time = await shareTime(database(minutes * MINUTE), quiet);
      const expected = ownNow() + minutes * MINUTE;
      expect(Math.abs(Date.now() - expected)).toBeLessThan(1_000);
      expect(Math.abs(timeOfDay().getTime() - expected)).toBeLessThan(1_000);
      expect(Number.isInteger(Date.now())).toBe(true);
      time.stop();
      expect(Date.now).toBe(ownNow);
    },
  );

  it.each([20, -20])('does not move when this machine’s clock jumps by %i minutes', async (minutes) => {
    let jumped = 0;
    Date.now = () => ownNow() + jumped;
    const time = await shareTime(database(0), quiet);
    const before = Date.now();
    jumped = minutes * MINUTE;
    expect(Math.abs(Date.now() - before)).toBeLessThan(1_000);
    time.stop();
  });

  it('follows the database’s clock when that is set, and runs on while the database is away', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const answers: (() => Promise<Date>)[] = [
      database(0),
      async () => {
        throw new Error('away');
      },
      database(60 * MINUTE),
    ];
    const time = await shareTime(() => answers.shift()!(), quiet);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(Math.abs(Date.now() - ownNow())).toBeLessThan(1_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(Math.abs(Date.now() - ownNow() - 60 * MINUTE)).toBeLessThan(1_000);
    time.stop();
  });

  it('says how far this machine’s clock is off, once, and nothing of mere delay', async () => {
    const warn = vi.fn<Log['warn']>();
    const time = await shareTime(database(-20 * MINUTE), { ...quiet, warn });
    time.stop();
    expect(warn).toHaveBeenCalledTimes(1);
    const [facts] = warn.mock.calls[0]!;
    expect(facts).toMatchObject({ aheadMs: expect.closeTo(20 * MINUTE, -4) });
    (await shareTime(database(300), { ...quiet, warn })).stop();
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('is not taken where the database cannot tell it at the start', async () => {
    const away = async (): Promise<Date> => {
      throw new Error('away');
    };
    await expect(shareTime(away, quiet)).rejects.toThrow('away');
    expect(Date.now).toBe(ownNow);
  });
});
