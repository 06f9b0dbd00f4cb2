import { randomUUID } from 'node:crypto';
import type { AppConfig } from './app-config.js';
import type { Json, SlackTeam } from './types.js';
import type { ApiAnswer } from './web-api.js';
import type { Workspace } from './workspace.js';

/** Of a token that rotates, in seconds. */
const TOKEN_LIVES_S = 12 * 3600;

interface Grant {
  teamId: string;
  userId: string;
  isForOrganisation?: boolean;
  scopes: string[];
  redirectUri: string;
}

/** The consent page and the exchange of codes (https://docs.slack.dev/authentication/installing-with-oauth). */
export class OAuth {
  readonly #workspace: Workspace;
  readonly #app: AppConfig;
  readonly #codes = new Map<string, Grant>();
  /** Who the browser at the consent page belongs to. */
  visitor: { teamId: string; userId: string; isForOrganisation?: boolean } | null = null;
  /** Where the app is reached when its redirect URI names port 0; null sends the browser to the URI itself. */
  redirectHost: string | null = null;

  constructor(workspace: Workspace, app: AppConfig) {
    this.#workspace = workspace;
    this.#app = app;
  }

  /** The person agrees. @returns where the browser goes then, or null when the request is wrong */
  consent(query: URLSearchParams): string | null {
    const scopes = (query.get('scope') ?? '').split(',').filter(Boolean);
    const isKnown = query.get('client_id') === this.#app.clientId && this.visitor !== null;
    if (!isKnown || !this.visitor || scopes.some((scope) => !this.#app.scopes.includes(scope))) return null;
    const redirectUri = query.get('redirect_uri') ?? '';
    const code = randomUUID();
    this.#codes.set(code, { ...this.visitor, scopes, redirectUri });
    const back = new URL(redirectUri);
    if (this.redirectHost !== null && back.port === '0') back.port = new URL(this.redirectHost).port;
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return back.href;
  }

  /** `oauth.v2.access` */
  exchange(args: Json): ApiAnswer {
    const refuse = (error: string): ApiAnswer => ({ status: 200, body: { ok: false, error } });
    if (args.client_id !== this.#app.clientId) return refuse('invalid_client_id');
    if (args.client_secret !== this.#app.clientSecret) return refuse('bad_client_secret');
    if (args.grant_type === 'refresh_token') return this.#refresh(String(args.refresh_token));
    const grant = this.#codes.get(String(args.code));
    this.#codes.delete(String(args.code));
    if (!grant) return refuse('invalid_code');
    if (args.redirect_uri !== undefined && args.redirect_uri !== grant.redirectUri) return refuse('bad_redirect_uri');
    const team = this.#workspace.team(grant.teamId);
    team.scopes = new Set(grant.scopes);
    return grant.isForOrganisation ? this.#grantOrganisation(team, grant) : this.#grant(team, grant.userId);
  }

  /** One token for all workspaces of the organisation, none of which the answer names. */
  #grantOrganisation(team: SlackTeam, { scopes, userId }: Grant): ApiAnswer {
    const { organisation } = team;
    if (organisation === null) return { status: 200, body: { ok: false, error: 'invalid_code' } };
    organisation.token = `xoxb-${randomUUID()}`;
    for (const one of this.#workspace.teams.values())
      if (one.organisation === organisation) one.scopes = new Set(scopes);
    return {
      status: 200,
      body: {
        ok: true,
        access_token: organisation.token,
        token_type: 'bot',
        scope: scopes.join(','),
        bot_user_id: team.botUserId,
        app_id: this.#app.appId,
        team: null,
        enterprise: { id: organisation.id, name: organisation.name },
        authed_user: { id: userId },
        is_enterprise_install: true,
      },
    };
  }

  /** Each refresh token is good for one exchange (https://docs.slack.dev/authentication/using-token-rotation). */
  #refresh(token: string): ApiAnswer {
    const team = [...this.#workspace.teams.values()].find(({ rotation }) => rotation?.refreshToken === token);
    if (!team) return { status: 200, body: { ok: false, error: 'invalid_refresh_token' } };
    return this.#grant(team, null);
  }

  #grant(team: SlackTeam, userId: string | null): ApiAnswer {
    const { rotatesTokens } = this.#app;
    const now = this.#workspace.clock.now();
    if (team.token !== null) this.#workspace.endedTokens.set(team.token, 'token_expired');
    team.token = `${rotatesTokens ? 'xoxe.' : ''}xoxb-${randomUUID()}`;
    team.rotation = rotatesTokens
      ? { refreshToken: `xoxe-1-${randomUUID()}`, expiresAt: now + TOKEN_LIVES_S * 1000 }
      : null;
    return {
      status: 200,
      body: {
        ok: true,
        access_token: team.token,
        token_type: 'bot',
        scope: [...team.scopes].join(','),
        ...(team.rotation && { refresh_token: team.rotation.refreshToken, expires_in: TOKEN_LIVES_S }),
        bot_user_id: team.botUserId,
        app_id: this.#app.appId,
        team: { id: team.id, name: team.name },
        enterprise: null,
        ...(userId !== null && { authed_user: { id: userId } }),
        is_enterprise_install: false,
      },
    };
  }
}
