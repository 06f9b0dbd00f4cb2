import type { QuotaPolicy, Scope } from '../../core/index.js';
import type { Database, Transaction } from '../database.js';
import { quotaSubjectSchema } from '../schemas.js';

/** Policies of a scope; those for subjects that this version does not know are left out. */
export async function readPolicies(db: Database | Transaction, { platform, key }: Scope): Promise<QuotaPolicy[]> {
  const rows = await db.quotaPolicy.findMany({
    where: { platform, scope: key },
    orderBy: [{ subject: 'asc' }, { subjectId: 'asc' }],
  });
  return rows.flatMap(({ subject, subjectId, imagesPerDay, inFlight, costPerDay }) => {
    const known = quotaSubjectSchema.safeParse(subject);
    if (!known.success) return [];
    return [
      {
        subject: known.data,
        subjectId,
        ...(imagesPerDay === null ? {} : { imagesPerDay }),
        ...(inFlight === null ? {} : { inFlight }),
        ...(costPerDay === null ? {} : { costPerDay }),
      },
    ];
  });
}
