/**
 * How soon work goes on, in ms, after whoever had it in hand was killed: all leases are here, so that the promise of
 * `RECOVERED_WITHIN_MS` follows from them. Each is renewed while its holder lives, and so says nothing about how long
 * the work itself may take; what it bears is a holder that is silent for `leaseMs - renewMs`, as under a full event
 * loop or while the database is away.
 */
export const LEASES = {
  /**
   * A job in the queue, held by a worker. BullMQ looks twice before it takes one away: it marks, then sweeps. Painting
   * and planning leave the event loop free but for some hundred milliseconds at a time.
   */
  job: { leaseMs: 10_000, renewMs: 2_500, lookMs: 3_000, looks: 2 },
  /** A result that is being shown, held by a bot: an upload may take minutes, a renewal some milliseconds. */
  delivery: { leaseMs: 8_000, renewMs: 2_000, lookMs: 2_000, looks: 1 },
  /**
   * An accepted request without a job: it is looked for by whether the queue has it, and needs no lease but a grace.
   */
  request: { leaseMs: 2_000, renewMs: 0, lookMs: 5_000, looks: 1 },
  /**
   * An answer that is owed to somebody whose request was acknowledged, held by a bot. Looked for three times in a row
   * before it is taken over: a database that was away has not let its holder renew it either.
   */
  answer: { leaseMs: 8_000, renewMs: 2_000, lookMs: 2_000, looks: 3 },
} as const;

/** One line of the table. */
export type Lease = Pick<(typeof LEASES)[keyof typeof LEASES], 'leaseMs' | 'lookMs' | 'looks'>;

/**
 * Milliseconds within which work goes on after a kill, once there is a process to go on with it; what a process needs
 * to start is not in it.
 */
export const RECOVERED_WITHIN_MS = 20_000;

/** Milliseconds from a kill until another process has what was held. */
export function longestWait({ leaseMs, lookMs, looks }: Lease): number {
  return leaseMs + looks * lookMs;
}
