import type { CommandSpec } from '../../chat/commands/index.js';
import type { Controller } from '../../chat/controller/index.js';
import type { OwedAnswers } from '../../chat/owed/index.js';
import type { Log } from '../../core/basics/index.js';
import type { Clock, DeliveryStore, EventStore, GenerationStore, InstallationStore } from '../../core/index.js';
import type { Network } from '../../network/index.js';

/** How events come in. */
export type SlackConnection =
  | {
      mode: 'socket';
      /** App-level token with `connections:write`. */
      appToken: string;
      /** Connections at a time, 1–10: while Slack recycles one, the other takes the events. Default 2. */
      sockets?: number;
    }
  | { mode: 'http'; signingSecret: string };

/** In which workspaces the bot acts. */
export type SlackAuthorisation =
  | { kind: 'token'; botToken: string }
  | {
      /** Any workspace installs it at `/slack/install`. */
      kind: 'oauth';
      clientId: string;
      clientSecret: string;
      /** Signs the state of an installation under way. */
      stateSecret: string;
      /** Where Slack sends people back, ending in `/slack/oauth_redirect`; the host of the request by default. */
      redirectUri?: string;
      /** Slack's consent page; another one for a proxy. */
      authorizationUrl?: string;
    };

/** What Slack is reached and served with. */
export interface SlackOptions {
  connection: SlackConnection;
  authorisation: SlackAuthorisation;
  /** Port of the HTTP server for events and installation; 0 for a free one. Default 3000. */
  port?: number;
  /** Address to listen on; all by default. */
  host?: string;
  /** Base URL of the Web API, with a slash at its end; Slack's own by default. */
  apiUrl?: string;
  /** How Slack is reached; directly by default. */
  network?: Network;
  /** Seconds that a generation takes before its requester is told when it is done. Default 20. */
  notifyAfterSeconds?: number;
  controller: Controller;
  commands: readonly CommandSpec[];
  events: EventStore;
  deliveries: Pick<DeliveryStore, 'find' | 'shown' | 'withdrawn' | 'failed'>;
  /** Which generation a message shows: Slack lets few apps read conversations often enough to look there. */
  generations: Pick<GenerationStore, 'findByMessage'>;
  installations: InstallationStore;
  /** The answers that this process owes. */
  owed: OwedAnswers;
  log: Log;
  clock?: Clock;
}
