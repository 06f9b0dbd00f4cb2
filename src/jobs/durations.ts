import type { GenerationQueue } from './backend.js';

/** How many ended jobs an estimate rests on. */
const SAMPLE = 15;
/** For how long, in ms, one reading serves all who ask. */
const FRESH = 3_000;

/**
 * Seconds that the last jobs took, read from the queue itself, where every program finds them. A job that failed, or
 * that was started more than once, says little about the next and is left out.
 */
export function createDurations(queue: GenerationQueue): { recent(): Promise<readonly number[]> } {
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
