import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../../core/basics/index.js';
import type { InstallationStore } from '../../../core/index.js';
import { KaleidoError } from '../../../engine/basics/index.js';
import type { Network } from '../../../network/index.js';
import { boltLogger } from '../api/index.js';
import type { SlackErrors } from './token-refusal.js';
import { explainToken } from './token-refusal.js';

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

/** How the Web API is reached. */
export interface ApiConnection {
  /** Base URL with a slash at its end; Slack's own when absent. */
  apiUrl?: string | undefined;
  network: Network;
  log: Log;
}

/** Calls that wait longer than this have failed. */
const TIMEOUT_MS = 15_000;

/**
 * For clients that tell of rate limits at once, so that whoever calls can decide to drop or to wait, and try twice more when the
 * network fails.
 */
export const clientOptions = ({ apiUrl, network, log }: ApiConnection): webApi.WebClientOptions => ({
  fetch: network.fetch,
  logger: boltLogger(log),
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2000 },
  timeout: TIMEOUT_MS,
});

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

  constructor(options: WorkspacesOptions) {
    this.#options = options;
  }

  /**
   * Asks Slack who the single token belongs to; does nothing with OAuth.
   * @throws KaleidoError `bad_option` when Slack refuses the token
   */
  async verify(): Promise<void> {
    const { botToken } = this.#options;
    if (botToken === null) return;
    const client = this.#client(botToken);
    const answer = await client.auth.test().catch(explainToken);
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

  #client(token: string): webApi.WebClient {
    return new webApi.WebClient(token, clientOptions(this.#options));
  }

  /** Whether a token was verified, or workspaces may come. */
  get isReady(): boolean {
    return this.#options.botToken === null || this.#only !== null;
  }
}
