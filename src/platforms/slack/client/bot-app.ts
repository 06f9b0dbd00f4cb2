import { App, type AuthorizeSourceData, type Receiver } from '@slack/bolt';
import { DIRECT } from '../../../network/index.js';
import { type ApiConnection, boltLogger, clientOptions, type SlackTime } from '../api/index.js';
import type { SlackOptions } from '../slack-options.js';
import { createBoltInstallationStore, SCOPES, teamOfInteraction, type Workspaces } from '../workspaces/index.js';
import { HttpDoor } from './http-door.js';
import { SocketLine } from './socket-line.js';

const DEFAULT_PORT = 3000;
const DEFAULT_SOCKETS = 2;

/** Bolt's app and the ways by which events come in; `door` is null where nothing comes by HTTP. */
export interface BotApp {
  app: App;
  receivers: AllReceivers;
  door: HttpDoor | null;
}

type AuthorizeSource = AuthorizeSourceData<boolean>;

/** Bolt's app with our receivers and our own look-up of workspaces. */
export function createBotApp(options: SlackOptions, workspaces: Workspaces, time: SlackTime): BotApp {
  const { connection, log } = options;
  const api = apiOf(options);
  const lines =
    connection.mode === 'http'
      ? []
      : Array.from(
          { length: connection.sockets ?? DEFAULT_SOCKETS },
          () => new SocketLine({ appToken: connection.appToken, ...api }),
        );
  const door = createDoor(options, time);
  const receivers = new AllReceivers(lines, door);
  const app = new App({
    receiver: receivers,
    authorize: async ({ enterpriseId, teamId }: AuthorizeSource, body) => {
      const team = teamOfInteraction(body) ?? { teamId: teamId ?? '', enterpriseId: enterpriseId ?? null };
      const { botId, botUserId } = await workspaces.get(team);
      return {
        botId,
        botUserId,
        teamId: team.teamId,
        ...(team.enterpriseId === null ? {} : { enterpriseId: team.enterpriseId }),
      };
    },
    convoStore: false,
    logger: boltLogger(log),
    clientOptions: clientOptions(api),
  });
  return { app, receivers, door };
}

/** How the Web API is reached. */
export const apiOf = ({ apiUrl, network = DIRECT, log }: SlackOptions): ApiConnection => ({ apiUrl, network, log });

/** Needed for events by HTTP and for installation by OAuth. */
function createDoor(options: SlackOptions, time: SlackTime): HttpDoor | null {
  const { authorisation, connection, log } = options;
  const takesEvents = connection.mode === 'http';
  if (!takesEvents && authorisation.kind === 'token') return null;
  return new HttpDoor({
    port: options.port ?? DEFAULT_PORT,
    host: options.host,
    time,
    log,
    takesEvents,
    receiver: {
      // Without events nothing is signed and the secret is never used.
      signingSecret: takesEvents ? connection.signingSecret : 'none',
      logger: boltLogger(log),
      ...(authorisation.kind === 'oauth' ? oauth(options, authorisation) : {}),
    },
  });
}

function oauth(options: SlackOptions, authorisation: SlackOptions['authorisation'] & { kind: 'oauth' }) {
  const { authorizationUrl, clientId, clientSecret, redirectUri, stateSecret } = authorisation;
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...SCOPES],
    installationStore: createBoltInstallationStore(options.installations),
    ...(redirectUri === undefined ? {} : { redirectUri }),
    installerOptions: {
      directInstall: true,
      clientOptions: clientOptions(apiOf(options)),
      ...(redirectUri === undefined ? {} : { redirectUriPath: new URL(redirectUri).pathname }),
      ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    },
  };
}

/** All ways by which events come in, as one receiver for Bolt. */
export class AllReceivers implements Receiver {
  readonly #lines: readonly SocketLine[];
  readonly #door: HttpDoor | null;

  constructor(lines: readonly SocketLine[], door: HttpDoor | null) {
    this.#lines = lines;
    this.#door = door;
  }

  /** Whether events come in now. */
  get isReady(): boolean {
    const hasLine = this.#lines.length === 0 || this.#lines.some(({ isConnected }) => isConnected);
    return hasLine && (this.#door === null || this.#door.isListening);
  }

  init(app: App): void {
    for (const { receiver } of this.#lines) receiver.init(app);
    this.#door?.receiver.init(app);
  }

  async start(): Promise<void> {
    try {
      await this.#door?.start();
      await Promise.all(this.#lines.map((line) => line.start()));
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#lines.map((line) => line.stop()), this.#door?.stop()]);
  }
}
