import { setTimeout as sleep } from 'node:timers/promises';
import { rateLimitSeconds } from '../api/index.js';

const ATTEMPTS = 3;
/** Longest wait that an answer to a person is still worth, in seconds. */
const LONGEST = 30;

/** Calls again after as long as Slack asks to wait. @throws what the call throws, also when the wait would be too long */
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
