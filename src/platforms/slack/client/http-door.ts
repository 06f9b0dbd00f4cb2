import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, isValidSlackRequest } from '@slack/bolt';
import { z } from 'zod';
import { shorten } from '../../../chat/text/index.js';
import { type Boundary, createBoundary, type Log } from '../../../core/basics/index.js';
import type { SlackTime } from '../api/index.js';

/** Where Slack sends events, commands and interactions. */
export const EVENTS_PATH = '/slack/events';

/** Where the server listens, and what it lets in. */
export interface HttpDoorOptions {
  /** Bolt's receiver, which checks signatures and serves the pages of the OAuth installation. */
  receiver: Omit<HTTPReceiverOptions, 'port' | 'endpoints'>;
  /** False where events come by Socket Mode and only the installation pages are served. */
  takesEvents: boolean;
  port: number;
  host: string | undefined;
  time: Pick<SlackTime, 'now'>;
  log: Log;
}

/** Milliseconds; Bolt leaves an installation unanswered that fails in a way that it does not know. */
const ANSWER_WITHIN = 30_000;
/** Letters of a path that the log repeats. */
const LONGEST_PATH = 200;
/** Bytes of a request at most; Slack's largest, a form with all its fields, stay far below. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * An HTTP server of our own before Bolt's receiver: it refuses what Bolt would let in or stumble over, answers whatever
 * is thrown, and stops when all is answered.
 */
export class HttpDoor {
  readonly receiver: HTTPReceiver;
  readonly #options: HttpDoorOptions;
  readonly #server: Server;
  readonly #boundary: Boundary;

  constructor(options: HttpDoorOptions) {
    this.#options = options;
    this.#boundary = createBoundary('Slack requests', options.log);
    this.receiver = new HTTPReceiver({
      ...options.receiver,
      // Was done here, by Slack's time; Bolt would do it again by this machine's.
      signatureVerification: false,
      endpoints: options.takesEvents ? [EVENTS_PATH] : [],
    });
    this.#server = createServer((request, response) => {
      void this.#boundary.run(
        () => this.#handle(request, response),
        () => (response.headersSent ? response.destroy() : refuse(response, 500)),
      );
    });
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

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { log, receiver, takesEvents, time } = this.#options;
    const now = time.now();
    if (request.method === 'POST' && !isSignedNow(request.headers, now)) {
      const path = shorten(request.url ?? '', LONGEST_PATH);
      const ageSeconds = Math.round(now / 1000 - Number(request.headers['x-slack-request-timestamp']));
      log.warn(
        { path, ageSeconds },
        'A request that claims to be from Slack is more than five minutes old or of the future, or bears no time',
      );
      return refuse(response, 401);
    }
    if (takesEvents && request.method === 'POST') {
      const body = await readBody(request);
      if (body === null) return refuse(response, 413);
      if (!isSigned(request, body, String(receiver.signingSecret), now)) return refuse(response, 401);
      if (!holdsObject(request, body)) return refuse(response, 400);
      // Where Bolt looks for a body that somebody has read before.
      Object.assign(request, { rawBody: body });
    }
    response.setTimeout(ANSWER_WITHIN, () => (response.headersSent ? response.destroy() : refuse(response, 504)));
    try {
      this.receiver.requestListener(request, response);
    } catch {
      // Bolt throws for paths that it does not know, and for what is no path.
      refuse(response, 404);
    }
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}

/** Null when it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function isSigned({ headers }: IncomingMessage, body: Buffer, signingSecret: string, now: number): boolean {
  const signature = headers['x-slack-signature'];
  return isValidSlackRequest({
    signingSecret,
    nowMilliseconds: now,
    body: body.toString(),
    headers: {
      'x-slack-signature': typeof signature === 'string' ? signature : '',
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
  });
}

/**
 * Whether Bolt will find an object in it: of anything else it reads the fields all the same, outside of what it
 * catches.
 */
function holdsObject({ headers }: IncomingMessage, body: Buffer): boolean {
  const text = body.toString();
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded';
  const json = isForm ? new URLSearchParams(text).get('payload') : text;
  if (json === null) return true;
  try {
    return z.looseObject({}).safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}

/** How far a request's timestamp may be from now, in seconds, either way. */
const TOLERANCE_SECONDS = 300;

/**
 * Whether a request was signed just now. Bolt checks the signature and refuses requests older than five minutes, but
 * takes a timestamp of the future, whose request could be replayed until long after.
 *
 * @param now milliseconds since the epoch
 */
export function isSignedNow(headers: IncomingHttpHeaders, now: number): boolean {
  const text = headers['x-slack-request-timestamp'];
  if (typeof text !== 'string' || !/^\d{1,12}$/.test(text)) return false;
  return Math.abs(now / 1000 - Number(text)) <= TOLERANCE_SECONDS;
}
