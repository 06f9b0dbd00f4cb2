import { z } from 'zod';
import type { RetentionStore } from '../../core/index.js';
import type { Database } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { emptyGeneration, UNFINISHED } from '../generations/index.js';

const DAY_MS = 24 * 3_600_000;
/** Most rows of one purge; the next one goes on. */
const MOST_PURGED = 1000;
const keeping = z.object({ keepDays: z.int().positive() });

/** Grids whose time is over, and what is left of deleted ones. */
export function expiryRepository(db: Database): Pick<RetentionStore, 'expire' | 'purge'> {
  return {
    async expire(keepDays, limit, now) {
      const rules = [...(keepDays === null ? [] : [olderThan(keepDays, now)]), ...(await policyRules(db, now))];
      if (rules.length === 0) return { keys: [], count: 0 };
      const over = await db.generation.findMany({
        where: { status: { notIn: ['deleted', ...UNFINISHED] }, OR: rules },
        select: { id: true },
        orderBy: { createdAt: 'asc' },
        take: limit,
      });
      const keys: string[] = [];
      for (const { id } of over)
        keys.push(...(await db.$transaction((tx) => emptyGeneration(tx, id, now, { isWithdrawn: false }))));
      return { keys, count: over.length };
    },

    async purge(before) {
      const left = await db.generation.findMany({
        where: { status: 'deleted', createdAt: { lt: before }, delivery: { is: { isDue: false } } },
        select: { id: true },
        take: MOST_PURGED,
      });
      await db.generation.deleteMany({ where: { id: { in: left.map(({ id }) => id) } } });
      const nobodys = { generationId: null, at: { lt: before } };
      await db.ledgerEntry.updateMany({ where: { ...nobodys, userId: { not: '' } }, data: { userId: '' } });
      await db.ledgerEntry.updateMany({
        where: { ...nobodys, scope: { startsWith: 'person:' } },
        data: { scope: 'person' },
      });
    },
  };
}

const olderThan = (days: number, now: Date): Prisma.GenerationWhereInput => ({
  createdAt: { lt: new Date(now.getTime() - days * DAY_MS) },
});

/** Of a channel its own rule, else that of its scope. */
async function policyRules(db: Database, now: Date): Promise<Prisma.GenerationWhereInput[]> {
  const rows = await db.policy.findMany({ where: { value: { path: ['keepDays'], gte: 0 } } });
  return rows.flatMap(({ platform, scope, channelId, value }) => {
    const rule = keeping.safeParse(value);
    if (!rule.success) return [];
    const others = rows.filter((row) => row.platform === platform && row.scope === scope && row.channelId !== '');
    const channel = channelId === '' ? { notIn: others.map((row) => row.channelId) } : channelId;
    return [{ ...olderThan(rule.data.keepDays, now), platform, scope, channelId: channel }];
  });
}
