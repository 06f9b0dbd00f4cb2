import type { ServerBehaviour } from './methods/method.js';

/** The one app that is registered with this Slack. */
export interface AppConfig extends ServerBehaviour {
  appId: string;
  appToken: string;
  signingSecret: string;
  clientId: string;
  clientSecret: string;
  /** Bot scopes of the app's manifest. */
  scopes: readonly string[];
  /** Bot events of the app's manifest, as `message.im`; others are not delivered. */
  events: readonly string[];
  /** Slash commands of the manifest, with the slash. */
  commands: readonly string[];
  /** Callback ids of message shortcuts. */
  shortcuts: readonly string[];
  /** Where events, commands and interactions are POSTed; null for Socket Mode. */
  requestUrl: string | null;
  /** Tokens live twelve hours and are exchanged (https://docs.slack.dev/authentication/using-token-rotation). */
  rotatesTokens: boolean;
  /** Milliseconds within which the app must acknowledge. */
  acknowledgeWithinMs: number;
}
