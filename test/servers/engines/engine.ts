import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRng } from '../../../src/engine/basics/rng.js';
import { decodePng, encodePng } from '../../../src/images/sharp.js';

/** What is wrong with all that an engine answers. */
export type Fault = 'html' | 'redirect' | 'silent' | 'drip' | 'huge' | 'busy';
export const FAULTS: readonly Fault[] = ['html', 'redirect', 'silent', 'drip', 'huge', 'busy'];

const HTML = '<!doctype html><html><body>Welcome to nginx!</body></html>';

export const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The fields of a form, files as bytes. */
export async function formOf(bytes: Buffer, contentType: string): Promise<Record<string, string | Buffer>> {
  const headers = { 'content-type': contentType };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData();
  const fields = await Promise.all(
    [...form].map(async ([name, value]) => {
      return [name, typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer())] as const;
    }),
  );
  return Object.fromEntries(fields);
}

/** Does what is wrong in place of an answer. */
export async function misbehave(response: ServerResponse, fault: Fault): Promise<void> {
  switch (fault) {
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
      break;
    case 'redirect':
      response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
      break;
    case 'busy':
      response.writeHead(503, { 'content-type': 'text/html' }).end(HTML);
      break;
    case 'silent':
      break;
    case 'drip':
      response.writeHead(200, { 'content-type': 'application/json' });
      for (let k = 0; k < 1000 && !response.destroyed; k++) {
        response.write(' ');
        await sleep(100);
      }
      break;
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' });
      for (let k = 0; k < 128 && !response.destroyed; k++) {
        if (!response.write(Buffer.alloc(2 ** 20, ' '))) await sleep(1);
      }
      response.end();
  }
}

/** How a picture comes about that is noise over what it begins with. */
export interface Noise {
  seed: number;
  width: number;
  height: number;
  /** A PNG of the same size. */
  start?: Buffer | undefined;
  /** How much of it is noise, 0–1, where it begins with something. */
  strength?: number;
  isBlack?: boolean;
}

/** A picture that tells seed and beginning, as a PNG. */
export async function noisePng({ seed, width, height, start, strength = 0.75, isBlack = false }: Noise) {
  const rng = createRng(seed, 'engine');
  const data = new Uint8Array(4 * width * height);
  const under = start === undefined ? undefined : (await decodePng(start)).image.data;
  const weight = under === undefined ? 1 : strength / 4;
  for (let at = 0; at < data.length; at++) {
    const noise = isBlack ? 0 : 255 * rng.uniform();
    data[at] = at % 4 === 3 ? 255 : weight * noise + (isBlack ? 0 : (1 - weight) * (under?.[at] ?? 0));
  }
  return encodePng({ width, height, data });
}

/** A server that can die with all that it has in hand, and listen on the same port again. */
export interface Listening {
  readonly url: string;
  die(): Promise<void>;
  start(): Promise<void>;
}

/** @param onStart told of each new server, as for websockets */
export async function listenWith(
  answer: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
  onStart: (server: Server) => void = () => undefined,
): Promise<Listening> {
  let port = 0;
  let server = createServer();
  const listening: Listening = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    die: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    async start() {
      server = createServer((incoming, response) => {
        answer(incoming, response).catch(() => json(response, 500, { detail: 'Internal Server Error' }));
      });
      // As engines do: connections that idle for some seconds between pictures stay.
      server.keepAliveTimeout = 75_000;
      onStart(server);
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
    },
  };
  await listening.start();
  return listening;
}
