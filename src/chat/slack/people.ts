import { z } from 'zod';
import type { Log } from '../../core/log.js';
import type { Actor } from '../../core/types.js';
import { isDirect } from './address.js';
import { refusalCode } from './api-errors.js';
import type { Workspace } from './workspaces.js';

const userSchema = z.object({
  user: z.object({
    id: z.string(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    locale: z.string().optional(),
    is_admin: z.boolean().default(false),
    is_owner: z.boolean().default(false),
    profile: z.object({ display_name: z.string().optional() }).optional(),
  }),
});
type SlackUser = z.infer<typeof userSchema>['user'];

const groupsSchema = z.object({
  usergroups: z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) })).default([]),
});

/** How long Slack's word on a person's rights and groups is taken for granted, in milliseconds. */
const FRESH_MS = 60_000;
/** People and workspaces remembered at most. */
const MOST = 5000;

interface Cached<T> {
  value: T;
  at: number;
}

/** Who people are and what they may, from users.info and usergroups.list, remembered for a minute. */
export class People {
  readonly #log: Log;
  readonly #users = new Map<string, Cached<SlackUser | null>>();
  readonly #groups = new Map<string, Cached<ReadonlyMap<string, readonly string[]>>>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Who does something in a channel. When Slack does not tell, somebody without any rights. */
  async actor(workspace: Workspace, userId: string, channelId: string): Promise<Actor> {
    const [user, groups] = await Promise.all([this.#user(workspace, userId), this.#groupsOf(workspace, userId)]);
    const isAdmin = user !== null && (user.is_admin || user.is_owner);
    return {
      platform: 'slack',
      userId,
      userName: nameOf(user) ?? userId,
      spaceId: isDirect(channelId) ? null : workspace.teamId,
      channelId,
      roleIds: groups,
      isAdmin,
      isModerator: isAdmin,
      locale: user?.locale ?? 'en-US',
    };
  }

  /** The name that people see, null when Slack does not tell. */
  async nameOf(workspace: Workspace, userId: string): Promise<string | null> {
    return nameOf(await this.#user(workspace, userId)) ?? null;
  }

  async #user(workspace: Workspace, userId: string): Promise<SlackUser | null> {
    const ask = async () => {
      const answer = await workspace.client.users.info({ user: userId, include_locale: true });
      return userSchema.parse(answer).user;
    };
    return this.#remember(this.#users, `${workspace.teamId} ${userId}`, null, 'users.info', ask);
  }

  async #groupsOf(workspace: Workspace, userId: string): Promise<readonly string[]> {
    const ask = async () => {
      const { usergroups } = groupsSchema.parse(await workspace.client.usergroups.list({ include_users: true }));
      const byUser = new Map<string, string[]>();
      for (const { id, users } of usergroups)
        for (const user of users) byUser.set(user, [...(byUser.get(user) ?? []), id]);
      return byUser;
    };
    const groups = await this.#remember(this.#groups, workspace.teamId, new Map(), 'usergroups.list', ask);
    return groups.get(userId) ?? [];
  }

  /** Remembers answers, also refusals; after an outage or a rate limit the last answer counts on. */
  async #remember<T>(
    cache: Map<string, Cached<T>>,
    key: string,
    none: T,
    method: string,
    ask: () => Promise<T>,
  ): Promise<T> {
    const known = cache.get(key);
    if (known && Date.now() - known.at < FRESH_MS) return known.value;
    try {
      const value = await ask();
      keep(cache, key, value);
      return value;
    } catch (err) {
      this.#log.warn({ err, method }, 'Slack did not tell about a person');
      if (known) return known.value;
      if (refusalCode(err) !== null) keep(cache, key, none);
      return none;
    }
  }
}

function keep<T>(cache: Map<string, Cached<T>>, key: string, value: T): void {
  cache.delete(key);
  cache.set(key, { value, at: Date.now() });
  const oldest = cache.keys().next().value;
  if (cache.size > MOST && oldest !== undefined) cache.delete(oldest);
}

const nameOf = (user: SlackUser | null): string | undefined =>
  user?.profile?.display_name || user?.real_name || user?.name || undefined;
