import { setTimeout as sleep } from 'node:timers/promises';
import { type InstallationStore as BoltStore, type InstallationQuery, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { InstallationStore } from '../../../core/index.js';
import { KaleidoError } from '../../../engine/basics/index.js';
import type { Network } from '../../../network/index.js';
import { type ApiConnection, clientOptions } from '../api/index.js';
import { explainToken, type SlackErrors, tokenRefusal } from './token.js';

/** What is needed to act in one workspace. */
export interface Workspace {
  teamId: string;
  botUserId: string;
  botId: string;
  client: webApi.WebClient;
  network: Network;
}

const credentials = z.object({ botToken: z.string(), botUserId: z.string(), botId: z.string() });
/** What OAuth left for us of a workspace. */
export type Credentials = z.infer<typeof credentials>;

/** The app is not installed in a workspace (any more). */
export class NotInstalledError extends KaleidoError<Pick<SlackErrors, 'not_installed'>> {}

/** Milliseconds between attempts to ask Slack whose a token is; each wait is twice as long as the one before. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Refusals in a row that are no bad moment of Slack's. */
const REFUSALS_BELIEVED = 2;

/** Where workspaces are found. */
export interface WorkspacesOptions extends ApiConnection {
  /** Token of the only workspace; null when workspaces install by OAuth. */
  botToken: string | null;
  installations: InstallationStore;
}

/** The workspaces that have the bot: one by a token, or those that installed it. */
export class Workspaces {
  readonly #options: WorkspacesOptions;
  readonly #known = new Map<string, { token: string; workspace: Workspace }>();
  #only: Workspace | null = null;
  readonly #stopped = new AbortController();

  constructor(options: WorkspacesOptions) {
    this.#options = options;
  }

  /**
   * Asks Slack who the single token belongs to, for as long as Slack cannot be reached; does nothing with OAuth.
   * @throws KaleidoError `bad_setting` when Slack refuses the token
   */
  async verify(): Promise<void> {
    const { botToken } = this.#options;
    if (botToken === null) return;
    const client = this.#client(botToken);
    const answer = await this.#ask(client);
    const {
      team_id: teamId,
      user_id: botUserId,
      bot_id: botId,
    } = z.object({ team_id: z.string(), user_id: z.string(), bot_id: z.string() }).parse(answer);
    this.#only = { teamId, botUserId, botId, client, network: this.#options.network };
  }

  /** @throws NotInstalledError */
  async get(teamId: string): Promise<Workspace> {
    if (this.#options.botToken !== null) {
      if (this.#only === null) await this.verify();
      if (this.#only?.teamId === teamId) return this.#only;
      throw new NotInstalledError('not_installed', { teamId });
    }
    const installation = await this.#options.installations.find('slack', teamId);
    const parsed = credentials.safeParse(installation?.credentials);
    if (!parsed.success) throw new NotInstalledError('not_installed', { teamId });
    const { botToken: token, botUserId, botId } = parsed.data;
    const known = this.#known.get(teamId);
    if (known?.token === token) return known.workspace;
    const workspace = { teamId, botUserId, botId, client: this.#client(token), network: this.#options.network };
    this.#known.set(teamId, { token, workspace });
    return workspace;
  }

  /** Waits out an outage, and takes no single refusal for the last word. */
  async #ask(client: webApi.WebClient): Promise<unknown> {
    const { signal } = this.#stopped;
    let refusals = 0;
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      signal.throwIfAborted();
      try {
        return await client.auth.test();
      } catch (error) {
        if (tokenRefusal(error) !== null && ++refusals === REFUSALS_BELIEVED) explainToken(error);
        this.#options.log.warn({ err: error, retryMs: wait }, 'Slack does not answer for its token yet; trying again');
      }
      await sleep(wait, undefined, { signal });
    }
  }

  /** Ends waiting for Slack. */
  stop(): void {
    this.#stopped.abort();
  }

  #client(token: string): webApi.WebClient {
    return new webApi.WebClient(token, clientOptions(this.#options));
  }

  /** Whether a token was verified, or workspaces may come. */
  get isReady(): boolean {
    return this.#options.botToken === null || this.#only !== null;
  }
}

/**
 * Bolt's store of installations over ours. Only bot tokens of single workspaces are kept: the app asks for no user
 * token and is not meant for a whole organisation at once (`org_deploy_enabled: false` in the manifest).
 */
export function createBoltInstallationStore(store: InstallationStore): BoltStore {
  return {
    storeInstallation: async (installation) => {
      const { team, bot } = installation;
      if (team === undefined || bot === undefined) {
        throw new Error('Install the app in a single workspace: a whole organisation cannot have it.');
      }
      const credentials: Credentials = { botToken: bot.token, botUserId: bot.userId, botId: bot.id };
      await store.save({ platform: 'slack', spaceId: team.id, name: team.name ?? team.id, credentials });
    },
    fetchInstallation: async () => {
      // Bolt asks for installations only to authorise events, which this adapter does by itself.
      throw new Error('Installations are read by the workspaces.');
    },
    deleteInstallation: async (query: InstallationQuery<boolean>) => {
      if (query.teamId !== undefined) await store.remove('slack', query.teamId);
    },
  };
}

const schema = z.object({
  view: z.object({ app_installed_team_id: z.string() }).nullish().catch(undefined),
  message: z.object({ team: z.string() }).nullish().catch(undefined),
});

/**
 * The workspace that an interaction is of, as far as it names one: the one that has the app. In a channel that
 * workspaces share, `team` is the person's, which may not have it; the app's own is told with forms and with the
 * message that was pressed.
 */
export function installedTeamOf(body: unknown): string | null {
  const { view, message } = schema.safeParse(body).data ?? {};
  return view?.app_installed_team_id ?? message?.team ?? null;
}
