import type { QuotaStore } from '../../core/index.js';
import { recordAudit } from '../audit.js';
import type { Database } from '../database.js';
import { isFirst } from '../events.js';
import { sumUsage } from './ledger.js';
import { lock } from './locks.js';
import { readPolicies } from './policies.js';

export function createQuotaStore(db: Database): QuotaStore {
  return { ...policyRepository(db), ...usageRepository(db) };
}

function policyRepository(db: Database): Pick<QuotaStore, 'policies' | 'setPolicy' | 'removePolicy'> {
  return {
    policies: (scope) => readPolicies(db, scope),

    async setPolicy({ subject, subjectId, imagesPerDay = null, inFlight = null, costPerDay = null }, audit) {
      const { platform, key: scope } = audit.scope;
      const key = { platform, scope, subject, subjectId };
      const limits = { imagesPerDay, inFlight, costPerDay };
      await db.$transaction(async (tx) => {
        // Requests are decided by the policies before or after, never by half of each.
        await lock(tx, 'policies', platform, scope);
        await tx.quotaPolicy.upsert({
          where: { platform_scope_subject_subjectId: key },
          create: { ...key, ...limits },
          update: limits,
        });
        await recordAudit(tx, audit);
      });
    },

    removePolicy({ subject, subjectId }, audit) {
      const { platform, key: scope } = audit.scope;
      return db.$transaction(async (tx) => {
        await lock(tx, 'policies', platform, scope);
        const { count } = await tx.quotaPolicy.deleteMany({ where: { platform, scope, subject, subjectId } });
        if (count > 0) await recordAudit(tx, audit);
        return count > 0;
      });
    },
  };
}

/** What people are granted and have had. */
function usageRepository(db: Database): Pick<QuotaStore, 'grant' | 'reset' | 'usage'> {
  return {
    async grant(userId, images, audit, once) {
      const { platform, key: scope } = audit.scope;
      await db.$transaction(async (tx) => {
        if (once !== null && !(await isFirst(tx, platform, `grant:${once}`, audit.at))) return;
        await tx.ledgerEntry.create({
          data: { platform, scope, channelId: '', userId, kind: 'grant', images, at: audit.at },
        });
        await recordAudit(tx, audit);
      });
    },

    async reset(userId, since, audit) {
      const { platform, key: scope } = audit.scope;
      await db.$transaction(async (tx) => {
        await lock(tx, 'user', platform, scope, userId);
        const { user } = await sumUsage(tx, audit.scope, { userId, channelId: '' }, since);
        const images = 0 - Math.max(0, user.images);
        const cost = 0 - Math.max(0, user.cost);
        await tx.ledgerEntry.create({
          data: { platform, scope, channelId: '', userId, kind: 'reset', images, cost, at: audit.at },
        });
        await recordAudit(tx, audit);
      });
    },

    async usage(scope, userId, since) {
      return (await sumUsage(db, scope, { userId, channelId: '' }, since)).user;
    },
  };
}
