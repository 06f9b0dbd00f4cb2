import { z } from 'zod';
import { RANGES } from '../../engine/basics/index.js';
import { whole } from '../../engine/schemas/index.js';
import { requireAdmin, scopeOf } from '../access/index.js';

import { changed, check, telling, withoutUndefined } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { OWN_PICTURES } from '../names/index.js';
import type { Actor, Policy } from '../types.js';
import { auditEntry } from './audit.js';
import { plainWords } from './blocklist/index.js';

/** Room for the lists of one scope. */
const MOST_TERMS = 500;
const LONGEST_TERM = 100;

const term = z
  .string()
  .trim()
  .max(LONGEST_TERM)
  .refine((text) => plainWords(text).length > 0, telling({ why: 'no_letters' }));
const terms = z.array(term).max(MOST_TERMS);
const flag = z.boolean();

const policySchema: z.ZodType<Policy> = z.strictObject({
  isEnabled: flag.optional(),
  isSpoiler: flag.optional(),
  isPrivate: flag.optional(),
  rerollVotes: whole({ min: 1, max: 50 }).optional(),
  ownPictures: z.enum(OWN_PICTURES).optional(),
  blocked: terms.optional(),
  allowed: terms.optional(),
  useBuiltInBlocklist: flag.optional(),
  keepDays: whole(RANGES.keepDays).optional(),
});

/** The policy that holds in the actor's channel: field by field the channel's, else the space's, else the host's. */
export async function policyOf(
  { store, defaults }: Pick<CoreDeps, 'store' | 'defaults'>,
  actor: Pick<Actor, 'platform' | 'realm' | 'userId' | 'spaceId' | 'channelId'>,
): Promise<Required<Policy>> {
  const scope = scopeOf(actor);
  const [space, channel] = await Promise.all([
    store.settings.policy(scope, null),
    store.settings.policy(scope, actor.channelId),
  ]);
  return { ...defaults.policy, ...withoutUndefined(space), ...withoutUndefined(channel) };
}

/** Reading and setting the rules of a space and its channels. */
export function policyUseCases(deps: CoreDeps): Pick<Core, 'policy' | 'ownPolicy' | 'setPolicy'> {
  const { store, clock } = deps;
  return {
    policy: (actor) => policyOf(deps, actor),

    ownPolicy: (actor, scope, channelId = actor.channelId) =>
      store.settings.policy(scopeOf(actor), scope === 'channel' ? channelId : null),

    async setPolicy(actor, scope, change, channelId = actor.channelId) {
      requireAdmin(actor, 'policy');
      const channel = scope === 'channel' ? channelId : null;
      const before = await store.settings.policy(scopeOf(actor), channel);
      const after = changed(before, check(policySchema, change));
      const subject = channel === null ? 'space' : `channel ${channel}`;
      const entry = auditEntry(actor, clock(), { action: 'policy.set', subject, before, after });
      await store.settings.setPolicy(channel, after, entry);
    },
  };
}
