import { ApiError } from '../api-error.js';
import type { ApiMethod } from './method.js';

const authTest: ApiMethod = {
  scopes: [],
  run: ({ team }) => ({
    url: `https://${team.name}.slack.com/`,
    team: team.name,
    team_id: team.organisation?.token ? team.organisation.id : team.id,
    enterprise_id: team.organisation?.id ?? null,
    is_enterprise_install: team.organisation?.token != null,
    user: 'kaleido',
    user_id: team.botUserId,
    bot_id: team.botId,
  }),
};

// https://docs.slack.dev/reference/methods/emoji.list
const emojiList: ApiMethod = {
  scopes: ['emoji:read'],
  run: ({ workspace, team, options }) => {
    const all = [...(workspace.emojis.get(team.id) ?? [])].map(([name, what]) => [
      name,
      typeof what === 'string' ? what : `${options.filesUrl()}/emoji/${team.id}/${name}/0123456789abcdef.png`,
    ]);
    return { emoji: Object.fromEntries(all) };
  },
};

const usersInfo: ApiMethod = {
  scopes: ['users:read'],
  run: ({ workspace, team, args }) => {
    const user = typeof args.user === 'string' ? workspace.users.get(args.user) : undefined;
    // Of another workspace, the app sees those whom a channel is shared with, as they are at home.
    const isGuest = [...workspace.channels.values()].some(
      ({ members, teamId }) => teamId === team.id && user !== undefined && members.has(user.id),
    );
    if (!user || (user.teamId !== team.id && !isGuest)) throw new ApiError('user_not_found');
    return {
      user: {
        id: user.id,
        team_id: user.teamId,
        name: user.name,
        real_name: user.name,
        is_admin: user.isAdmin,
        is_owner: user.isOwner,
        is_primary_owner: user.isOwner,
        is_bot: user.isBot,
        ...(args.include_locale === true || args.include_locale === 'true' ? { locale: user.locale } : {}),
      },
    };
  },
};

const userGroups: ApiMethod = {
  scopes: ['usergroups:read'],
  run: ({ workspace, team, args }) => {
    const withUsers = args.include_users === true || args.include_users === 'true';
    const groups = [...workspace.userGroups].filter(([, { teamId }]) => teamId === team.id);
    return {
      usergroups: groups.map(([id, { handle, users }]) => ({
        id,
        handle,
        name: handle,
        ...(withUsers ? { users } : {}),
      })),
    };
  },
};

/**
 * https://docs.slack.dev/reference/methods/users.conversations: of private channels only those that the app is in as
 * well.
 */
const usersConversations: ApiMethod = {
  scopes: ['channels:read', 'groups:read', 'im:read'],
  run: ({ workspace, team, args }) => {
    const user = typeof args.user === 'string' ? workspace.users.get(args.user) : undefined;
    if (!user) throw new ApiError('user_not_found');
    const kinds = String(args.types ?? 'public_channel').split(',');
    const needed = { public_channel: 'channels:read', private_channel: 'groups:read' } as const;
    for (const [kind, scope] of Object.entries(needed)) {
      if (kinds.includes(kind) && !team.scopes.has(scope)) throw new ApiError('missing_scope', { needed: scope });
    }
    const found = [...workspace.channels.values()].filter(
      ({ kind, members, teamId }) =>
        teamId === team.id &&
        members.has(user.id) &&
        kinds.includes(`${kind}_channel`) &&
        (kind === 'public' || members.has(team.botUserId)),
    );
    const limit = Number(args.limit ?? 100);
    const from = Number(args.cursor ?? 0);
    const next = from + limit < found.length ? String(from + limit) : '';
    return {
      channels: found.slice(from, from + limit).map(({ id, name }) => ({ id, name })),
      response_metadata: { next_cursor: next },
    };
  },
};

const reaction = (isAdded: boolean): ApiMethod => ({
  scopes: ['reactions:write'],
  run: ({ workspace, team, args, emit }) => {
    const channel = workspace.channelFor(team, args.channel);
    const message = workspace.message(channel.id, args.timestamp);
    if (!message) throw new ApiError('message_not_found');
    const name = String(args.name ?? '');
    const known = message.reactions.find((candidate) => candidate.name === name);
    if (isAdded === (known?.users.includes(team.botUserId) ?? false)) {
      throw new ApiError(isAdded ? 'already_reacted' : 'no_reaction');
    }
    if (!isAdded && known) known.users = known.users.filter((id) => id !== team.botUserId);
    else if (known) known.users.push(team.botUserId);
    else message.reactions.push({ name, users: [team.botUserId] });
    const item = { type: 'message', channel: channel.id, ts: message.ts };
    const type = isAdded ? 'reaction_added' : 'reaction_removed';
    emit(team.id, { type, user: team.botUserId, reaction: name, item, item_user: message.userId });
    return {};
  },
});

export const peopleMethods: Readonly<Record<string, ApiMethod>> = {
  'auth.test': authTest,
  'emoji.list': emojiList,
  'users.info': usersInfo,
  'users.conversations': usersConversations,
  'usergroups.list': userGroups,
  'reactions.add': reaction(true),
  'reactions.remove': reaction(false),
};
