import { whole } from '../../engine/schemas/index.js';
import { requireAdmin, scopeOf } from '../access/index.js';

import { check } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import type { Actor, AuditEntry } from '../types.js';

const MOST_ENTRIES = 100;
const MOST_SKIPPED = 1_000_000;

/** An entry of the audit about what the actor did. */
export function auditEntry(
  actor: Actor,
  at: Date,
  what: Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'>,
): AuditEntry {
  return { scope: scopeOf(actor), actorId: actor.userId, actorName: actor.userName, ...what, at };
}

/** Reading what admins and moderators did. */
export function auditUseCases({ store }: CoreDeps): Pick<Core, 'audit'> {
  return {
    async audit(actor, limit, skip = 0) {
      requireAdmin(actor, 'audit');
      return store.audit.list(
        scopeOf(actor),
        check(whole({ min: 1, max: MOST_ENTRIES }), limit, 'limit'),
        check(whole({ min: 0, max: MOST_SKIPPED }), skip, 'page'),
      );
    },
  };
}
