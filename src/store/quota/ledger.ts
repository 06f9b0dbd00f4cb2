import { z } from 'zod';
import type { QuotaUsage, Scope } from '../../core/index.js';
import type { Database, Transaction } from '../database.js';

const sumsSchema = z.tuple([
  z.object({
    user_images: z.coerce.number(),
    user_cost: z.coerce.number(),
    user_granted: z.coerce.number(),
    user_in_flight: z.coerce.number(),
    channel_images: z.coerce.number(),
    channel_cost: z.coerce.number(),
    channel_in_flight: z.coerce.number(),
    space_images: z.coerce.number(),
    space_cost: z.coerce.number(),
    space_in_flight: z.coerce.number(),
  }),
]);

export interface Usages {
  user: QuotaUsage;
  channel: QuotaUsage;
  space: QuotaUsage;
}

/**
 * What is spent since `since`. A refund takes its own charge away, on whichever day it comes. A reset forgives a user's
 * charges before it, not the channel's and the space's.
 */
export async function sumUsage(
  db: Database | Transaction,
  { platform, key }: Scope,
  who: { userId: string; channelId: string },
  since: Date,
): Promise<Usages> {
  const rows = await db.$queryRaw`
    WITH charge AS (
      SELECT c.id, c.user_id, c.channel_id, c.images + coalesce(r.images, 0) AS images,
        c.cost + coalesce(r.cost, 0) AS cost
      FROM public.ledger_entry c
      LEFT JOIN public.ledger_entry r ON r.generation_id = c.generation_id AND r.kind = 'refund'
      WHERE c.platform = ${platform} AND c.scope = ${key} AND c.kind = 'charge' AND c.at >= ${since}
    ), own AS (
      SELECT id, kind, images FROM public.ledger_entry
      WHERE platform = ${platform} AND scope = ${key} AND user_id = ${who.userId}
        AND kind IN ('grant', 'reset') AND at >= ${since}
    ), flight AS (
      SELECT user_id, channel_id FROM public.generation
      WHERE status IN ('queued', 'planning', 'painting') AND platform = ${platform} AND scope = ${key}
    )
    SELECT
      (SELECT coalesce(sum(images), 0) FROM charge WHERE user_id = ${who.userId}
        AND id > (SELECT coalesce(max(id), 0) FROM own WHERE kind = 'reset')) AS user_images,
      (SELECT coalesce(sum(cost), 0) FROM charge WHERE user_id = ${who.userId}
        AND id > (SELECT coalesce(max(id), 0) FROM own WHERE kind = 'reset')) AS user_cost,
      (SELECT coalesce(sum(images), 0) FROM own WHERE kind = 'grant') AS user_granted,
      (SELECT count(*) FROM flight WHERE user_id = ${who.userId}) AS user_in_flight,
      (SELECT coalesce(sum(images), 0) FROM charge WHERE channel_id = ${who.channelId}) AS channel_images,
      (SELECT coalesce(sum(cost), 0) FROM charge WHERE channel_id = ${who.channelId}) AS channel_cost,
      (SELECT count(*) FROM flight WHERE channel_id = ${who.channelId}) AS channel_in_flight,
      (SELECT coalesce(sum(images), 0) FROM charge) AS space_images,
      (SELECT coalesce(sum(cost), 0) FROM charge) AS space_cost,
      (SELECT count(*) FROM flight) AS space_in_flight`;
  const [sums] = sumsSchema.parse(rows);
  return {
    user: { images: sums.user_images, granted: sums.user_granted, inFlight: sums.user_in_flight, cost: sums.user_cost },
    channel: { images: sums.channel_images, granted: 0, inFlight: sums.channel_in_flight, cost: sums.channel_cost },
    space: { images: sums.space_images, granted: 0, inFlight: sums.space_in_flight, cost: sums.space_cost },
  };
}

/**
 * Gives back what a generation was charged; a second time does nothing.
 * @param images those that are given back, as each was charged; default: all
 */
export async function refund(tx: Transaction, generationId: string, now: Date, images?: number): Promise<void> {
  const most = images ?? null;
  await tx.$executeRaw`
    INSERT INTO public.ledger_entry (platform, scope, channel_id, user_id, generation_id, kind, images, cost, at)
    SELECT platform, scope, channel_id, user_id, generation_id, 'refund', -least(images, ${most}::int),
      CASE WHEN images = 0 OR ${most}::int IS NULL THEN -cost ELSE -cost / images * least(images, ${most}::int) END, ${now}
    FROM public.ledger_entry WHERE generation_id = ${generationId} AND kind = 'charge'
    ON CONFLICT (generation_id, kind) DO NOTHING`;
}
