/** A job that waits or runs, as fairness sees it. */
export interface Ticket {
  userKey: string;
  /** ≥ 1; lower goes first, equals in the order of their arrival. */
  priority: number;
}

/** BullMQ's largest priority. */
export const LOWEST_PRIORITY = 2 ** 21 - 1;

/**
 * The priority of a user's next job: fair queueing by virtual time (Golestani, self-clocked fair queueing, INFOCOM
 * 1994) with jobs of equal size. A user's jobs get rising numbers, and somebody new starts at the round that is being
 * served, so each round has one job of everybody: 50 requests of one person delay another's first by at most one job,
 * and nobody who keeps asking falls behind for good. Numbers start at 1 again once the queue has run dry.
 *
 * @param tickets all jobs that wait or run
 */
export function fairPriority(userKey: string, tickets: Iterable<Ticket>): number {
  let round = Number.POSITIVE_INFINITY;
  let own = 0;
  for (const ticket of tickets) {
    round = Math.min(round, ticket.priority);
    if (ticket.userKey === userKey) own = Math.max(own, ticket.priority);
  }
  const start = Number.isFinite(round) ? Math.max(round, 1) : 1;
  return Math.min(Math.max(own + 1, start), LOWEST_PRIORITY);
}
