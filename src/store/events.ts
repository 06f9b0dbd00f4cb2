import type { EventStore, Platform } from '../core/index.js';
import type { Database, Transaction } from './database.js';

/** Ids are forgotten after a day, in milliseconds: no platform retries for so long. */
const REMEMBERED = 24 * 3_600_000;
/** How often, in milliseconds, old ids are removed. */
const SWEEP_EVERY = 3_600_000;

/** Ids of events that were handled, so that a retried one is not handled again. */
export function createEventStore(db: Database): EventStore {
  let sweptAt = 0;
  return {
    async isFirst(platform, eventId, now) {
      if (now.getTime() - sweptAt > SWEEP_EVERY) {
        sweptAt = now.getTime();
        await db.seenEvent.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - REMEMBERED) } } });
      }
      return isFirst(db, platform, eventId, now);
    },
  };
}

/** The same within a transaction: what it decides about is done with it, or neither is. */
export async function isFirst(
  db: Database | Transaction,
  platform: Platform,
  eventId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await db.seenEvent.createMany({
    data: [{ platform, eventId, seenAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
}
