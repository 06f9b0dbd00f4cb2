import { z } from 'zod';
import { timeOfDay } from '../core/basics/index.js';
import type { DeliveryStore } from '../core/index.js';
import type { Database } from './database.js';
import { makeWithdrawable, toDelivery } from './generations/index.js';

import { storable } from './text.js';

const claimedSchema = z.array(
  z.object({
    generationId: z.string(),
    platform: z.string(),
    address: z.json(),
    channelId: z.string().nullable(),
    messageId: z.string().nullable(),
    attempts: z.number(),
  }),
);

/** The outbox. A delivery's id is its generation's. */
export function createDeliveryStore(db: Database): DeliveryStore {
  return { ...leaseRepository(db), ...shownRepository(db) };
}

/** Who is to show what, and until when. */
function leaseRepository(db: Database): Pick<DeliveryStore, 'find' | 'claim' | 'renew'> {
  return {
    async find(generationId) {
      const row = await db.delivery.findUnique({ where: { generationId } });
      return row === null ? null : toDelivery(row);
    },

    async claim(platform, limit, leaseMs, now) {
      const lease = new Date(now.getTime() + leaseMs);
      const claimed = claimedSchema.parse(
        await db.$queryRaw`
          UPDATE public.delivery SET next_attempt_at = ${lease}, attempts = attempts + 1
          WHERE generation_id IN (
            SELECT generation_id FROM public.delivery
            WHERE platform = ${platform} AND is_due AND next_attempt_at <= ${now}
            ORDER BY next_attempt_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
          RETURNING generation_id AS "generationId", platform, address, channel_id AS "channelId",
            message_id AS "messageId", attempts`,
      );
      return claimed.map(toDelivery);
    },

    async renew(ids, leaseMs, now) {
      const nextAttemptAt = new Date(now.getTime() + leaseMs);
      await db.delivery.updateMany({
        // Never earlier: it may just have been put back for longer.
        where: { generationId: { in: [...ids] }, isDue: true, nextAttemptAt: { lt: nextAttemptAt } },
        data: { nextAttemptAt },
      });
    },
  };
}

/** What became of it. */
function shownRepository(db: Database): Pick<DeliveryStore, 'shown' | 'delivered' | 'withdrawn' | 'failed'> {
  return {
    async shown(generationId, { channelId, messageId }) {
      await db.$transaction(async (tx) => {
        await tx.delivery.updateMany({ where: { generationId }, data: { channelId, messageId } });
        await makeWithdrawable(tx, generationId, timeOfDay());
      });
    },

    async delivered(generationId, { channelId, messageId }, now) {
      await db.$transaction(async (tx) => {
        await tx.delivery.updateMany({
          where: { generationId },
          data: { channelId, messageId, isDue: false, deliveredAt: now, lastError: null },
        });
        await makeWithdrawable(tx, generationId, now);
      });
    },

    async withdrawn(generationId) {
      await db.delivery.updateMany({
        where: { generationId },
        data: { channelId: null, messageId: null, isDue: false, lastError: null },
      });
    },

    async failed(generationId, error, retryAt) {
      const outcome = retryAt === null ? { isDue: false, abandonedAt: timeOfDay() } : { nextAttemptAt: retryAt };
      await db.delivery.updateMany({ where: { generationId }, data: { lastError: storable(error), ...outcome } });
    },
  };
}
