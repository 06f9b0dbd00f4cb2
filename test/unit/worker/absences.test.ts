import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EngineError } from '../../../src/engine/basics/engine-error.js';
import { createAbsences } from '../../../src/worker/absences.js';

const away = new EngineError('painter_away', { host: 'localhost', detail: 'ECONNREFUSED' });
const once = <T>(step: () => Promise<T>) => step();

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('asks a painter that was away no more for two seconds, and others all the same', async () => {
  const absences = createAbsences();
  const step = vi.fn(() => Promise.reject(away));
  const watching = absences.watching('a', once);
  await expect(watching(step)).rejects.toBe(away);
  expect([absences.isAway('a'), absences.isAway('b')]).toEqual([true, false]);
  await expect(watching(step)).rejects.toBe(away);
  expect(step).toHaveBeenCalledTimes(1);
  expect(await absences.watching('b', once)(async () => 1)).toBe(1);
  vi.advanceTimersByTime(2_001);
  expect(absences.isAway('a')).toBe(false);
});

it('lets one ask then, and is answered for all', async () => {
  const absences = createAbsences();
  const watching = absences.watching('a', once);
  await expect(watching(() => Promise.reject(away))).rejects.toBe(away);
  vi.advanceTimersByTime(2_001);
  let answer: (value: string) => void = () => undefined;
  const asking = watching(() => new Promise<string>((resolve) => (answer = resolve)));
  expect(absences.isAway('a')).toBe(true);
  await expect(watching(async () => 'not asked')).rejects.toBe(away);
  answer('here');
  expect(await asking).toBe('here');
  expect(absences.isAway('a')).toBe(false);
  expect(await watching(async () => 'asked')).toBe('asked');
});

it('takes a refusal for a sign of life', async () => {
  const absences = createAbsences();
  const watching = absences.watching('a', once);
  await expect(watching(() => Promise.reject(away))).rejects.toBe(away);
  vi.advanceTimersByTime(2_001);
  const refused = new EngineError('painter_refused', { why: 'black' });
  await expect(watching(() => Promise.reject(refused))).rejects.toBe(refused);
  expect(absences.isAway('a')).toBe(false);
});
