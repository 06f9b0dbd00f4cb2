import type { InstallationStore, Platform } from '../core/index.js';
import type { Database } from './database.js';
import { jsonObjectSchema, platformSchema } from './schemas.js';
import { storable, toNullableJson } from './text.js';

/** Guilds and workspaces that have the bot. */
export function createInstallationStore(db: Database): InstallationStore {
  return {
    async save({ platform, spaceId, name, credentials }) {
      const data = { name: storable(name), credentials: toNullableJson(credentials) };
      await db.installation.upsert({
        where: { platform_spaceId: { platform, spaceId } },
        create: { platform, spaceId, ...data },
        update: data,
      });
      await db.leftSpace.deleteMany({ where: { platform, spaceId } });
    },

    async find(platform, spaceId) {
      const row = await db.installation.findUnique({ where: { platform_spaceId: { platform, spaceId } } });
      if (row === null) return null;
      return {
        platform: platformSchema.parse(row.platform),
        spaceId: row.spaceId,
        name: row.name,
        credentials: row.credentials === null ? null : jsonObjectSchema.parse(row.credentials),
      };
    },

    remove: (platform, spaceId) => leave(db, platform, [spaceId]),

    async keepOnly(platform, spaceIds) {
      const kept = new Set(spaceIds);
      const rows = await db.installation.findMany({ where: { platform }, select: { spaceId: true } });
      const left = rows.flatMap(({ spaceId }) => (kept.has(spaceId) ? [] : [spaceId]));
      await leave(db, platform, left);
    },

    count: (platform) => db.installation.count({ where: { platform } }),
  };
}

async function leave(db: Database, platform: Platform, spaceIds: readonly string[]): Promise<void> {
  const spaces = spaceIds.map((spaceId) => ({ platform, spaceId }));
  await db.$transaction(async (tx) => {
    await tx.leftSpace.createMany({ data: spaces, skipDuplicates: true });
    await tx.installation.deleteMany({ where: { platform, spaceId: { in: [...spaceIds] } } });
  });
}
