import type { App, Receiver } from '@slack/bolt';
import type { HttpDoor } from './http-door.js';
import type { SocketLine } from './socket-line.js';

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
