import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type HealthServer, serveHealth } from '../../../../src/app/base/http-server.js';
import { createMetrics } from '../../../../src/app/base/metrics.js';
import type { ReadinessChecks } from '../../../../src/app/base/readiness.js';
import { quiet } from '../../../../src/core/basics/log.js';

let server: HealthServer | undefined;
afterEach(() => server?.close());

async function serve(checks: ReadinessChecks, queue = async () => ({ waiting: 3, active: 1 })) {
  server = await serveHealth('127.0.0.1', 0, createMetrics(queue).registry, () => checks, quiet);
  return server.url;
}

/** What is answered to a request line that a client of HTTP would not send. */
function rawRequest(port: number, line: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`${line}\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
  return text(socket);
}

describe('the health server', () => {
  it('is alive whatever is missing', async () => {
    const url = await serve({ database: () => Promise.reject(new Error('gone')) });
    const answer = await fetch(`${url}/health/live`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ alive: true, checks: { database: false } });
  });

  it('is alive within a second although a check hangs', async () => {
    const url = await serve({ database: () => new Promise(() => undefined), queue: () => true });
    const answer = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(1_000) });
    expect(await answer.json()).toEqual({ alive: true, checks: { database: false, queue: true } });
  });

  it('is ready when every check passes', async () => {
    const url = await serve({ database: async () => undefined, discord: () => true });
    const answer = await fetch(`${url}/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ready: true, checks: { database: true, discord: true } });
  });

  it('names what is not ready', async () => {
    const url = await serve({
      database: () => Promise.reject(new Error('gone')),
      discord: () => false,
      queue: async () => undefined,
    });
    const answer = await fetch(`${url}/health/ready`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ready: false, checks: { database: false, discord: false, queue: true } });
  });

  it('is not ready while it starts', async () => {
    server = await serveHealth(
      '127.0.0.1',
      0,
      createMetrics(async () => ({ waiting: 0, active: 0 })).registry,
      () => undefined,
      quiet,
    );
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });

  it.each(['//', '///', '/%', '*', 'http://', '/health/live?x=//'])('answers a request for %s', async (target) => {
    const { port } = new URL(await serve({}));
    const answer = await rawRequest(Number(port), `GET ${target} HTTP/1.1`);
    expect(answer).toMatch(target.startsWith('/health/live') ? /^HTTP\/1\.1 200 / : /^HTTP\/1\.1 404 /);
    expect((await fetch(`${server?.url}/health/live`)).status).toBe(200);
  });

  it('answers when something that is no error is thrown', async () => {
    const { registry } = createMetrics(async () => ({ waiting: 0, active: 0 }));
    vi.spyOn(registry, 'metrics').mockRejectedValueOnce('no error at all');
    server = await serveHealth('127.0.0.1', 0, registry, () => ({}), quiet);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(500);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200);
  });

  it('does not wait for a check that hangs', async () => {
    const url = await serve({ database: () => new Promise(() => undefined) });
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
  });

  it('serves metrics, also while the queue cannot be reached', async () => {
    const url = await serve({});
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('kaleido_queue_jobs{state="waiting"} 3');
    await server?.close();
    const without = await serve({}, () => Promise.reject(new Error('gone')));
    const answer = await fetch(`${without}/metrics`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('state="waiting"');
  });

  it('says which port setting to change when the port is taken', async () => {
    const url = await serve({});
    const { port } = new URL(url);
    const again = serveHealth(
      '127.0.0.1',
      Number(port),
      createMetrics(async () => ({ waiting: 0, active: 0 })).registry,
      () => ({}),
      quiet,
    );
    await expect(again).rejects.toMatchObject({
      code: 'bad_setting',
      data: { why: 'address_taken', option: 'KALEIDO_HTTP_PORT', host: '127.0.0.1', port },
    });
  });
});
