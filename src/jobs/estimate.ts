import type { GenerationQueue } from './backend.js';

/** How many ended jobs an estimate rests on. */
const SAMPLE = 15;
/** For how long, in ms, one reading serves all who ask. */
const FRESH = 3_000;

/** How long jobs took. */
export interface Durations {
  /** Seconds each, of the last jobs; the reading may be some seconds old. */
  recent(): Promise<readonly number[]>;
}

/** What is known when an estimate is asked for. */
export interface QueueState {
  /** Seconds that recent jobs took from start to end, in any order. */
  durations: readonly number[];
  /** Jobs that run now: with jobs waiting, as many as the workers take. */
  active: number;
}

/**
 * Seconds until a job that waits should be done: its share of the jobs before it, the rest of those that run, and its
 * own time. Null before any duration was measured.
 *
 * @param ahead waiting jobs that go before it
 */
export function waitingSeconds(ahead: number, { durations, active }: QueueState): number | null {
  const typical = median(durations);
  if (typical === null) return null;
  const slots = Math.max(active, 1);
  const untilStart = active === 0 ? ahead : (ahead + 1) / slots;
  return Math.max(1, Math.round(typical * (untilStart + 1)));
}

/**
 * Seconds until a running job should be done; never less than one. Null before any duration was measured.
 *
 * @param elapsed seconds since it started
 */
export function runningSeconds(elapsed: number, { durations }: QueueState): number | null {
  const typical = median(durations);
  return typical === null ? null : Math.max(1, Math.round(typical - elapsed));
}

/**
 * Seconds that the last jobs took, read from the queue itself, where every program finds them. A job that failed, or
 * that was started more than once, says little about the next and is left out.
 */
export function createDurations(queue: GenerationQueue): Durations {
  let reading: { at: number; result: Promise<readonly number[]> } | undefined;
  const read = async (): Promise<readonly number[]> => {
    const jobs = await queue.getCompleted(0, SAMPLE - 1);
    return jobs.flatMap(({ processedOn, finishedOn, attemptsStarted }) =>
      processedOn !== undefined && finishedOn !== undefined && attemptsStarted === 1
        ? [(finishedOn - processedOn) / 1000]
        : [],
    );
  };
  return {
    recent() {
      const now = performance.now();
      if (reading && now - reading.at < FRESH) return reading.result;
      const result = read();
      reading = { at: now, result };
      const forget = () => {
        reading = undefined;
      };
      // The first duration shall be known as soon as there is one.
      result.then((durations) => durations.length === 0 && forget(), forget);
      return result;
    },
  };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
