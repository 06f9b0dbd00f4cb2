import { setTimeout as sleep } from 'node:timers/promises';
import { rateLimitSeconds } from '../api/index.js';

/** Edits a minute, and at once. */
const PER_MINUTE = 30;
const BURST = 10;

/**
 * Progress edits that a workspace may still have. chat.update is of tier 3, 50 a minute
 * (https://docs.slack.dev/reference/methods/chat.update); progress takes at most 30 of them, so that results always get
 * through.
 */
export class EditBudget {
  readonly #buckets = new Map<string, { left: number; at: number }>();
  readonly #now: () => number;

  /** @param now milliseconds of any steady clock */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether one more edit may be made now; counts it. */
  take(teamId: string): boolean {
    const now = this.#now();
    const bucket = this.#buckets.get(teamId) ?? { left: BURST, at: now };
    const left = Math.min(BURST, bucket.left + ((now - bucket.at) / 60_000) * PER_MINUTE);
    this.#buckets.set(teamId, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1;
  }

  /** No edits for some time: Slack asked to wait. */
  pause(teamId: string, seconds: number): void {
    this.#buckets.set(teamId, { left: 1 - (seconds / 60) * PER_MINUTE, at: this.#now() });
  }
}

const ATTEMPTS = 3;
/** Longest wait that an answer to a person is still worth, in seconds. */
const LONGEST = 30;

/**
 * Calls again after as long as Slack asks to wait.
 * @throws what the call throws, also when the wait would be too long
 */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const seconds = rateLimitSeconds(error);
      if (seconds === null || seconds > LONGEST || attempt === ATTEMPTS) throw error;
      await sleep(seconds * 1000);
    }
  }
}
