import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { HostedFile } from '../hosted-file.js';
import type { AppConfig } from './app-config.js';
import { Deliveries } from './deliveries.js';
import { handleRequest } from './http.js';
import { visibleText } from './mentions.js';
import { chatMethods } from './methods/chat.js';
import { conversationMethods } from './methods/conversations.js';
import { fileMethods } from './methods/files.js';
import { peopleMethods } from './methods/people.js';
import { viewMethods } from './methods/views.js';
import { OAuth } from './oauth.js';
import { Person } from './person.js';
import { RateLimits } from './rate-limits.js';
import { ResponseUrls } from './response-urls.js';
import { ServerClock } from './server-clock.js';
import { Sockets } from './sockets.js';
import type {
  EndOfToken,
  EphemeralMessage,
  Json,
  SlackChannel,
  SlackMessage,
  SlackOrganisation,
  SlackTeam,
  SlackUser,
  SlackView,
} from './types.js';
import { WebApi } from './web-api.js';
import { slackId, Workspace } from './workspace.js';

export const ALL_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'reactions:read',
  'reactions:write',
  'usergroups:read',
  'users:read',
  'emoji:read',
];

const DEFAULTS: Omit<AppConfig, 'filesUrl'> = {
  appId: 'A0KALEIDO0',
  appToken: 'xapp-test',
  signingSecret: 'signing-secret',
  clientId: '1.2',
  clientSecret: 'client-secret',
  scopes: ALL_SCOPES,
  events: [
    'app_mention',
    'app_home_opened',
    'message.im',
    'reaction_added',
    'reaction_removed',
    'app_uninstalled',
    'tokens_revoked',
  ],
  commands: ['/imagine', '/kaleido', '/kaleido-quota'],
  shortcuts: [],
  requestUrl: null,
  distribution: 'unlisted',
  readableThreads: 'direct',
  rotatesTokens: false,
  acknowledgeWithinMs: 3000,
  fileProcessingMs: 150,
  blockFiles: 'own',
};

/**
 * A Slack on this machine: Web API, uploads, Events API, Socket Mode and OAuth over real HTTP and WebSockets. It
 * refuses what Slack refuses and notes in `workspace.violations` what Slack would punish.
 */
export class SlackServer {
  readonly app: AppConfig;
  readonly clock = new ServerClock();
  readonly workspace = new Workspace(this.clock);
  readonly limits: RateLimits;
  readonly responses = new ResponseUrls(this.workspace);
  readonly sockets = new Sockets(this.workspace);
  readonly oauth: OAuth;
  readonly deliveries: Deliveries;
  readonly api: WebApi;
  baseUrl = '';
  readonly #http: Server;

