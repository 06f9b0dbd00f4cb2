import { setTimeout as sleep } from 'node:timers/promises';
import { type InstallationStore as BoltStore, type InstallationQuery, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { InstallationStore } from '../../../core/index.js';
import { createRecent, KaleidoError } from '../../../engine/basics/index.js';
import type { Network } from '../../../network/index.js';
import { type ApiConnection, clientOptions } from '../api/index.js';
import { type AppSecrets, type Credentials, InstalledToken, readCredentials } from './installed-token.js';
import { explainToken, rotates, type SlackErrors, tokenRefusal } from './token.js';
import { WorkspaceClient } from './workspace-client.js';

/** A workspace as events name it; `enterpriseId` is null outside of organisations (Enterprise Grid). */
export interface TeamRef {
  teamId: string;
  enterpriseId: string | null;
}

/** What is needed to act in one workspace. */
export interface Workspace extends TeamRef {
  botUserId: string;
  botId: string;
  client: webApi.WebClient;
  /** The token to use now, for what is no method of the Web API. @throws what renewing it throws */
  token(): Promise<string>;
  network: Network;
}

/** The app is not installed in a workspace (any more). */
export class NotInstalledError extends KaleidoError<Pick<SlackErrors, 'not_installed'>> {}

/** Milliseconds between attempts to ask Slack whose a token is; each wait is twice as long as the one before. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Refusals in a row that are no bad moment of Slack's. */
const REFUSALS_BELIEVED = 2;
/** Workspaces whose clients are kept. */
const MOST = 5000;

/** Where workspaces are found. */
export interface WorkspacesOptions extends ApiConnection {
  /** Token of the only workspace or organisation; null when they install by OAuth. */
  botToken: string | null;
  /** For tokens that rotate; null without OAuth. */
  secrets: AppSecrets | null;
  installations: InstallationStore;
}

const authSchema = z.object({
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().default(false),
  user_id: z.string(),
  bot_id: z.string(),
});

/** Whom the one token belongs to: a workspace, or all of an organisation. */
interface Only {
  id: string;
  isOrganisation: boolean;
  botUserId: string;
  botId: string;
  token: string;
}

/** The workspaces that have the bot: by a token, or because they or their organisation installed it. */
export class Workspaces {
  readonly #options: WorkspacesOptions;
  /** By the id of what installed it, and of the workspace. */
  readonly #known = createRecent<string, { tokens: InstalledToken; workspace: Workspace }>(MOST);
  readonly #tokens = createRecent<string, InstalledToken>(MOST);
  #only: Only | null = null;
  /** Workspaces of the single token. */
  readonly #onlys = createRecent<string, Workspace>(MOST);
  readonly #stopped = new AbortController();

  constructor(options: WorkspacesOptions) {
    this.#options = options;
  }

  /**
   * Asks Slack who the single token belongs to, for as long as Slack cannot be reached; does nothing with OAuth.
   * @throws KaleidoError `bad_setting` when Slack refuses the token
   */
  async verify(): Promise<void> {
    const { botToken, log } = this.#options;
    if (botToken === null) return;
    if (rotates(botToken)) {
      log.warn(
        { setting: 'SLACK_BOT_TOKEN' },
        'Slack ends this token within twelve hours (token rotation). Install the app by OAuth, where Kaleido renews tokens, or make one without token rotation',
      );
    }
    const answer = await this.#ask(new webApi.WebClient(botToken, clientOptions(this.#options)));
    const { bot_id: botId, enterprise_id, is_enterprise_install, team_id, user_id } = authSchema.parse(answer);
    const isOrganisation = is_enterprise_install && enterprise_id != null;
    this.#only = {
      id: isOrganisation ? enterprise_id : team_id,
      isOrganisation,
      botUserId: user_id,
      botId,
      token: botToken,
    };
  }

  /** @throws NotInstalledError */
  async get(team: TeamRef): Promise<Workspace> {
    if (this.#options.botToken !== null) {
      if (this.#only === null) await this.verify();
      const only = this.#only;
      if (only !== null && only.id === (only.isOrganisation ? team.enterpriseId : team.teamId)) {
        return this.#ofOnly(only, team);
      }
      throw new NotInstalledError('not_installed', { teamId: team.teamId });
    }
    return (
      (await this.#installed(team.teamId, team)) ??
      (team.enterpriseId === null ? null : await this.#installed(team.enterpriseId, team)) ??
      Promise.reject(new NotInstalledError('not_installed', { teamId: team.teamId }))
    );
  }

  #ofOnly({ botId, botUserId, isOrganisation, token }: Only, team: TeamRef): Workspace {
    const known = this.#onlys.get(team.teamId);
    if (known !== undefined) return known;
    const client = new webApi.WebClient(token, this.#clientOptions(team, isOrganisation));
    const workspace = {
      ...team,
      botId,
      botUserId,
      client,
      token: async () => token,
      network: this.#options.network,
    };
    this.#onlys.set(team.teamId, workspace);
    return workspace;
  }

  /** The workspace as what has this id installed the app: itself, or its organisation. */
  async #installed(id: string, team: TeamRef): Promise<Workspace | null> {
    const credentials = readCredentials(await this.#options.installations.find('slack', id));
    if (credentials === null) return null;
    const tokens = this.#tokens.get(id) ?? this.#tokensOf(id, credentials);
    tokens.learn(credentials);
    const key = `${id} ${team.teamId}`;
    const known = this.#known.get(key);
    const { botId, botUserId } = credentials;
    if (known?.tokens === tokens && known.workspace.botId === botId && known.workspace.botUserId === botUserId) {
      return known.workspace;
    }
    const client = new WorkspaceClient(tokens, this.#clientOptions(team, id !== team.teamId));
    const workspace = {
      ...team,
      botId,
      botUserId,
      client,
      token: () => tokens.current(),
      network: this.#options.network,
    };
    this.#known.set(key, { tokens, workspace });
    return workspace;
  }

  #tokensOf(id: string, known: Credentials): InstalledToken {
    const { installations, secrets } = this.#options;
    const tokens = new InstalledToken(id, known, installations, secrets, this.#options);
    this.#tokens.set(id, tokens);
    return tokens;
  }

  /** An organisation's token works in all of its workspaces: each call names the one that it is for. */
  #clientOptions({ teamId }: TeamRef, isOrganisation: boolean): webApi.WebClientOptions {
    return { ...clientOptions(this.#options), ...(isOrganisation ? { teamId } : {}) };
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

  /** Whether a token was verified, or workspaces may come. */
  get isReady(): boolean {
    return this.#options.botToken === null || this.#only !== null;
  }
}

/**
 * Bolt's store of installations over ours: of a workspace by its id, of a whole organisation by that one's. Only bot
 * tokens are kept: the app asks for no user token.
 */
export function createBoltInstallationStore(store: InstallationStore): BoltStore {
  return {
    storeInstallation: async ({ bot, enterprise, isEnterpriseInstall, team }) => {
      const owner = isEnterpriseInstall === true ? enterprise : team;
      if (owner === undefined || bot === undefined)
        throw new Error('Slack told of no workspace, or gave no bot token.');
      const credentials: Credentials = {
        botToken: bot.token,
        botUserId: bot.userId,
        botId: bot.id,
        refreshToken: bot.refreshToken ?? null,
        expiresAt: bot.expiresAt === undefined ? null : bot.expiresAt * 1000,
      };
      await store.save({ platform: 'slack', spaceId: owner.id, name: owner.name ?? owner.id, credentials });
    },
    fetchInstallation: async () => {
      // Bolt asks for installations only to authorise events, which this adapter does by itself.
      throw new Error('Installations are read by the workspaces.');
    },
    deleteInstallation: async ({ enterpriseId, isEnterpriseInstall, teamId }: InstallationQuery<boolean>) => {
      const id = isEnterpriseInstall ? enterpriseId : teamId;
      if (id !== undefined) await store.remove('slack', id);
    },
  };
}

const schema = z.object({
  view: z.object({ app_installed_team_id: z.string() }).nullish().catch(undefined),
  message: z.object({ team: z.string() }).nullish().catch(undefined),
  team: z.object({ id: z.string(), enterprise_id: z.string().nullish() }).nullish().catch(undefined),
  enterprise: z.object({ id: z.string() }).nullish().catch(undefined),
  user: z.object({ team_id: z.string() }).nullish().catch(undefined),
});

/** Ids of organisations begin with E, those of workspaces with T. */
const isWorkspace = (id: string | undefined): id is string => id !== undefined && !id.startsWith('E');

/**
 * The workspace that an interaction is of: the one that has the app. In a channel that workspaces share, `team` is the
 * person's, which may not have it; the app's own is told with forms and with the message that was pressed. Where a
 * whole organisation has the app, a form may name that one, and `team` may be missing. Null where no workspace is
 * named.
 */
export function teamOfInteraction(body: unknown): TeamRef | null {
  const { view, message, team, enterprise, user } = schema.safeParse(body).data ?? {};
  const ids = [view?.app_installed_team_id, message?.team, team?.id, user?.team_id];
  const teamId = ids.find(isWorkspace);
  if (teamId === undefined) return null;
  const organisation = ids.find((id) => id !== undefined && !isWorkspace(id));
  return { teamId, enterpriseId: enterprise?.id ?? team?.enterprise_id ?? organisation ?? null };
}
