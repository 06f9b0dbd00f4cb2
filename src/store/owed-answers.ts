import { z } from 'zod';
import type { OwedAnswerStore } from '../core/index.js';
import type { Database } from './database.js';
import { jsonObjectSchema, platformSchema } from './schemas.js';
import { storable, storableJson } from './text.js';

/**
 * How long, in milliseconds, the key of a request stays whose asker was told to try again: Slack sends an event that it
 * takes for lost once more after a minute and after five.
 */
const REMEMBERED = 15 * 60_000;

/** What can be kept: what comes from outside may be of any length and kind, and one row must not keep others out. */
const id = z.string().max(500).transform(storable);
const keepable = z.object({
  key: id,
  platform: platformSchema,
  realm: id,
  userId: id,
  address: jsonObjectSchema.refine((address) => JSON.stringify(address).length <= 10_000),
  lifeMs: z.number(),
});

const rows = z.array(
  z.object({
    key: z.string(),
    platform: platformSchema,
    realm: z.string(),
    userId: z.string(),
    address: jsonObjectSchema,
    isMoot: z.boolean(),
  }),
);

/** Acknowledged requests that are not answered yet. One statement for all that is noted or settled at a time. */
export function createOwedAnswerStore(db: Database): OwedAnswerStore {
  return { ...ofHolder(db), ...ofOthers(db) };
}

/** What the process does that is to answer. */
function ofHolder(db: Database): Pick<OwedAnswerStore, 'add' | 'renew' | 'settle' | 'release'> {
  return {
    async add(all, holder, leaseMs) {
      const owed = all.flatMap((one) => keepable.safeParse(one).data ?? []);
      await db.$executeRaw`
        INSERT INTO public.owed_answer (key, platform, realm, user_id, address, holder, leased_until, expires_at)
        SELECT key, platform, realm, "userId", address, ${holder},
          now() + ${leaseMs} * interval '1 millisecond', now() + "lifeMs" * interval '1 millisecond'
        FROM jsonb_to_recordset(${storableJson(owed)}::jsonb)
          AS owed (key text, platform text, realm text, "userId" text, address jsonb, "lifeMs" float8)
        ON CONFLICT (key) DO UPDATE SET holder = EXCLUDED.holder, leased_until = EXCLUDED.leased_until
          WHERE owed_answer.taken_at IS NULL AND owed_answer.leased_until <= now()`;
    },

    // What is locked is being accepted, claimed or settled: one of them must not keep the others from being renewed.
    async renew(holder, leaseMs) {
      await db.$executeRaw`
        UPDATE public.owed_answer SET leased_until = now() + ${leaseMs} * interval '1 millisecond'
        WHERE key IN (SELECT key FROM public.owed_answer WHERE holder = ${holder} FOR UPDATE SKIP LOCKED)`;
    },

    async settle(answered, dropped, holder) {
      await db.$executeRaw`
        DELETE FROM public.owed_answer
        WHERE key = ANY(${answered.map(storable)}::text[]) OR (key = ANY(${dropped.map(storable)}::text[]) AND holder = ${holder})`;
    },

    async release(waits, holder) {
      await db.$executeRaw`
        UPDATE public.owed_answer SET holder = '', leased_until = now() + released.wait * interval '1 millisecond'
        FROM unnest(${[...waits.keys()].map(storable)}::text[], ${[...waits.values()]}::float8[]) AS released (id, wait)
        WHERE key = released.id AND holder = ${holder}`;
    },
  };
}

/** What others do when that process is gone. */
function ofOthers(db: Database): Pick<OwedAnswerStore, 'claim' | 'told'> {
  return {
    async claim(platform, limit, holder, leaseMs) {
      return rows.parse(
        await db.$queryRaw`
          UPDATE public.owed_answer AS owed
          SET holder = ${holder}, leased_until = now() + ${leaseMs} * interval '1 millisecond', taken_at = now()
          WHERE key IN (
            SELECT key FROM public.owed_answer
            WHERE platform = ${platform} AND leased_until <= now() AND holder <> ${holder}
            ORDER BY leased_until LIMIT ${limit} FOR UPDATE SKIP LOCKED)
          RETURNING key, platform, realm, user_id AS "userId", address,
            told_at IS NOT NULL OR expires_at <= now() OR EXISTS (
              SELECT 1 FROM public.generation WHERE idempotency_key = owed.key) AS "isMoot"`,
      );
    },

    async told(keys) {
      await db.$executeRaw`
        UPDATE public.owed_answer
        SET told_at = now(), address = '{}', holder = '', leased_until = now() + ${REMEMBERED} * interval '1 millisecond'
        WHERE key = ANY(${keys.map(storable)}::text[])`;
    },
  };
}
