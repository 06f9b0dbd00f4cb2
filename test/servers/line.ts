import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server of this machine, which can be cut and mended; nothing of the server itself changes. */
export interface Line {
  port: number;
  /** Ends all connections, and refuses new ones. */
  cut(): Promise<void>;
  /** Keeps and takes connections, and passes nothing on. */
  silence(): void;
  /** Passes on again, what was held back among it. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** @param serverPort of the server, at 127.0.0.1 */
export async function openLine(serverPort: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let isSilent = false;
  let server: Server | null = null;
  let port = 0;

  function join(near: Socket): void {
    const far = connect(serverPort, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      // Held back without limit while it is silent, as by a network that loses and repeats.
      from.on('data', (chunk) => to.write(chunk));
      if (isSilent) from.pause();
    }
  }

  async function open(): Promise<void> {
    if (server !== null) return;
    server = createServer(join).listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  }

  async function cut(): Promise<void> {
    if (server === null) return;
    const closed = once(server, 'close');
    server.close();
    server = null;
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  await open();
  return {
    port,
    cut,
    silence() {
      isSilent = true;
      for (const socket of sockets) socket.pause();
    },
    async mend() {
      isSilent = false;
      for (const socket of sockets) socket.resume();
      await open();
    },
    close: cut,
  };
}
