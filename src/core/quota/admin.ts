import { z } from 'zod';
import { whole } from '../../engine/schemas/index.js';
import { requireAdmin, scopeOf } from '../access/index.js';

import { CoreError, check, idempotencyKeyOf, telling, withoutUndefined } from '../basics/index.js';

import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { QUOTA_SUBJECTS } from '../names/index.js';
import { auditEntry } from '../policy/index.js';
import type { Actor, AuditEntry, QuotaPolicy } from '../types.js';
import { dayOf, findTimeZone } from './day.js';

const MOST_IMAGES = 1_000_000;
const MOST_IN_FLIGHT = 10_000;
/** A million units. */
const MOST_COST = 1_000_000_000;

const subjectSchema = z.enum(QUOTA_SUBJECTS);

const policySchema: z.ZodType<QuotaPolicy> = z
  .strictObject({
    subject: subjectSchema,
    subjectId: z.string().max(100),
    imagesPerDay: whole({ min: 0, max: MOST_IMAGES }).optional(),
    inFlight: whole({ min: 0, max: MOST_IN_FLIGHT }).optional(),
    costPerDay: whole({ min: 0, max: MOST_COST }).optional(),
  })
  .refine(({ imagesPerDay, inFlight, costPerDay }) => (imagesPerDay ?? inFlight ?? costPerDay) !== undefined, {
    path: ['imagesPerDay'],
    ...telling({ why: 'no_limit' }),
  })
  .refine(({ subject, subjectId }) => (subjectId === '') === (subject === 'default' || subject === 'space'), {
    path: ['subjectId'],
    ...telling({ why: 'not_one_subject' }),
  });

type QuotaAdmin = Pick<
  Core,
  'quotaPolicies' | 'setQuota' | 'removeQuota' | 'grantQuota' | 'resetQuota' | 'setTimeZone'
>;

/** Setting limits: for admins, each change audited. */
export function quotaAdminUseCases(deps: CoreDeps): QuotaAdmin {
  return { ...policyUseCases(deps), ...usageUseCases(deps), ...timeZoneUseCases(deps) };
}

const auditOf = (
  { clock }: CoreDeps,
  actor: Actor,
  what: Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'>,
) => auditEntry(actor, clock(), what);

/** A policy as the audit keeps it: with the unit of that time, which the host may change. */
function withUnit({ prices }: CoreDeps, policy: QuotaPolicy | null) {
  return policy?.costPerDay === undefined || prices === undefined ? policy : { ...policy, unit: prices.unit };
}

function policyUseCases(deps: CoreDeps): Pick<QuotaAdmin, 'quotaPolicies' | 'setQuota' | 'removeQuota'> {
  const { quotas } = deps.store;
  const find = async (actor: Actor, { subject, subjectId }: Pick<QuotaPolicy, 'subject' | 'subjectId'>) => {
    const policies = await quotas.policies(scopeOf(actor));
    return policies.find((policy) => policy.subject === subject && policy.subjectId === subjectId) ?? null;
  };
  return {
    async quotaPolicies(actor) {
      requireAdmin(actor, 'quota');
      return quotas.policies(scopeOf(actor));
    },

    async setQuota(actor, policy) {
      requireAdmin(actor, 'quota');
      const after = withoutUndefined(check(policySchema, policy));
      const before = await find(actor, after);
      const said = { before: withUnit(deps, before), after: withUnit(deps, after) };
      const entry = auditOf(deps, actor, { action: 'quota.set', subject: nameOf(after), ...said });
      await quotas.setPolicy(after, entry);
    },

    async removeQuota(actor, subject) {
      requireAdmin(actor, 'quota');
      const before = await find(actor, subject);
      const said = { before: withUnit(deps, before), after: null };
      const entry = auditOf(deps, actor, { action: 'quota.remove', subject: nameOf(subject), ...said });
      if (before === null || !(await quotas.removePolicy(subject, entry))) {
        throw new CoreError('bad_value', { option: 'subject', why: 'no_quota', subject: nameOf(subject) });
      }
    },
  };
}

function usageUseCases(deps: CoreDeps): Pick<QuotaAdmin, 'grantQuota' | 'resetQuota'> {
  const { store, clock } = deps;
  const usageToday = async (actor: Actor, userId: string) => {
    const { since } = await dayOf(deps, actor, clock());
    return { since, usage: await store.quotas.usage(scopeOf(actor), userId, since) };
  };
  return {
    async grantQuota(actor, userId, images, idempotencyKey) {
      requireAdmin(actor, 'quota');
      const granted = check(whole({ min: 1, max: MOST_IMAGES }), images, 'images');
      const { usage } = await usageToday(actor, userId);
      const after = { ...usage, granted: usage.granted + granted };
      const entry = auditOf(deps, actor, { action: 'quota.grant', subject: `user ${userId}`, before: usage, after });
      const once = idempotencyKey === null ? null : idempotencyKeyOf(actor, idempotencyKey);
      await store.quotas.grant(userId, granted, entry, once);
    },

    async resetQuota(actor, userId) {
      requireAdmin(actor, 'quota');
      const { usage, since } = await usageToday(actor, userId);
      const after = { ...usage, images: 0, cost: 0 };
      const entry = auditOf(deps, actor, { action: 'quota.reset', subject: `user ${userId}`, before: usage, after });
      await store.quotas.reset(userId, since, entry);
    },
  };
}

function timeZoneUseCases(deps: CoreDeps): Pick<QuotaAdmin, 'setTimeZone'> {
  const { settings } = deps.store;
  return {
    async setTimeZone(actor, zone) {
      requireAdmin(actor, 'quota');
      const after = zone === null ? null : findTimeZone(zone);
      if (after === undefined) {
        throw new CoreError('bad_value', { option: 'zone', why: 'not_time_zone' });
      }
      const before = await settings.timeZone(scopeOf(actor));
      const entry = auditOf(deps, actor, { action: 'quota.time-zone', subject: 'space', before, after });
      await settings.setTimeZone(after, entry);
    },
  };
}

function nameOf({ subject, subjectId }: Pick<QuotaPolicy, 'subject' | 'subjectId'>): string {
  return subjectId === '' ? subject : `${subject} ${subjectId}`;
}
