import { describe, expect, it } from 'vitest';
import type { Beat } from '../../../../src/app/supervision/pulse.js';
import { createStuckWatch } from '../../../../src/app/supervision/stuck-watch.js';

const beat = (change: Partial<Beat>): Beat => ({
  type: 'beat',
  isReady: true,
  isBusy: true,
  progress: 1,
  limitMs: 20_000,
  ...change,
});

/** Looks, a second apart, until the worker counts as stuck; `beats` before each. */
function secondsUntilStuck(
  watch: ReturnType<typeof createStuckWatch>,
  most: number,
  beats: (second: number) => Beat | null = () => null,
): number | null {
  for (let second = 1; second <= most; second++) {
    const told = beats(second);
    if (told !== null) watch.note(told);
    if (watch.look() !== null) return second;
  }
  return null;
}

describe('a watch over a worker', () => {
  it('takes a silent one for stuck after its limit', () => {
    const watch = createStuckWatch();
    watch.note(beat({ isBusy: false }));
    expect(secondsUntilStuck(watch, 60)).toBe(20);
    watch.begin();
    watch.note(beat({ limitMs: 50_000 }));
    expect(secondsUntilStuck(watch, 60)).toBe(50);
  });

  it('takes one for stuck that beats but whose model does not get on, and only while it has work', () => {
    const watch = createStuckWatch();
    expect(secondsUntilStuck(watch, 60, () => beat({ isBusy: false }))).toBeNull();
    expect(secondsUntilStuck(watch, 60, (second) => beat({ progress: second }))).toBeNull();
    expect(secondsUntilStuck(watch, 60, () => beat({ progress: 61 }))).toBe(20);
  });

  it('gives a start its time until its first beat, and while it loads a model', () => {
    const watch = createStuckWatch();
    expect(secondsUntilStuck(watch, 600)).toBe(180);
    watch.begin();
    watch.note(beat({ isReady: false, isBusy: false, limitMs: 900_000 }));
    expect(secondsUntilStuck(watch, 600)).toBeNull();
  });

  it('takes one for stuck that takes work before it said that it is ready', () => {
    const watch = createStuckWatch();
    watch.note(beat({ isReady: false }));
    expect(secondsUntilStuck(watch, 60)).toBe(20);
  });

  it('gives a model that never did a step twice the time at the next start, until one does', () => {
    const watch = createStuckWatch();
    const slow = beat({ progress: 0 });
    watch.note(slow);
    expect(secondsUntilStuck(watch, 100)).toBe(20);
    watch.begin();
    watch.note(slow);
    expect(secondsUntilStuck(watch, 100)).toBe(40);
    watch.begin();
    watch.note(beat({ progress: 1 }));
    expect(secondsUntilStuck(watch, 100)).toBe(20);
  });
});