  private constructor(config: Omit<AppConfig, 'filesUrl'>) {
    const app = { ...config, filesUrl: () => this.baseUrl };
    this.app = app;
    this.limits = new RateLimits(this.clock, app.distribution === 'unlisted');
    this.oauth = new OAuth(this.workspace, app);
    this.deliveries = new Deliveries(this.workspace, app, this.sockets);
    const methods = {
      ...chatMethods,
      ...conversationMethods,
      ...fileMethods(() => this.baseUrl),
      ...viewMethods,
      ...peopleMethods,
    };
    const emit = (teamId: string, event: Json) => this.deliveries.event(teamId, String(event.type), event);
    this.api = new WebApi(this.workspace, app, this.limits, methods, emit);
    const { api, oauth, responses, sockets, workspace } = this;
    const parts = { workspace, api, oauth, responses, sockets, appToken: app.appToken, baseUrl: () => this.baseUrl };
    this.#http = createServer((request, response) => {
      handleRequest(parts, request, response).catch((error: unknown) => {
        workspace.violate('server', String(error));
        response.writeHead(500).end();
      });
    });
    this.#http.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  }

  /** Starts on a free port. */
  static async start(app: Partial<AppConfig> = {}): Promise<SlackServer> {
    const server = new SlackServer({ ...DEFAULTS, ...app });
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    const address = server.#http.address();
    if (typeof address !== 'object' || address === null) throw new Error('The server listens on no port.');
    server.baseUrl = `http://127.0.0.1:${address.port}`;
    return server;
  }

  async stop(): Promise<void> {
    this.clock.stop();
    this.sockets.stop();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** Base URL of the Web API, with a slash at its end. */
  get apiUrl(): string {
    return `${this.baseUrl}/api/`;
  }

  /** A workspace. @param isInstalled whether the app has its token already */
  addTeam(name: string, isInstalled = true, organisation: SlackOrganisation | null = null): SlackTeam {
    // An organisation has one bot.
    const sister = [...this.workspace.teams.values()].find(
      (one) => organisation !== null && one.organisation === organisation,
    );
    const id = slackId('T');
    const team: SlackTeam = {
      id,
      organisation,
      name,
      botUserId: sister?.botUserId ?? this.#addUser(id, 'kaleido', { isBot: true }).id,
      botId: sister?.botId ?? slackId('B'),
      token: isInstalled ? `xoxb-${randomBytes(8).toString('hex')}` : null,
      scopes: new Set(isInstalled ? this.app.scopes : []),
      areUploadsDisabled: false,
      rotation: null,
    };
    this.workspace.teams.set(team.id, team);
    return team;
  }

  /** An organisation that has the app nowhere yet; its workspaces are added with it. */
  addOrganisation(name: string): SlackOrganisation {
    return { id: slackId('E'), name, token: null };
  }

  addPerson(team: SlackTeam, name: string, details: Partial<SlackUser> = {}): Person {
    return new Person(this, this.#addUser(team.id, name, details));
  }

  #addUser(teamId: string, name: string, details: Partial<SlackUser>): SlackUser {
    const user = {
      id: slackId('U'),
      name,
      teamId,
      isAdmin: false,
      isOwner: false,
      isBot: false,
      locale: 'en-GB',
      ...details,
    };
    this.workspace.users.set(user.id, user);
    return user;
  }

  /** @param members people in it; the bot is added unless `hasBot` is false */
  addChannel(
    team: SlackTeam,
    name: string,
    members: readonly Person[],
    options: { kind?: 'public' | 'private' | 'mpim'; hasBot?: boolean } = {},
  ): SlackChannel {
    const ids = members.map(({ id }) => id);
    const channel: SlackChannel = {
      id: slackId(options.kind === 'mpim' ? 'G' : 'C'),
      name,
      teamId: team.id,
      kind: options.kind ?? 'public',
      members: new Set(options.hasBot === false ? ids : [...ids, team.botUserId]),
      isArchived: false,
    };
    this.workspace.channels.set(channel.id, channel);
    return channel;
  }

  /** Ends the token that a workspace gave the app, for the reason that Slack tells whoever uses it still. */
  endToken(team: SlackTeam, reason: EndOfToken): void {
    if (team.token !== null) this.workspace.endedTokens.set(team.token, reason);
    team.token = null;
  }

  /** A custom emoji of a workspace: a picture, or another name of one as `alias:other`. */
  addEmoji(team: SlackTeam, name: string, what: HostedFile | string): void {
    const { emojis } = this.workspace;
    const known = emojis.get(team.id) ?? new Map<string, HostedFile | string>();
    emojis.set(team.id, known.set(name, what));
  }

  addUserGroup(team: SlackTeam, handle: string, members: readonly Person[]): string {
    const id = slackId('S');
    this.workspace.userGroups.set(id, { teamId: team.id, handle, users: members.map(({ id: user }) => user) });
    return id;
  }

  /** Messages of a conversation, oldest first; of one thread without its first message when `threadTs` is given. */
  messages(channelId: string, threadTs?: string): SlackMessage[] {
    return this.workspace.messages.filter(
      (message) =>
        message.channelId === channelId && (!threadTs || (message.threadTs === threadTs && message.ts !== threadTs)),
    );
  }

  /** Messages of the bot in a conversation. */
  botMessages(channelId: string): SlackMessage[] {
    return this.messages(channelId).filter(({ botId }) => botId !== undefined);
  }

  /** What only this person sees. */
  ephemeralsFor(person: Person): EphemeralMessage[] {
    return this.workspace.ephemerals.filter(({ userId }) => userId === person.id);
  }

  /** The modal that is open before a person. */
  modalOf(person: Person): SlackView | undefined {
    return [...this.workspace.views.values()]
      .filter(({ type, userId }) => type === 'modal' && userId === person.id)
      .at(-1);
  }

  /** The Home tab as the app published it for a person. */
  homeOf(person: Person): SlackView | undefined {
    return [...this.workspace.views.values()].find(({ type, userId }) => type === 'home' && userId === person.id);
  }

  /** What a message shows as text. */
  textOf(message: Pick<SlackMessage, 'text' | 'blocks'>): string {
    return visibleText(message);
  }

  /** Makes the next call of a method be answered so. */
  force(method: string, answer: { status: number; headers?: Record<string, string>; body: Json }): void {
    this.api.forced.set(method, [...(this.api.forced.get(method) ?? []), answer]);
  }

  /**
   * Waits until `look` gives something.
   * @throws Error naming `what` and the violations after `timeoutMs`
   */
  async waitFor<T>(what: string, look: () => T | undefined | null | false, timeoutMs = 60_000): Promise<T> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const found = look();
      if (found) return found;
      if (performance.now() > until) {
        throw new Error(`No ${what} within ${timeoutMs} ms. Violations: ${JSON.stringify(this.workspace.violations)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
