import { inspect } from 'node:util';
import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Log } from '../../../core/basics/index.js';

/** Bolt's lines in our log. Its debug lines carry whole payloads, prompts and tokens, and are left out. */
export function boltLogger(log: Log): Logger {
  // Not by `String`: what came in may have a `toString` of its own.
  const line = (words: readonly unknown[]): string =>
    words.map((word) => (typeof word === 'string' ? word : inspect(word, { depth: 1 }))).join(' ');
  return {
    debug: () => undefined,
    info: (...words) => log.debug({ from: 'bolt' }, line(words)),
    warn: (...words) => log.warn({ from: 'bolt' }, line(words)),
    error: (...words) => log.error({ from: 'bolt' }, line(words)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
