import { randomUUID } from 'node:crypto';
import type { AppConfig } from './app-config.js';
import type { Json } from './types.js';
import type { ApiAnswer } from './web-api.js';
import type { Workspace } from './workspace.js';

/** The consent page and the exchange of codes (https://docs.slack.dev/authentication/installing-with-oauth). */
export class OAuth {
  readonly #workspace: Workspace;
  readonly #app: AppConfig;
  readonly #codes = new Map<string, { teamId: string; userId: string; scopes: string[]; redirectUri: string }>();
  /** Who the browser at the consent page belongs to. */
  visitor: { teamId: string; userId: string } | null = null;
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
    const grant = this.#codes.get(String(args.code));
    this.#codes.delete(String(args.code));
    if (!grant) return refuse('invalid_code');
    if (args.redirect_uri !== undefined && args.redirect_uri !== grant.redirectUri) return refuse('bad_redirect_uri');
    const team = this.#workspace.team(grant.teamId);
    team.token = `xoxb-${randomUUID()}`;
    team.scopes = new Set(grant.scopes);
    return {
      status: 200,
      body: {
        ok: true,
        access_token: team.token,
        token_type: 'bot',
        scope: grant.scopes.join(','),
        bot_user_id: team.botUserId,
        app_id: this.#app.appId,
        team: { id: team.id, name: team.name },
        enterprise: null,
        authed_user: { id: grant.userId },
        is_enterprise_install: false,
      },
    };
  }
}
