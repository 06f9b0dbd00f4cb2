import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPictureFetch } from '../../../../src/chat/pictures/fetch-picture.js';
import { LIMITS } from '../../../../src/engine/basics/limits.js';
import { DIRECT } from '../../../../src/network/network.js';

const MOST = LIMITS.ownPicture.bytes;
const PART = Buffer.alloc(2 ** 16);

/** Bytes that each answer had sent when it ended, by path. */
const sent = new Map<string, number>();
const asked: { path: string; authorization: string | undefined }[] = [];

/** Writes until the client has enough. */
async function pour(path: string, response: ServerResponse, bytes: number, pauseMs = 0): Promise<void> {
  for (let size = 0; size < bytes && !response.destroyed; size += PART.length) {
    sent.set(path, size);
    if (!response.write(PART)) await sleep(1);
    if (pauseMs > 0) await sleep(pauseMs);
  }
  response.end();
}

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  '/good.png': (response) => response.end('a picture'),
  '/gone.png': (response) => response.writeHead(404).end(),
  '/forbidden.png': (response) => response.writeHead(403).end(),
  '/elsewhere.png': (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end(),
  '/within.png': (response) => response.writeHead(302, { location: '/good.png' }).end(),
  '/declared.png': (response) => {
    response.writeHead(200, { 'content-length': String(50 * 2 ** 20) });
    return pour('/declared.png', response, 50 * 2 ** 20);
  },
  '/undeclared.png': (response) => pour('/undeclared.png', response, 50 * 2 ** 20),
  '/drip.png': (response) => pour('/drip.png', response, 2 ** 20, 200),
  '/short.png': (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  },
};

const server = createServer((request, response) => {
  const path = request.url ?? '';
  asked.push({ path, authorization: request.headers.authorization });
  void ANSWERS[path]?.(response);
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, headers?: Record<string, string>, patienceMs = 20_000) =>
  createPictureFetch({ fetch: DIRECT.fetch, origins: [base], patienceMs })(base + path, headers);
const refusal = (why: string) => ({ code: 'picture_not_fetched', data: { why } });

describe('fetching a picture', () => {
  it('gives its bytes, and sends what it is told to', async () => {
    expect(Buffer.from(await get('/good.png', { authorization: 'Bearer x' })).toString()).toBe('a picture');
    expect(asked.at(-1)).toEqual({ path: '/good.png', authorization: 'Bearer x' });
  });

  it.each([
    'http://127.0.0.1:1/x.png',
    'http://localhost/x.png',
    'https://cdn.discordapp.com.evil.example/x.png',
    'file:///etc/passwd',
    'data:image/png;base64,AA==',
    'mascot.png',
    '',
  ])('asks nothing of %s', async (url) => {
    const before = asked.length;
    const fetchPicture = createPictureFetch({ fetch: DIRECT.fetch, origins: [base] });
    await expect(fetchPicture(url)).rejects.toMatchObject(refusal('elsewhere'));
    await expect(fetchPicture(base.replace('//', '//user:password@'))).rejects.toMatchObject(refusal('elsewhere'));
    expect(asked.length).toBe(before);
  });

  it('follows nobody who points elsewhere, not even to the same place', async () => {
    await expect(get('/elsewhere.png')).rejects.toMatchObject(refusal('refused'));
    await expect(get('/within.png')).rejects.toMatchObject(refusal('refused'));
    expect(asked.at(-1)?.path).toBe('/within.png');
  });

  it('tells what is not there from what is not handed out', async () => {
    await expect(get('/gone.png')).rejects.toMatchObject(refusal('no_file'));
    await expect(get('/forbidden.png')).rejects.toMatchObject(refusal('refused'));
  });

  it.each(['/declared.png', '/undeclared.png'])('takes no more of 50 MB than it may: %s', async (path) => {
    await expect(get(path)).rejects.toMatchObject({ code: 'picture_too_large', data: { most: MOST } });
    await sleep(100);
    expect(sent.get(path) ?? 0).toBeLessThan(2 * MOST);
  });

  it('waits for no slow drip', async () => {
    const begun = performance.now();
    await expect(get('/drip.png', {}, 700)).rejects.toMatchObject(refusal('broke_off'));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('takes nothing that is shorter than it says', async () => {
    await expect(get('/short.png')).rejects.toMatchObject(refusal('broke_off'));
  });
});
