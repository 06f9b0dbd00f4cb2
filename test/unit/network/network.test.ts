import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { openBlobs } from '../../../src/app/base/blobs.js';
import { readConfig } from '../../../src/config.js';
import { createNetwork, DIRECT } from '../../../src/network/network.js';
import { tryTunnel } from '../../../src/network/try-tunnel.js';
import { tunnelWebSockets } from '../../../src/network/tunnels.js';
import { type ConnectProxy, startProxy } from '../../servers/proxy/connect-proxy.js';
import { startS3Server } from '../../servers/s3/server.js';

let proxy: ConnectProxy;
let server: Server;
let host: string;
let bodies: string[];

beforeEach(async () => {
  proxy = await startProxy({ credentials: 'me:pa%23ss' });
  bodies = [];
  server = createServer((request, response) => {
    let body = `${request.headers['content-type']}\n`;
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(201, { 'x-answer': 'yes' }).end('taken');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

const config = (more: Record<string, string> = {}) => readConfig({ http_proxy: proxy.url, ...more });
const tunnels = () => [...proxy.tunnels.keys()];

describe('send', () => {
  const plain = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}', signal: null };

  it('answers as fetch does, through the proxy or directly', async () => {
    for (const settings of [config(), config({ NO_PROXY: '127.0.0.1' }), readConfig({})]) {
      const answer = await createNetwork(settings).send(`http://${host}/`, plain);
      expect([answer.status, answer.ok, answer.statusText]).toEqual([201, true, 'Created']);
      expect([answer.headers.get('x-answer'), await answer.text()]).toEqual(['yes', 'taken']);
    }
    expect(bodies).toEqual(Array(3).fill('application/json\n{"a":1}'));
    expect(tunnels()).toEqual([host]);
  });

  it('fails as fetch does where the connection breaks or nobody is there, and tells no code of its own', async () => {
    server.removeAllListeners('request').on('request', (request) => request.socket.resetAndDestroy());
    for (const target of [host, '127.0.0.1:1']) {
      const error: unknown = await DIRECT.send(`http://${target}/`, plain).catch((one: unknown) => one);
      expect(error).toBeInstanceOf(TypeError);
      expect(error).toMatchObject({ message: 'fetch failed', cause: { code: expect.stringMatching(/^(E|UND_)/) } });
      expect(error).not.toHaveProperty('code');
    }
  });

  it('ends when it is told to', async () => {
    server.removeAllListeners('request');
    const sent = DIRECT.send(`http://${host}/`, { ...plain, signal: AbortSignal.abort() });
    await expect(sent).rejects.toHaveProperty('name', 'AbortError');
  });
});

describe('fetch', () => {
  it('goes through the proxy with its password, and hands on forms as Node encodes them', async () => {
    const { fetch } = createNetwork(config());
    const form = new FormData();
    form.append('payload_json', '{"a":1}');
    form.append('files[0]', new Blob(['picture'], { type: 'image/png' }), 'grid.png');
    const answer = await fetch(`http://${host}/`, { method: 'POST', body: form });
    expect([answer.status, answer.headers.get('x-answer'), await answer.text()]).toEqual([201, 'yes', 'taken']);
    expect(bodies[0]).toMatch(/^multipart\/form-data; boundary=/);
    expect(bodies[0]).toContain('{"a":1}');
    expect(bodies[0]).toContain('filename="grid.png"');
    expect(tunnels()).toEqual([host]);
  });

  it('goes directly to hosts of NO_PROXY, and everywhere when no proxy is set', async () => {
    for (const settings of [config({ NO_PROXY: '127.0.0.1' }), readConfig({})]) {
      const answer = await createNetwork(settings).fetch(`http://${host}/`);
      expect(answer.status).toBe(201);
    }
    expect(tunnels()).toEqual([]);
  });

  it('rejects when the proxy refuses, and stops when its caller does', async () => {
    const { fetch } = createNetwork(config({ http_proxy: proxy.url.replace('me:', 'you:') }));
    await expect(fetch(`http://${host}/`)).rejects.toThrow();
    expect(proxy.refused).toEqual([`${host} 407 Proxy Authentication Required`]);
    await expect(createNetwork(config()).fetch(`http://${host}/`, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

describe('the picture store', () => {
  it.each([
    ['through the proxy', {}, 1],
    ['directly where NO_PROXY names it', { no_proxy: '127.0.0.1' }, 0],
  ])('is reached %s', async (_way, more, count) => {
    const s3 = await startS3Server();
    process.env.AWS_ACCESS_KEY_ID = 'test-key';
    process.env.AWS_SECRET_ACCESS_KEY = 'test-secret';
    const blobs = openBlobs(
      config({ KALEIDO_BLOBS: `s3://${s3.bucket}`, KALEIDO_S3_ENDPOINT: s3.url, KALEIDO_S3_PATH_STYLE: '1', ...more }),
    );
    await blobs.put('a.png', new Uint8Array([1, 2, 3]), 'image/png');
    expect(await blobs.get('a.png')).toEqual(Buffer.from([1, 2, 3]));
    expect(tunnels()).toEqual(count === 0 ? [] : [new URL(s3.url).host]);
    await s3.close();
  });
});

describe('connections of ws that are given no agent', () => {
  it('go through the proxy until that is taken back', async () => {
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => socket.send('hello'));
    const greeting = () =>
      new Promise<string>((resolve, reject) => {
        const socket = new WebSocket(`ws://${host}/gateway`);
        socket.once('error', reject).once('message', (data) => {
          socket.terminate();
          resolve(String(data));
        });
      });
    const takeBack = tunnelWebSockets(createNetwork(config()).agent!);
    expect(await greeting()).toBe('hello');
    expect(tunnels()).toEqual([host]);
    takeBack();
    expect(await greeting()).toBe('hello');
    expect(proxy.tunnels.get(host)).toBe(1);
  });
});

describe('tryTunnel', () => {
  it('tells what the proxy answers, and rejects when nothing does', async () => {
    const target = new URL(`http://${host}`);
    expect(await tryTunnel(new URL(proxy.url), target)).toBe(200);
    expect(await tryTunnel(new URL(proxy.url.replace('me:pa%23ss@', '')), target)).toBe(407);
    const { url } = proxy;
    await proxy.close();
    await expect(tryTunnel(new URL(url), target)).rejects.toThrow('ECONNREFUSED');
  });
});
