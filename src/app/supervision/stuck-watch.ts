import { BEAT_MS, type Beat, STARTING_LIMIT_MS } from './pulse.js';

/** How often the limit may double for models that turn out to be slower than was said. */
const MOST_PATIENCE = 16;

/** Tells from the beats of a worker whether it is stuck. */
export interface StuckWatch {
  /** Another process is watched from now on. */
  begin(): void;
  note(beat: Beat): void;
  /** To be called every `BEAT_MS`. @returns the milliseconds of silence when that is too long, otherwise null */
  look(): number | null;
}

/**
 * Counts its own looks and not a clock's time: a machine that slept, or a watcher that was stopped itself, has not
 * waited. One that is stuck before its model ever did a step gives its successor twice the time, since the model may be
 * slower than anybody said.
 */
export function createStuckWatch(): StuckWatch {
  let last: Beat | null = null;
  let silent = 0;
  let still = 0;
  let patience = 1;

  return {
    begin() {
      last = null;
      silent = 0;
      still = 0;
    },
    note(beat) {
      silent = 0;
      if (!beat.isBusy || beat.progress !== last?.progress) still = 0;
      if (beat.progress > 0) patience = 1;
      last = beat;
    },
    look() {
      const limit = last === null ? STARTING_LIMIT_MS : last.limitMs * patience;
      silent += BEAT_MS;
      still += BEAT_MS;
      const waited = last?.isBusy ? Math.max(silent, still) : silent;
      if (waited < limit) return null;
      if (last?.isBusy && last.progress === 0) patience = Math.min(2 * patience, MOST_PATIENCE);
      return waited;
    },
  };
}
