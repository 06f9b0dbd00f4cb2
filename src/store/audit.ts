import type { AuditEntry, AuditStore } from '../core/index.js';

import type { Database, Transaction } from './database.js';
import { storable, toNullableJson } from './text.js';

/** Adds an entry, in the transaction that makes the change. */
export async function recordAudit(db: Database | Transaction, entry: AuditEntry): Promise<void> {
  const { scope, actorId, actorName, action, subject, before, after, at } = entry;
  await db.auditEntry.create({
    data: {
      platform: scope.platform,
      scope: scope.key,
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

export function createAuditStore(db: Database): AuditStore {
  return {
    record: (entry) => recordAudit(db, entry),

    async list(scope, limit, skip = 0) {
      const where = { platform: scope.platform, scope: scope.key };
      const rows = await db.auditEntry.findMany({ where, orderBy: { id: 'desc' }, take: limit, skip });
      return rows.map(({ id: _, platform: __, ...row }): AuditEntry => ({ ...row, scope }));
    },
  };
}
