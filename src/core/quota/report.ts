import { requireAdmin, scopeOf } from '../access/index.js';

import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { dayOf } from './day.js';
import { bindingLimits, withDefaultQuota } from './quota.js';

/**
 * What a user may still do today. Another user's is for admins, and leaves that user's roles out: nobody tells them
 * here.
 */
export function quotaReportUseCase(deps: CoreDeps): Pick<Core, 'quota'> {
  const { store, defaults, clock } = deps;
  return {
    async quota(actor, userId = actor.userId) {
      const isOwn = userId === actor.userId;
      if (!isOwn) requireAdmin(actor, 'quota');
      const { channelId } = actor;
      const scope = scopeOf(actor);
      const day = await dayOf(deps, actor, clock());
      const [usage, policies] = await Promise.all([
        store.quotas.usage(scope, userId, day.since),
        store.quotas.policies(scope),
      ]);
      const who = { userId, channelId, roleIds: isOwn ? actor.roleIds : [] };
      return {
        usage,
        unit: deps.prices?.unit ?? null,
        limits: bindingLimits({ actor: who, policies: withDefaultQuota(policies, defaults.quota) }),
        resetsAt: day.resetsAt,
        timeZone: day.timeZone,
      };
    },
  };
}
