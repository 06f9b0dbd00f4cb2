import type { SettingsStore } from '../../core/ports.js';
import { recordAudit } from '../audit.js';
import type { Database } from '../database.js';
import { spaceKey } from '../quota/locks.js';
import { policySchema, userSettingsSchema } from '../schemas.js';
import { toJson } from '../text.js';
import { savedPinRepository } from './saved-pins.js';

/** Settings of users, policies and time zones of spaces, saved pins. What this version cannot read counts as not set. */
export function createSettingsStore(db: Database, onWarning: (message: string) => void): SettingsStore {
  return {
    async user(platform, userId) {
      const row = await db.userSettings.findUnique({ where: { platform_userId: { platform, userId } } });
      return userSettingsSchema.safeParse(row?.value ?? {}).data ?? {};
    },

    async setUser(platform, userId, settings) {
      const value = toJson(settings);
      await db.userSettings.upsert({
        where: { platform_userId: { platform, userId } },
        create: { platform, userId, value },
        update: { value },
      });
    },

    async policy(platform, spaceId, channelId) {
      const key = { platform, spaceId: spaceKey(spaceId), channelId: channelId ?? '' };
      const row = await db.policy.findUnique({ where: { platform_spaceId_channelId: key } });
      return policySchema.safeParse(row?.value ?? {}).data ?? {};
    },

    async setPolicy(platform, spaceId, channelId, policy, audit) {
      const key = { platform, spaceId: spaceKey(spaceId), channelId: channelId ?? '' };
      const value = toJson(policy);
      await db.$transaction(async (tx) => {
        await tx.policy.upsert({
          where: { platform_spaceId_channelId: key },
          create: { ...key, value },
          update: { value },
        });
        await recordAudit(tx, audit);
      });
    },

    async timeZone(platform, spaceId) {
      const key = { platform, spaceId: spaceKey(spaceId) };
      const row = await db.spaceSettings.findUnique({ where: { platform_spaceId: key } });
      return row?.timeZone ?? null;
    },

    async setTimeZone(platform, spaceId, timeZone, audit) {
      const key = { platform, spaceId: spaceKey(spaceId) };
      await db.$transaction(async (tx) => {
        await tx.spaceSettings.upsert({
          where: { platform_spaceId: key },
          create: { ...key, timeZone },
          update: { timeZone },
        });
        await recordAudit(tx, audit);
      });
    },

    ...savedPinRepository(db, onWarning),
  };
}
