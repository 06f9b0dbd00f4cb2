import { z } from 'zod';
import type { LateUploadStore } from '../core/index.js';
import type { Database } from './database.js';
import { jsonObjectSchema } from './schemas.js';

const rows = z.array(
  z.object({
    id: z.string(),
    details: jsonObjectSchema,
    file: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes)),
    attempts: z.number(),
  }),
);
const counted = z.tuple([z.object({ count: z.number() })]);

/** Pictures that wait until a platform takes them. */
export function createLateUploadStore(db: Database): LateUploadStore {
  return {
    async add(platform, { id, details, file }, dueAt) {
      await db.$executeRaw`
        INSERT INTO public.late_upload (id, platform, details, file, due_at)
        VALUES (${id}, ${platform}, ${JSON.stringify(details)}::jsonb, ${file}, ${dueAt})`;
    },

    async claim(platform, limit, leaseMs, now) {
      const lease = new Date(now.getTime() + leaseMs);
      return rows.parse(
        await db.$queryRaw`
          UPDATE public.late_upload SET due_at = ${lease}, attempts = attempts + 1
          WHERE id IN (
            SELECT id FROM public.late_upload WHERE platform = ${platform} AND due_at <= ${now}
            ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
          RETURNING id, details, file, attempts`,
      );
    },

    async postpone(id, dueAt) {
      await db.$executeRaw`UPDATE public.late_upload SET due_at = ${dueAt} WHERE id = ${id}`;
    },

    async find(platform, id) {
      const found = await db.$queryRaw`
        SELECT id, details, file, attempts FROM public.late_upload WHERE platform = ${platform} AND id = ${id}`;
      return rows.parse(found)[0] ?? null;
    },

    async keep(id, details, dueAt) {
      const written = await db.$executeRaw`
        UPDATE public.late_upload SET details = ${JSON.stringify(details)}::jsonb, due_at = ${dueAt}, attempts = 0
        WHERE id = ${id}`;
      return written > 0;
    },

    async remove(id) {
      await db.$executeRaw`DELETE FROM public.late_upload WHERE id = ${id}`;
    },

    async count(platform) {
      const found = await db.$queryRaw`
        SELECT count(*)::int AS count FROM public.late_upload WHERE platform = ${platform}`;
      return counted.parse(found)[0].count;
    },
  };
}
