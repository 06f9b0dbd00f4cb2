import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { refusalCode } from './api-errors.js';
import { boltLogger } from './bolt-logger.js';
import { type ApiConnection, clientOptions } from './workspaces.js';

export interface SocketLineOptions extends ApiConnection {
  appToken: string;
}

/** Waits before reconnecting, in milliseconds; the last one again and again. */
const WAITS = [0, 500, 1000, 2000, 5000, 10_000, 30_000];
/** Longest wait for Slack's greeting, in milliseconds. */
const GREETING_MS = 30_000;

/**
 * One connection of Socket Mode that lasts. The SDK's own reconnecting is switched off: version 3.1 gives up for good, with an
 * unhandled rejection, when the network fails while it asks for a new address, and waits ever longer between its attempts.
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
