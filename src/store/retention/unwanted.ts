import type { RetentionStore } from '../../core/index.js';
import type { Database } from '../database.js';
import { unreferred } from '../references.js';

/** Files that are to be removed. */
export function unwantedRepository(db: Database): Pick<RetentionStore, 'announce' | 'unwanted' | 'removed'> {
  const removed = async (keys: readonly string[]) => {
    await db.unwantedBlob.deleteMany({ where: { key: { in: [...keys] } } });
  };
  return {
    async announce(keys) {
      await db.unwantedBlob.createMany({ data: keys.map((key) => ({ key })), skipDuplicates: true });
    },

    async unwanted(before, limit) {
      const rows = await db.unwantedBlob.findMany({ where: { since: { lt: before } }, take: limit });
      const keys = rows.map(({ key }) => key);
      const unwanted = await unreferred(db, keys);
      // One that was shown again meanwhile is kept.
      await removed(keys.filter((key) => !unwanted.includes(key)));
      return unwanted;
    },

    removed,
  };
}
