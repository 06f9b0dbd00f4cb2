import type { QuotaPolicy } from '../../core/types.js';
import type { Database, Transaction } from '../database.js';
import { quotaSubjectSchema } from '../schemas.js';
import { type Scope, spaceKey } from './locks.js';

/** Policies of a space; those for subjects that this version does not know are left out. */
export async function readPolicies(db: Database | Transaction, { platform, spaceId }: Scope): Promise<QuotaPolicy[]> {
  const rows = await db.quotaPolicy.findMany({
    where: { platform, spaceId: spaceKey(spaceId) },
    orderBy: [{ subject: 'asc' }, { subjectId: 'asc' }],
  });
  return rows.flatMap(({ subject, subjectId, imagesPerDay, inFlight }) => {
    const known = quotaSubjectSchema.safeParse(subject);
    if (!known.success) return [];
    return [
      {
        subject: known.data,
        subjectId,
        ...(imagesPerDay === null ? {} : { imagesPerDay }),
        ...(inFlight === null ? {} : { inFlight }),
      },
    ];
  });
}
