import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import { type Boundary, createBoundary } from '../../../core/basics/index.js';
import { type ApiConnection, boltLogger, clientOptions, refusalCode } from '../api/index.js';

/** How a socket is opened. */
export interface SocketLineOptions extends ApiConnection {
  appToken: string;
}

/** Waits before reconnecting, in milliseconds; the last one again and again. */
const WAITS = [0, 500, 1000, 2000, 5000, 10_000, 30_000];
/** What Slack sends over a socket (https://docs.slack.dev/apis/events-api/using-socket-mode). */
const envelope = z.discriminatedUnion('type', [
  z.looseObject({ type: z.enum(['hello', 'disconnect']) }),
  z.looseObject({
    type: z.literal('events_api'),
    envelope_id: z.string(),
    payload: z.looseObject({ event: z.looseObject({ type: z.string() }) }),
  }),
  z.looseObject({
    type: z.enum(['slash_commands', 'interactive']),
    envelope_id: z.string(),
    payload: z.looseObject({}),
  }),
]);

/** Longest wait for Slack's greeting, in milliseconds. */
const GREETING_MS = 30_000;

/**
 * One connection of Socket Mode that lasts. The SDK's own reconnecting is switched off: version 3.1 gives up for good,
 * with an unhandled rejection, when the network fails while it asks for a new address, and waits ever longer between
 * its attempts.
 */
export class SocketLine {
  readonly receiver: SocketModeReceiver;
  readonly #log: SocketLineOptions['log'];
  readonly #stopped = new AbortController();
  #isConnected = false;
  #loop: Promise<void> = Promise.resolve();

  constructor({ appToken, apiUrl, network, log }: SocketLineOptions) {
    this.#log = log;
    this.receiver = new SocketModeReceiver({
      appToken,
      autoReconnectEnabled: false,
      logger: boltLogger(log),
      // Without one the SDK opens sockets that it can end itself when the other side falls silent.
      ...(network.dispatcher === null ? {} : { dispatcher: network.dispatcher }),
      installerOptions: { clientOptions: { ...clientOptions({ apiUrl, network, log }), retryConfig: { retries: 0 } } },
    });
    guardClient(this.receiver.client, createBoundary('Slack sockets', log));
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  /**
   * Connects, and stays connected from then on.
   * @throws WebAPIPlatformError when Slack refuses the token; an outage is waited out in the background
   */
  async start(): Promise<void> {
    const first = await this.#connect();
    if (first !== null && refusalCode(first) !== null) throw first;
    this.#loop = this.#stayConnected(first === null);
  }

  /** Takes no more events. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    const { client } = this.receiver;
    // Without a connection the SDK's promise would wait for one to end.
    if (this.#isConnected) await Promise.race([client.disconnect(), sleep(2000)]);
    await this.#loop;
  }

  async #stayConnected(isConnected: boolean): Promise<void> {
    let failures = isConnected ? 0 : 1;
    while (!this.#stopped.signal.aborted) {
      if (this.#isConnected) await this.#disconnected();
      if (this.#stopped.signal.aborted) return;
      await sleep(WAITS[Math.min(failures, WAITS.length - 1)], undefined, { signal: this.#stopped.signal }).catch(
        () => undefined,
      );
      if (this.#stopped.signal.aborted) return;
      const error = await this.#connect();
      if (error === null) failures = 0;
      else {
        failures += 1;
        this.#log.warn({ err: error, failures }, 'Slack’s Socket Mode cannot be reached; trying again');
      }
    }
  }

  /** @returns null when connected, the error otherwise */
  async #connect(): Promise<unknown> {
    const { client } = this.receiver;
    const connecting = client.start();
    try {
      const tooLate = sleep(GREETING_MS, undefined, { ref: false }).then(() => {
        throw new Error(`Slack did not greet within ${GREETING_MS / 1000} s.`);
      });
      await Promise.race([connecting, tooLate]);
      this.#isConnected = true;
      client.once('disconnected', () => {
        this.#isConnected = false;
      });
      return null;
    } catch (error) {
      connecting.catch(() => undefined);
      await Promise.race([client.disconnect().catch(() => undefined), sleep(1000)]);
      return error ?? new Error('The connection was closed before Slack’s greeting.');
    }
  }

  #disconnected(): Promise<void> {
    if (!this.#isConnected) return Promise.resolve();
    return new Promise((resolve) => this.receiver.client.once('disconnected', () => resolve()));
  }
}

/**
 * Guards the SDK's own handling of what comes in, whose rejections nobody waits for. It reads fields without looking,
 * and emits whatever an envelope or event calls itself: one that has the name of its own signals (`close`, `error`)
 * would be taken for one.
 */
function guardClient(client: SocketModeReceiver['client'], boundary: Boundary): void {
  const isKnown = (text: unknown): boolean => {
    if (typeof text !== 'string') return true;
    const { data } = envelope.safeParse(parse(text));
    if (data === undefined) return false;
    return data.type !== 'events_api' || client.listenerCount(data.payload.event.type) === 0;
  };
  for (const name of ['ws_message', 'slack_event']) {
    const listeners = client.listeners(name);
    client.removeAllListeners(name);
    for (const listener of listeners) {
      client.on(
        name,
        boundary.guard((...args: unknown[]) => {
          if (name === 'ws_message' && !isKnown(args[0])) throw new TypeError('Slack sent what is no envelope.');
          return Reflect.apply(listener, client, args);
        }),
      );
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
