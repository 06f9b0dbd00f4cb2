import { setTimeout as sleep } from 'node:timers/promises';
import { describe, retryAfterMs } from '../client/index.js';
import { type RegisterOptions, registerCommands } from './register-commands.js';

const FIRST_BACKOFF_MS = 2_000;
/** Some refusals last a day, such as that of too many new commands. */
const LONGEST_BACKOFF_MS = 30 * 60_000;

/**
 * Registers the commands, as often as it takes: what is registered from before works meanwhile, and nobody is answered
 * the sooner for a bot that ends. Never rejects; ends when done, or when `signal` aborts.
 *
 * @param firstBackoffMs milliseconds before the second attempt; each wait after it is twice as long
 */
export async function keepRegistering(
  options: RegisterOptions & { signal: AbortSignal },
  firstBackoffMs = FIRST_BACKOFF_MS,
): Promise<void> {
  const { log, signal } = options;
  for (let backoff = firstBackoffMs; !signal.aborted; backoff = Math.min(2 * backoff, LONGEST_BACKOFF_MS)) {
    try {
      await registerCommands(options);
      return;
    } catch (error) {
      if (signal.aborted) return;
      const retryMs = Math.max(backoff, retryAfterMs(error, 0));
      log.warn({ problem: describe(error), retryMs }, 'Discord: commands could not be registered, trying again');
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
