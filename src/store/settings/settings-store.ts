import { personKey } from '../../core/access/index.js';
import type { SettingsStore } from '../../core/index.js';
import { recordAudit } from '../audit.js';
import type { Database } from '../database.js';
import { policySchema, userSettingsSchema } from '../schemas.js';
import { toJson } from '../text.js';
import { savedPinRepository } from './saved-pins.js';

/**
 * Settings of people, policies and time zones of scopes, saved pins. What this version cannot read counts as not set.
 */
export function createSettingsStore(db: Database, onWarning: (message: string) => void): SettingsStore {
  return {
    async user(person) {
      const key = { platform: person.platform, person: personKey(person) };
      const row = await db.userSettings.findUnique({ where: { platform_person: key } });
      return userSettingsSchema.safeParse(row?.value ?? {}).data ?? {};
    },

    async setUser(person, settings) {
      const key = { platform: person.platform, person: personKey(person) };
      const value = toJson(settings);
      await db.userSettings.upsert({
        where: { platform_person: key },
        create: { ...key, value },
        update: { value },
      });
    },

    async policy({ platform, key: scope }, channelId) {
      const key = { platform, scope, channelId: channelId ?? '' };
      const row = await db.policy.findUnique({ where: { platform_scope_channelId: key } });
      return policySchema.safeParse(row?.value ?? {}).data ?? {};
    },

    async setPolicy(channelId, policy, audit) {
      const { platform, key: scope } = audit.scope;
      const key = { platform, scope, channelId: channelId ?? '' };
      const value = toJson(policy);
      await db.$transaction(async (tx) => {
        await tx.policy.upsert({
          where: { platform_scope_channelId: key },
          create: { ...key, value },
          update: { value },
        });
        await recordAudit(tx, audit);
      });
    },

    async timeZone({ platform, key: scope }) {
      const row = await db.spaceSettings.findUnique({ where: { platform_scope: { platform, scope } } });
      return row?.timeZone ?? null;
    },

    async setTimeZone(timeZone, audit) {
      const { platform, key: scope } = audit.scope;
      const key = { platform, scope };
      await db.$transaction(async (tx) => {
        if (timeZone === null) await tx.spaceSettings.deleteMany({ where: key });
        else {
          await tx.spaceSettings.upsert({
            where: { platform_scope: key },
            create: { ...key, timeZone },
            update: { timeZone },
          });
        }
        await recordAudit(tx, audit);
      });
    },

    ...savedPinRepository(db, onWarning),
  };
}
