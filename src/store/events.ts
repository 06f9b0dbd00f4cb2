import type { EventStore } from '../core/index.js';
import type { Database } from './database.js';

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
      const { count } = await db.seenEvent.createMany({
        data: [{ platform, eventId, seenAt: now }],
        skipDuplicates: true,
      });
      return count > 0;
    },
  };
}
