import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt';
import type { Log } from '../../core/log.js';
import type { Clock } from '../../core/ports.js';
import { isSignedNow } from './request-age.js';

/** Where Slack sends events, commands and interactions. */
export const EVENTS_PATH = '/slack/events';

export interface HttpDoorOptions {
  /** Bolt's receiver, which checks signatures and serves the pages of the OAuth installation. */
  receiver: Omit<HTTPReceiverOptions, 'port' | 'endpoints'>;
  /** False where events come by Socket Mode and only the installation pages are served. */
  takesEvents: boolean;
  port: number;
  host: string | undefined;
  clock: Clock;
  log: Log;
}

/** An HTTP server of our own before Bolt's receiver: it refuses what Bolt would let in, and stops when all is answered. */
export class HttpDoor {
  readonly receiver: HTTPReceiver;
  readonly #options: HttpDoorOptions;
  readonly #server: Server;

  constructor(options: HttpDoorOptions) {
    this.#options = options;
    this.receiver = new HTTPReceiver({ ...options.receiver, endpoints: options.takesEvents ? [EVENTS_PATH] : [] });
    this.#server = createServer((request, response) => this.#handle(request, response));
  }

  get isListening(): boolean {
    return this.#server.listening;
  }

  /** The port that it listens on; null before. */
  get port(): number | null {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : null;
  }

  /** @throws Error such as `EADDRINUSE` */
  async start(): Promise<void> {
    const { host, port } = this.#options;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
    });
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const { clock, log } = this.#options;
    if (request.method === 'POST' && !isSignedNow(request.headers, clock().getTime())) {
      log.warn(
        { path: request.url },
        'A request that claims to be from Slack is too old, of the future, or bears no time',
      );
      response.writeHead(401).end();
      return;
    }
    try {
      this.receiver.requestListener(request, response);
    } catch {
      // Bolt throws for paths that it does not know.
      response.writeHead(404).end();
    }
  }
}
