import type { InstallationStore } from '../core/index.js';
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

    async remove(platform, spaceId) {
      await db.installation.deleteMany({ where: { platform, spaceId } });
    },

    count: (platform) => db.installation.count({ where: { platform } }),
  };
}
