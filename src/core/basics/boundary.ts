import type { Log } from './log.js';

/**
 * Where something foreign enters a process: a request, a gateway event, a job, a typed line. Whatever is thrown behind
 * it, now or later, an Error or not, ends there as a line of the log, and the service goes on.
 */
export interface Boundary {
  /**
   * Runs a task to its end. Never throws and never rejects.
   * @param failed what is done instead when it fails, such as an answer; may itself fail
   */
  run(task: () => unknown, failed?: (error: unknown) => unknown): Promise<void>;
  /** A handler for an emitter: it is called at once, and what becomes of it need not be looked at. */
  guard<A extends unknown[]>(handler: (...args: A) => unknown): (...args: A) => void;
}

/** @param entry what enters there, for the log: `Slack requests`, `Discord gateway`, `queue` … */
export function createBoundary(entry: string, log: Log): Boundary {
  const tell = (err: unknown): void => {
    try {
      log.error({ err, entry }, 'What came in could not be handled');
    } catch {
      // A log that cannot be written must not end what it tells of.
    }
  };

  const run = async (task: () => unknown, failed?: (error: unknown) => unknown): Promise<void> => {
    try {
      await task();
    } catch (error) {
      tell(error);
      if (failed !== undefined) await run(() => failed(error));
    }
  };

  return {
    run,
    guard:
      (handler) =>
      (...args) => {
        void run(() => handler(...args));
      },
  };
}
