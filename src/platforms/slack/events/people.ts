import { z } from 'zod';
import { NO_RIGHTS } from '../../../core/access/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { Actor, ChannelAccess } from '../../../core/index.js';
import { Remembered } from '../api/index.js';
import { isDirect } from '../deliver/index.js';
import type { Workspace } from '../workspaces/index.js';

const userSchema = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().optional(),
    enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    locale: z.string().optional(),
    is_admin: z.boolean().default(false),
    is_owner: z.boolean().default(false),
    profile: z.object({ display_name: z.string().optional() }).optional(),
  }),
});
type SlackUser = z.infer<typeof userSchema>['user'];

const channelSchema = z.object({
  channel: z.object({
    is_private: z.boolean().default(true),
    is_im: z.boolean().default(false),
    is_mpim: z.boolean().default(false),
  }),
});

const channelsSchema = z.object({
  channels: z.array(z.object({ id: z.string() })).default([]),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});

const groupsSchema = z.object({
  usergroups: z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) })).default([]),
});

/**
 * Channels that one answer tells of, and answers that are asked for of one person: who is in more, is in them unknown
 * to us.
 */
const PAGE = 999;
const MOST_PAGES = 5;

/** Who people are, what they may and which channels they are in, from Slack's API, remembered for a minute. */
export class People {
  readonly #users: Remembered<SlackUser | null>;
  /** User groups of a workspace, by their people. */
  readonly #groups: Remembered<ReadonlyMap<string, readonly string[]>>;
  readonly #channels: Remembered<ReadonlySet<string>>;
  readonly #open: Remembered<boolean>;

  constructor(log: Log) {
    this.#users = new Remembered({ method: 'users.info', none: null, isOldGood: true }, log);
    this.#groups = new Remembered({ method: 'usergroups.list', none: new Map(), isOldGood: true }, log);
    this.#channels = new Remembered({ method: 'users.conversations', none: new Set(), isOldGood: false }, log);
    this.#open = new Remembered({ method: 'conversations.info', none: false, isOldGood: false }, log);
  }

  /**
   * Who does something in a channel. When Slack does not tell, somebody without any rights; so is, whatever they are at
   * home, a person of another workspace in a shared channel. Nobody is an admin in direct messages: those belong to
   * their person.
   */
  async actor(workspace: Workspace, userId: string, channelId: string): Promise<Actor> {
    const [user, groups] = await Promise.all([this.#user(workspace, userId), this.#groupsOf(workspace, userId)]);
    const isInCharge = user !== null && (user.is_admin || user.is_owner) && isAtHome(user, workspace);
    const isAlone = isDirect(channelId);
    const isAdmin = isInCharge && !isAlone;
    return {
      platform: 'slack',
      realm: workspace.teamId,
      userId,
      userName: nameOf(user) ?? userId,
      place: isAlone ? 'direct' : 'space',
      spaceId: isAlone ? null : workspace.teamId,
      channelId,
      // All who read a channel read its threads.
      conversationId: channelId,
      channels: this.#access(workspace, userId, channelId, isInCharge),
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

  #access(workspace: Workspace, userId: string, here: string, isInCharge: boolean): ChannelAccess {
    return {
      isOpen: () => this.#isOpen(workspace, here),
      rightsIn: async ({ spaceId, conversationId }) => {
        if (spaceId !== workspace.teamId) return NO_RIGHTS;
        const channels = await this.#channelsOf(workspace, userId);
        return channels.has(conversationId) ? { mayRead: true, mayModerate: isInCharge } : NO_RIGHTS;
      },
    };
  }

  /** Whether it is a public channel. */
  async #isOpen(workspace: Workspace, channelId: string): Promise<boolean> {
    const ask = async () => {
      const { channel } = channelSchema.parse(await workspace.client.conversations.info({ channel: channelId }));
      return !channel.is_private && !channel.is_im && !channel.is_mpim;
    };
    return this.#open.get(`${workspace.teamId} ${channelId}`, ask);
  }

  /** The channels that a person is a member of: all public ones, and those private ones that the bot is in too. */
  async #channelsOf(workspace: Workspace, userId: string): Promise<ReadonlySet<string>> {
    const ask = async () => {
      const ids = new Set<string>();
      let cursor = '';
      for (let page = 0; page < MOST_PAGES; page++) {
        const { channels, response_metadata: next } = channelsSchema.parse(
          await workspace.client.users.conversations({
            user: userId,
            types: 'public_channel,private_channel',
            limit: PAGE,
            ...(cursor === '' ? {} : { cursor }),
          }),
        );
        for (const { id } of channels) ids.add(id);
        cursor = next?.next_cursor ?? '';
        if (cursor === '') break;
      }
      return ids;
    };
    return this.#channels.get(`${workspace.teamId} ${userId}`, ask);
  }

  async #user(workspace: Workspace, userId: string): Promise<SlackUser | null> {
    const ask = async () => {
      const answer = await workspace.client.users.info({ user: userId, include_locale: true });
      return userSchema.parse(answer).user;
    };
    return this.#users.get(`${workspace.teamId} ${userId}`, ask);
  }

  async #groupsOf(workspace: Workspace, userId: string): Promise<readonly string[]> {
    const ask = async () => {
      const { usergroups } = groupsSchema.parse(await workspace.client.usergroups.list({ include_users: true }));
      const byUser = new Map<string, string[]>();
      for (const { id, users } of usergroups)
        for (const user of users) byUser.set(user, [...(byUser.get(user) ?? []), id]);
      return byUser;
    };
    const groups = await this.#groups.get(workspace.teamId, ask);
    return groups.get(userId) ?? [];
  }
}

const isAtHome = ({ enterprise_user: all, team_id: home }: SlackUser, { teamId }: Workspace): boolean =>
  home === teamId || (all?.teams.includes(teamId) ?? false);

const nameOf = (user: SlackUser | null): string | undefined =>
  user?.profile?.display_name || user?.real_name || user?.name || undefined;
