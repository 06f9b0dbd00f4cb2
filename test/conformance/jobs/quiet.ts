import type { Log } from '../../../src/core/log.js';

/** A log that keeps silent. */
export const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
