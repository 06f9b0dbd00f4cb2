import type { PictureBlockStore } from '../core/index.js';
import { recordAudit } from './audit.js';
import type { Database } from './database.js';
import { storable } from './text.js';

/** Pictures that nobody may bring along. */
export function createPictureBlockStore(db: Database): PictureBlockStore {
  return {
    async list({ platform, key: scope }) {
      const rows = await db.blockedPicture.findMany({ where: { platform, scope }, orderBy: { createdAt: 'desc' } });
      return rows.map(({ hash, name, createdAt }) => ({ hash, name, createdAt }));
    },

    add: (pictures, audit) =>
      db.$transaction(async (tx) => {
        const { platform, key: scope } = audit.scope;
        const rows = pictures.map(({ name, ...picture }) => ({ platform, scope, ...picture, name: storable(name) }));
        await tx.blockedPicture.createMany({ data: rows, skipDuplicates: true });
        await recordAudit(tx, audit);
      }),

    remove: (hash, audit) =>
      db.$transaction(async (tx) => {
        const { platform, key: scope } = audit.scope;
        const { count } = await tx.blockedPicture.deleteMany({ where: { platform, scope, hash } });
        if (count > 0) await recordAudit(tx, audit);
        return count > 0;
      }),
  };
}
