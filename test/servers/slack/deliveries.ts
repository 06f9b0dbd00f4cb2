import { createHmac, randomUUID } from 'node:crypto';
import type { AppConfig } from './app-config.js';
import type { Sockets } from './sockets.js';
import type { Json } from './types.js';
import type { Workspace } from './workspace.js';

export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive';

export interface DeliveryResult {
  isAccepted: boolean;
  /** What the app answered with, an empty object when nothing. */
  response: Json;
}

/**
 * Delays before retries of events: at once, a minute, five minutes (https://docs.slack.dev/apis/events-api, Retries).
 */
const RETRIES_MS = [0, 60_000, 300_000];

/** Scopes without which a workspace's events are not sent (https://docs.slack.dev/reference/events). */
const SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
};

/** Hands events, commands and interactions to the app, by HTTP or socket, and holds it to its three seconds. */
export class Deliveries {
  readonly #workspace: Workspace;
  readonly #app: AppConfig;
  readonly #sockets: Sockets;

  constructor(workspace: Workspace, app: AppConfig, sockets: Sockets) {
    this.#workspace = workspace;
    this.#app = app;
    this.#sockets = sockets;
  }

  /**
   * An event, with retries until it is acknowledged. Does nothing when the app does not subscribe to it or lacks its
   * scope.
   */
  event(teamId: string, subscription: string, event: Json): void {
    const team = this.#workspace.team(teamId);
    const isInstalled = team.token !== null || team.organisation?.token != null;
    const scope = SCOPES[subscription];
    const isGranted = scope === undefined || team.scopes.has(scope);
    if (!this.#app.events.includes(subscription) || !isInstalled || !isGranted) return;
    this.#attempt(this.envelope(teamId, event), 0, undefined);
  }

  /** The outer object of an event. */
  envelope(teamId: string, event: Json): Json {
    const { botUserId, organisation } = this.#workspace.team(teamId);
    const isOrganisation = organisation?.token != null;
    const enterpriseId = organisation?.id ?? null;
    const seconds = Math.floor(this.#workspace.clock.now() / 1000);
    return {
      type: 'event_callback',
      token: 'deprecated',
      team_id: teamId,
      ...(enterpriseId === null ? {} : { enterprise_id: enterpriseId }),
      api_app_id: this.#app.appId,
      event: { event_ts: this.#workspace.nextTs(), ...event },
      event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
      event_time: seconds,
      authorizations: [
        {
          enterprise_id: enterpriseId,
          // Where the organisation has the app, no workspace is named here.
          team_id: isOrganisation ? null : teamId,
          user_id: botUserId,
          is_bot: true,
          is_enterprise_install: isOrganisation,
        },
      ],
      is_ext_shared_channel: false,
    };
  }

  /** Sends an event's outer object again, as Slack does after a missed acknowledgement. */
  resend(envelope: Json, retryNum: number): Promise<DeliveryResult> {
    return this.#send('events_api', envelope, retryNum, 'http_timeout');
  }

  /** A command or interaction: tried once; the person sees an error when it is not acknowledged. */
  interact(kind: 'slash_commands' | 'interactive', body: Json): Promise<DeliveryResult> {
    return this.#send(kind, body, 0, undefined);
  }

  async #attempt(envelope: Json, retryNum: number, reason: string | undefined): Promise<void> {
    const { isAccepted } = await this.#send('events_api', envelope, retryNum, reason);
    const delay = RETRIES_MS[retryNum];
    if (isAccepted || delay === undefined) return;
    this.#workspace.clock.schedule(delay, () => void this.#attempt(envelope, retryNum + 1, 'http_timeout'));
  }

  async #send(kind: DeliveryKind, body: Json, retryNum: number, reason: string | undefined): Promise<DeliveryResult> {
    const startedAt = performance.now();
    const retry = retryNum > 0 ? { num: retryNum, reason: reason ?? 'http_timeout' } : null;
    const isReachable = this.#app.requestUrl !== null || this.#sockets.count > 0;
    const response = await (this.#app.requestUrl === null
      ? this.#sockets.send(kind, body, retry, this.#app.acknowledgeWithinMs)
      : this.post(this.#app.requestUrl, kind, body, { retry }));
    const latencyMs = performance.now() - startedAt;
    const isAccepted = response !== null;
    this.#workspace.acknowledgements.push({ kind, latencyMs, retryNum, isAccepted });
    const isLate = !isAccepted && latencyMs >= this.#app.acknowledgeWithinMs;
    if (isReachable && isLate)
      this.#workspace.violate(kind, `not acknowledged within ${this.#app.acknowledgeWithinMs} ms`);
    return { isAccepted, response: response ?? {} };
  }

  /**
   * One signed request (https://docs.slack.dev/authentication/verifying-requests-from-slack).
   *
   * @param options.ageSeconds how old the signature's timestamp is; negative for one in the future
   * @returns the answer's JSON, or null when it was late or no 2xx
   */
  async post(
    url: string,
    kind: DeliveryKind,
    body: Json,
    options: { retry?: { num: number; reason: string } | null; ageSeconds?: number; secret?: string } = {},
  ): Promise<Json | null> {
    const text = encodeBody(kind, body);
    const timestamp = String(Math.floor(this.#workspace.clock.now() / 1000) - (options.ageSeconds ?? 0));
    const secret = options.secret ?? this.#app.signingSecret;
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex');
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
          ...(options.retry
            ? { 'x-slack-retry-num': String(options.retry.num), 'x-slack-retry-reason': options.retry.reason }
            : {}),
        },
        body: text,
        signal: AbortSignal.timeout(this.#app.acknowledgeWithinMs),
      });
      const answered = await answer.text();
      if (!answer.ok) return null;
      return answered.startsWith('{') ? JSON.parse(answered) : {};
    } catch {
      // Refused, reset or too late: for Slack all the same.
      return null;
    }
  }
}

function encodeBody(kind: DeliveryKind, body: Json): string {
  if (kind === 'events_api') return JSON.stringify(body);
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(body) }).toString();
  return new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString();
}
