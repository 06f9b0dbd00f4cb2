import { readFile } from 'node:fs/promises';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { fileURLToPath } from 'node:url';

const file = (name: string) => fileURLToPath(new URL(`../../fixtures/tls/${name}`, import.meta.url));

/** For `NODE_EXTRA_CA_CERTS`. */
export const CERTIFICATE_FILE = file('certificate.pem');

/** TLS before servers that speak without: which one, the name says that a client asks for. */
export interface TlsFront {
  port: number;
  close(): Promise<void>;
}

/** @param ports by host name beneath `kaleido.test` */
export async function startTlsFront(ports: ReadonlyMap<string, number>): Promise<TlsFront> {
  const [cert, key] = await Promise.all([readFile(CERTIFICATE_FILE), readFile(file('key.pem'))]);
  const open = new Set<Socket>();
  const server = createServer({ cert, key }, (client) => {
    const port = ports.get(String(client.servername));
    client.on('error', () => client.destroy());
    if (port === undefined) {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    upstream.on('error', () => client.destroy());
    upstream.pipe(client).pipe(upstream);
    for (const end of [client, upstream]) {
      open.add(end);
      end.once('close', () => open.delete(end));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const end of open) end.destroy();
      }),
  };
}
