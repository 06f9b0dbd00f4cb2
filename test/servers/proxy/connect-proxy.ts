import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy on this machine that opens tunnels (RFC 9110, 9.3.6) and nothing else. */
export interface ConnectProxy {
  /** With the user and password that it wants. */
  url: string;
  /** Tunnels opened so far, by `host:port`. */
  tunnels: ReadonlyMap<string, number>;
  /** Tunnels that were refused, by `host:port` and status. */
  refused: readonly string[];
  close(): Promise<void>;
}

export interface ConnectProxyOptions {
  /** Percent-encoded where it must be; none is wanted when absent. */
  credentials?: string;
  /** Port on this machine that a target stands for; null refuses it. The target itself, on this machine, by default. */
  portOf?: (host: string, port: number) => number | null;
}

export async function startProxy({
  credentials,
  portOf = (_, port) => port,
}: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const tunnels = new Map<string, number>();
  const refused: string[] = [];
  const open = new Set<Duplex>();
  const wanted =
    credentials === undefined ? undefined : `Basic ${Buffer.from(decodeURIComponent(credentials)).toString('base64')}`;

  const server = createServer((_request, response) => {
    response.writeHead(405).end('This proxy only opens tunnels.');
  });
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const target = request.url ?? '';
    const { hostname, port } = new URL(`http://${target}`);
    const refuse = (status: string) => {
      refused.push(`${target} ${status}`);
      client.end(`HTTP/1.1 ${status}\r\n\r\n`);
    };
    client.on('error', () => client.destroy());
    if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) {
      return refuse('407 Proxy Authentication Required');
    }
    const here = portOf(hostname, Number(port || 80));
    if (here === null) return refuse('403 Forbidden');
    const upstream = connect(here, '127.0.0.1', () => {
      tunnels.set(target, (tunnels.get(target) ?? 0) + 1);
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    for (const end of [client, upstream]) {
      open.add(end);
      end.once('close', () => open.delete(end));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${credentials === undefined ? '' : `${credentials}@`}127.0.0.1:${port}`,
    tunnels,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const end of open) end.destroy();
      }),
  };
}
