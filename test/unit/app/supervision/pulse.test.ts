import { afterEach, expect, it, vi } from 'vitest';
import { type Beat, createPulse } from '../../../../src/app/supervision/pulse.js';

afterEach(() => vi.useRealTimers());

it('tells at once that a model is loaded, that it has work and that it is ready, and how long each may be silent', () => {
  vi.useFakeTimers();
  const beats: Beat[] = [];
  const pulse = createPulse(10_000, (beat) => beats.push(beat));
  const last = () => beats.at(-1)!;
  expect(last()).toMatchObject({ isReady: false, isBusy: false, limitMs: 180_000 });
  const loaded = pulse.loading();
  expect(last()).toMatchObject({ isReady: false, isBusy: false, limitMs: 900_000 });
  loaded();
  expect(last()).toMatchObject({ isReady: false, limitMs: 50_000 });
  const done = pulse.busy();
  expect(last()).toMatchObject({ isReady: false, isBusy: true, limitMs: 50_000 });
  pulse.ready();
  expect(last()).toMatchObject({ isReady: true, isBusy: true });
  done();
  vi.advanceTimersByTime(1000);
  expect(last()).toMatchObject({ isReady: true, isBusy: false });
  pulse.stop();
});
