import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Installation, InstallationStore } from '../../../core/index.js';
import { type ApiConnection, clientOptions, refusalCode } from '../api/index.js';
import type { TokenSource } from './workspace-client.js';

const credentials = z.object({
  botToken: z.string(),
  botUserId: z.string(),
  botId: z.string(),
  /** Exchanged for the next token, once; null where tokens do not rotate. */
  refreshToken: z.string().nullable().default(null),
  /** Milliseconds since 1970 at which a token that rotates ends; null where it does not. */
  expiresAt: z.number().nullable().default(null),
});

/** What OAuth left for us of a workspace or organisation. */
export type Credentials = z.infer<typeof credentials>;

/** The credentials of an installation; null when it has none that can be read. */
export const readCredentials = (installation: Installation | null): Credentials | null =>
  credentials.safeParse(installation?.credentials).data ?? null;

/** What tokens that rotate are exchanged with; null where the app is not installed by OAuth. */
export interface AppSecrets {
  clientId: string;
  clientSecret: string;
}

/** Milliseconds before its end from which a token is replaced, so that a clock that is off does not matter. */
const EARLY_MS = 2 * 3_600_000;

const exchanged = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

/**
 * The token of an installation, as the store has it. One that rotates
 * (https://docs.slack.dev/authentication/using-token-rotation) lives for twelve hours and is replaced before, or when
 * Slack refuses it; the store gets what it was replaced by before that is used, as a refresh token is good for one
 * exchange.
 */
export class InstalledToken implements TokenSource {
  readonly #id: string;
  readonly #installations: InstallationStore;
  readonly #secrets: AppSecrets | null;
  readonly #connection: ApiConnection;
  #known: Credentials;
  #renewing: Promise<Credentials | null> | null = null;

  /** @param id of the workspace or organisation that installed the app */
  constructor(
    id: string,
    known: Credentials,
    installations: InstallationStore,
    secrets: AppSecrets | null,
    connection: ApiConnection,
  ) {
    this.#id = id;
    this.#known = known;
    this.#installations = installations;
    this.#secrets = secrets;
    this.#connection = connection;
  }

  /** Takes over what the store has now. */
  learn(known: Credentials): void {
    if (this.#renewing === null) this.#known = known;
  }

  async current(): Promise<string> {
    const { botToken, expiresAt } = this.#known;
    if (expiresAt === null || Date.now() < expiresAt - EARLY_MS) return botToken;
    try {
      return (await this.#renewed(botToken))?.botToken ?? botToken;
    } catch (err) {
      // While it is good still, Slack's bad moment is no reason to do without.
      if (Date.now() < expiresAt) return botToken;
      throw err;
    }
  }

  async after(refused: string): Promise<string | null> {
    if (this.#known.botToken !== refused) return this.#known.botToken;
    return (await this.#renewed(refused))?.botToken ?? null;
  }

  /** One exchange at a time: a second would find the refresh token used. */
  #renewed(refused: string): Promise<Credentials | null> {
    this.#renewing ??= this.#renew(refused).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renew(refused: string): Promise<Credentials | null> {
    const stored = await this.#stored();
    if (stored !== null && stored.known.botToken !== refused) return this.#take(stored.known);
    if (stored === null || stored.known.refreshToken === null || this.#secrets === null) return null;
    try {
      const { access_token, refresh_token, expires_in } = exchanged.parse(
        await new webApi.WebClient(undefined, clientOptions(this.#connection)).oauth.v2.access({
          client_id: this.#secrets.clientId,
          client_secret: this.#secrets.clientSecret,
          grant_type: 'refresh_token',
          refresh_token: stored.known.refreshToken,
        }),
      );
      const known = {
        ...stored.known,
        botToken: access_token,
        refreshToken: refresh_token,
        expiresAt: Date.now() + expires_in * 1000,
      };
      await this.#installations.save({ ...stored.installation, credentials: known });
      return this.#take(known);
    } catch (err) {
      const refusal = refusalCode(err);
      if (refusal === null) throw err;
      // Another process may have been faster.
      const other = await this.#stored();
      if (other !== null && other.known.botToken !== refused) return this.#take(other.known);
      this.#connection.log.error(
        { teamId: this.#id, refusal },
        'Slack renews this workspace’s token no more: install the app there anew, at /slack/install',
      );
      return null;
    }
  }

  #take(known: Credentials): Credentials {
    this.#known = known;
    return known;
  }

  async #stored(): Promise<{ installation: Installation; known: Credentials } | null> {
    const installation = await this.#installations.find('slack', this.#id);
    const known = readCredentials(installation);
    return installation === null || known === null ? null : { installation, known };
  }
}
