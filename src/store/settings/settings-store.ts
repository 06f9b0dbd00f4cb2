import { z } from 'zod';
import { personKey } from '../../core/access/index.js';
import type { Policy, SettingsStore, UserSettings } from '../../core/index.js';
import { recordAudit } from '../audit.js';
import type { Database } from '../database.js';
import { policySchema, userSettingsSchema } from '../schemas.js';
import { storable, toJson } from '../text.js';
import { type LookUp, together } from '../together.js';
import { savedPinRepository } from './saved-pins.js';

/**
 * Settings of people, policies and time zones of scopes, saved pins. What this version cannot read counts as not set.
 */
export function createSettingsStore(db: Database, onWarning: (message: string) => void): SettingsStore {
  return {
    ...userRepository(db),
    ...policyRepository(db),
    ...timeZoneRepository(db),
    ...savedPinRepository(db, onWarning),
  };
}

function userRepository(db: Database): Pick<SettingsStore, 'user' | 'setUser'> {
  const userSettings = lookUpUsers(db);
  return {
    user: (person) => userSettings({ platform: person.platform, person: personKey(person) }),

    async setUser(person, settings) {
      const key = { platform: person.platform, person: personKey(person) };
      const value = toJson(settings);
      await db.userSettings.upsert({
        where: { platform_person: key },
        create: { ...key, value },
        update: { value },
      });
    },
  };
}

function policyRepository(db: Database): Pick<SettingsStore, 'policy' | 'setPolicy'> {
  const policies = lookUpPolicies(db);
  return {
    policy: ({ platform, key: scope }, channelId) => policies({ platform, scope, channelId: channelId ?? '' }),

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
  };
}

function timeZoneRepository(db: Database): Pick<SettingsStore, 'timeZone' | 'setTimeZone'> {
  return {
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
  };
}

const userRows = z.array(z.object({ platform: z.string(), person: z.string(), value: z.unknown() }));
const policyRows = z.array(
  z.object({ platform: z.string(), scope: z.string(), channelId: z.string(), value: z.unknown() }),
);

interface UserKey {
  platform: string;
  person: string;
}

/**
 * Asked for before every acknowledgement, and so by many at a time: in plain SQL, as Prisma would compile a query anew
 * for each number of keys.
 */
function lookUpUsers(db: Database): LookUp<UserKey, UserSettings> {
  const textOf = ({ platform, person }: UserKey) => JSON.stringify([platform, person]);
  return together(
    async (keys) => {
      const rows = userRows.parse(
        await db.$queryRaw`
          SELECT platform, person, value FROM public.user_settings
          JOIN unnest(${keys.map((key) => key.platform)}::text[], ${keys.map((key) => storable(key.person))}::text[])
            AS asked (platform, person) USING (platform, person)`,
      );
      return new Map(rows.map((row) => [textOf(row), userSettingsSchema.safeParse(row.value).data ?? {}]));
    },
    textOf,
    {},
  );
}

interface PolicyKey {
  platform: string;
  scope: string;
  channelId: string;
}

/** See `lookUpUsers`. */
function lookUpPolicies(db: Database): LookUp<PolicyKey, Policy> {
  const textOf = ({ platform, scope, channelId }: PolicyKey) => JSON.stringify([platform, scope, channelId]);
  return together(
    async (keys) => {
      const rows = policyRows.parse(
        await db.$queryRaw`
          SELECT platform, scope, channel_id AS "channelId", value FROM public.policy
          JOIN unnest(${keys.map((key) => key.platform)}::text[], ${keys.map((key) => storable(key.scope))}::text[],
            ${keys.map((key) => storable(key.channelId))}::text[])
            AS asked (platform, scope, channel_id) USING (platform, scope, channel_id)`,
      );
      return new Map(rows.map((row) => [textOf(row), policySchema.safeParse(row.value).data ?? {}]));
    },
    textOf,
    {},
  );
}
