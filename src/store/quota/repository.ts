import type { QuotaStore } from '../../core/ports.js';
import { recordAudit } from '../audit.js';
import type { Database } from '../database.js';
import { sumUsage } from './ledger.js';
import { lock, spaceKey } from './locks.js';
import { readPolicies } from './policies.js';

export function createQuotaStore(db: Database): QuotaStore {
  return {
    policies: (platform, spaceId) => readPolicies(db, { platform, spaceId }),

    async setPolicy(platform, spaceId, { subject, subjectId, imagesPerDay = null, inFlight = null }, audit) {
      const key = { platform, spaceId: spaceKey(spaceId), subject, subjectId };
      const limits = { imagesPerDay, inFlight };
      await db.$transaction(async (tx) => {
        // Requests are decided by the policies before or after, never by half of each.
        await lock(tx, 'policies', platform, key.spaceId);
        await tx.quotaPolicy.upsert({
          where: { platform_spaceId_subject_subjectId: key },
          create: { ...key, ...limits },
          update: limits,
        });
        await recordAudit(tx, audit);
      });
    },

    removePolicy(platform, spaceId, { subject, subjectId }, audit) {
      return db.$transaction(async (tx) => {
        await lock(tx, 'policies', platform, spaceKey(spaceId));
        const { count } = await tx.quotaPolicy.deleteMany({
          where: { platform, spaceId: spaceKey(spaceId), subject, subjectId },
        });
        if (count > 0) await recordAudit(tx, audit);
        return count > 0;
      });
    },

    async grant(platform, spaceId, userId, images, audit) {
      await db.$transaction(async (tx) => {
        await tx.ledgerEntry.create({
          data: { platform, spaceId: spaceKey(spaceId), channelId: '', userId, kind: 'grant', images, at: audit.at },
        });
        await recordAudit(tx, audit);
      });
    },

    async reset(platform, spaceId, userId, since, audit) {
      await db.$transaction(async (tx) => {
        await lock(tx, 'user', platform, spaceKey(spaceId), userId);
        const { user } = await sumUsage(tx, { platform, spaceId }, { userId, channelId: '' }, since);
        await tx.ledgerEntry.create({
          data: {
            platform,
            spaceId: spaceKey(spaceId),
            channelId: '',
            userId,
            kind: 'reset',
            images: 0 - Math.max(0, user.images),
            at: audit.at,
          },
        });
        await recordAudit(tx, audit);
      });
    },

    async usage(platform, spaceId, userId, since) {
      return (await sumUsage(db, { platform, spaceId }, { userId, channelId: '' }, since)).user;
    },
  };
}
