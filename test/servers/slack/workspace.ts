import { randomBytes } from 'node:crypto';
import type { HostedFile } from '../hosted-file.js';
import { ApiError } from './api-error.js';
import type { ServerClock } from './server-clock.js';
import type {
  Acknowledgement,
  ApiCall,
  EndOfToken,
  EphemeralMessage,
  SlackChannel,
  SlackFile,
  SlackMessage,
  SlackTeam,
  SlackUser,
  SlackView,
  Violation,
} from './types.js';

/** An id as Slack makes them: a letter and ten capitals or digits. */
export const slackId = (letter: string): string => {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
  return letter + [...randomBytes(10)].map((byte) => alphabet[byte % alphabet.length]).join('');
};

/** Everything that the server remembers, of all its workspaces. */
export class Workspace {
  readonly clock: ServerClock;
  readonly teams = new Map<string, SlackTeam>();
  readonly users = new Map<string, SlackUser>();
  readonly channels = new Map<string, SlackChannel>();
  readonly messages: SlackMessage[] = [];
  readonly ephemerals: EphemeralMessage[] = [];
  readonly files = new Map<string, SlackFile>();
  /** By team, then by name. */
  readonly emojis = new Map<string, Map<string, HostedFile | string>>();
  readonly views = new Map<string, SlackView>();
  readonly userGroups = new Map<string, { teamId: string; handle: string; users: string[] }>();
  /** Tokens that are good no more, and why; one that was never given is `invalid_auth`. */
  readonly endedTokens = new Map<string, EndOfToken>();
  readonly violations: Violation[] = [];
  readonly calls: ApiCall[] = [];
  readonly acknowledgements: Acknowledgement[] = [];
  /** Trigger ids: valid for 3 s, used once (https://docs.slack.dev/interactivity/handling-user-interaction). */
  readonly triggers = new Map<string, { userId: string; teamId: string; expiresAt: number; isUsed: boolean }>();
  #lastTs = 0;

  constructor(clock: ServerClock) {
    this.clock = clock;
  }

  /** The next message's `ts`: seconds with six decimals, ever growing. */
  nextTs(): string {
    this.#lastTs = Math.max(this.#lastTs + 1, Math.floor(this.clock.now() * 1000));
    return `${Math.floor(this.#lastTs / 1e6)}.${String(this.#lastTs % 1e6).padStart(6, '0')}`;
  }

  violate(where: string, what: string): void {
    this.violations.push({ where, what });
  }

  team(id: string): SlackTeam {
    const team = this.teams.get(id);
    if (!team) throw new Error(`The test knows no workspace ${id}.`);
    return team;
  }

  user(id: string): SlackUser {
    const user = this.users.get(id);
    if (!user) throw new Error(`The test knows no user ${id}.`);
    return user;
  }

  /** A channel of a workspace that the app may know of: public, or with the app in it. */
  channelFor(team: SlackTeam, id: unknown): SlackChannel {
    const channel = typeof id === 'string' ? this.channels.get(id) : undefined;
    const isVisible = channel?.teamId === team.id && (channel.kind === 'public' || channel.members.has(team.botUserId));
    if (!channel || !isVisible) throw new ApiError('channel_not_found');
    return channel;
  }

  message(channelId: string, ts: unknown): SlackMessage | undefined {
    return this.messages.find((message) => message.channelId === channelId && message.ts === ts);
  }

  directChannel(teamId: string, userId: string): SlackChannel {
    const bot = this.team(teamId).botUserId;
    const known = [...this.channels.values()].find(
      ({ kind, members, teamId: team }) => kind === 'im' && team === teamId && members.has(userId) && members.has(bot),
    );
    if (known) return known;
    const channel: SlackChannel = {
      id: slackId('D'),
      name: `im-${userId}`,
      teamId,
      kind: 'im',
      members: new Set([userId, bot]),
      isArchived: false,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  trigger(teamId: string, userId: string): string {
    const id = `${Math.floor(this.clock.now())}.${randomBytes(6).readUIntBE(0, 6)}.${randomBytes(16).toString('hex')}`;
    this.triggers.set(id, { teamId, userId, expiresAt: this.clock.now() + 3000, isUsed: false });
    return id;
  }
}
