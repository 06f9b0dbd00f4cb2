import pino, { type Logger } from 'pino';
import { withoutSecrets } from '../../secrets.js';
import type { Config } from '../../settings/index.js';

import { loggable } from './log-facts.js';

/**
 * The process's log: JSON lines, prompts only when the host asks, secrets never, wherever in a line they stand.
 *
 * @param file where to; stderr when absent, so that stdout stays with what a command answers
 */
export function createLog({ logLevel, logPrompts }: Pick<Config, 'logLevel' | 'logPrompts'>, file?: string): Logger {
  const destination = pino.destination({ dest: file ?? 2, mkdir: true, sync: true });
  return pino(
    {
      level: logLevel,
      base: null,
      formatters: { log: (facts) => loggable(facts, logPrompts) },
      // Errors are plain facts by then.
      serializers: { err: (error: unknown) => error },
    },
    { write: (line: string) => destination.write(withoutSecrets(line)) },
  );
}
