import type { AuditStore } from '../core/ports.js';
import type { AuditEntry } from '../core/types.js';
import type { Database, Transaction } from './database.js';
import { spaceKey } from './quota/locks.js';
import { readable } from './readable.js';
import { platformSchema } from './schemas.js';
import { storable, toNullableJson } from './text.js';

/** Adds an entry, in the transaction that makes the change. */
export async function recordAudit(db: Database | Transaction, entry: AuditEntry): Promise<void> {
  const { platform, spaceId, actorId, actorName, action, subject, before, after, at } = entry;
  await db.auditEntry.create({
    data: {
      platform,
      spaceId: spaceKey(spaceId),
      actorId,
      actorName: storable(actorName),
      action,
      subject: storable(subject),
      before: toNullableJson(before),
      after: toNullableJson(after),
      at,
    },
  });
}

export function createAuditStore(db: Database, onWarning: (message: string) => void): AuditStore {
  return {
    record: (entry) => recordAudit(db, entry),

    async list(platform, spaceId, limit) {
      const where = { platform, spaceId: spaceKey(spaceId) };
      const rows = await db.auditEntry.findMany({ where, orderBy: { id: 'desc' }, take: limit });
      return readable(
        rows,
        ({ id: _, ...row }): AuditEntry => ({
          ...row,
          platform: platformSchema.parse(row.platform),
          spaceId: row.spaceId === '' ? null : row.spaceId,
        }),
        onWarning,
      );
    },
  };
}
