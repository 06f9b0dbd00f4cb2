import { z } from 'zod';
import { RANGES } from '../../engine/basics/index.js';
import { whole } from '../../engine/schemas/index.js';
import { requireAdmin, scopeOf } from '../access/index.js';

import { CoreError, changed, check, telling, withoutUndefined } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { OWN_PICTURES } from '../names/index.js';
import type { Actor, Policy } from '../types.js';
import { auditEntry } from './audit.js';
import { plainWords } from './blocklist/index.js';
import { modelNamed, modelsIn } from './models.js';

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

/** Room for what a host may have. */
const MOST_MODELS = 100;
const model = z.string().trim().min(1).max(200);

const policySchema: z.ZodType<Policy> = z.strictObject({
  isEnabled: flag.optional(),
  isSpoiler: flag.optional(),
  isPrivate: flag.optional(),
  rerollVotes: whole({ min: 1, max: 50 }).optional(),
  models: z.array(model).max(MOST_MODELS).optional(),
  usualModel: z.string().trim().max(200).optional(),
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
export function policyUseCases(deps: CoreDeps): Pick<Core, 'policy' | 'models' | 'ownPolicy' | 'setPolicy'> {
  const { store, clock } = deps;
  return {
    policy: (actor) => policyOf(deps, actor),

    models: async (actor) => modelsIn(deps, await policyOf(deps, actor)),

    ownPolicy: (actor, scope, channelId = actor.channelId) =>
      store.settings.policy(scopeOf(actor), scope === 'channel' ? channelId : null),

    async setPolicy(actor, scope, change, channelId = actor.channelId) {
      requireAdmin(actor, 'policy');
      const channel = scope === 'channel' ? channelId : null;
      const before = await store.settings.policy(scopeOf(actor), channel);
      const asked = withOffered(deps, check(policySchema, change));
      const after = changed(before, asked);
      const place = { ...actor, channelId: channel ?? '' };
      if (asked.usualModel) requireAllowed(deps, { ...(await policyOf(deps, place)), ...withoutUndefined(after) });
      const subject = channel === null ? 'space' : `channel ${channel}`;
      const entry = auditEntry(actor, clock(), { action: 'policy.set', subject, before, after });
      await store.settings.setPolicy(channel, after, entry);
    },
  };
}

/**
 * The change with models as the host calls them.
 * @throws CoreError `bad_value` for one that the host does not have
 */
function withOffered(deps: CoreDeps, change: Policy): Policy {
  const { offered } = modelsIn(deps, deps.defaults.policy);
  const called = (option: string) => (name: string) => {
    const found = modelNamed(name, offered);
    if (found === undefined) throw new CoreError('bad_value', { option, why: 'not_choice', choices: offered });
    return found;
  };
  return {
    ...change,
    ...(change.models === undefined ? {} : { models: [...new Set(change.models.map(called('allowed')))] }),
    ...(change.usualModel ? { usualModel: called('usual')(change.usualModel) } : {}),
  };
}

/** @throws CoreError `bad_value` where the usual model is none of those that may be chosen */
function requireAllowed(deps: CoreDeps, policy: Required<Policy>): void {
  const { allowed } = modelsIn(deps, policy);
  if (allowed.includes(policy.usualModel)) return;
  throw new CoreError('bad_value', { option: 'usual', why: 'not_choice', choices: allowed });
}
