import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { createBoundary, type Log } from '../../core/basics/index.js';
import { AppError } from './errors.js';

/** What readiness depends on, by name; each rejects, or is false, while it is not ready. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown> | boolean>>;

/** The checks that hold now; undefined while the service is starting. */
export type CurrentChecks = () => ReadinessChecks | undefined;

export interface HealthServer {
  /** Where it listens, such as `http://127.0.0.1:9464`. */
  url: string;
  close(): Promise<void>;
}

/** Longer than this, a dependency counts as gone. */
const CHECK_MS = 3000;

async function ready(check: ReadinessChecks[string]): Promise<boolean> {
  const late = AbortSignal.timeout(CHECK_MS);
  const outcome = Promise.resolve()
    .then(() => check())
    .then((answer) => answer !== false)
    .catch(() => false);
  const timeout = new Promise<boolean>((resolve) => {
    late.addEventListener('abort', () => resolve(false), { once: true });
  });
  return Promise.race([outcome, timeout]);
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

async function readiness(response: ServerResponse, checks: ReadinessChecks | undefined): Promise<void> {
  if (checks === undefined) {
    answer(response, 503, 'application/json', `${JSON.stringify({ ready: false, checks: { started: false } })}\n`);
    return;
  }
  const states = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await ready(check)] as const),
  );
  const isReady = states.every(([, state]) => state);
  const body = { ready: isReady, checks: Object.fromEntries(states) };
  answer(response, isReady ? 200 : 503, 'application/json', `${JSON.stringify(body)}\n`);
}

/** What a request asks for. It need not be a URL: `GET //` is a request, and `new URL` throws over it. */
function pathOf(target = '/'): string {
  return target.split('?', 1)[0]!;
}

async function route(path: string, response: ServerResponse, registry: Registry, checks: CurrentChecks) {
  if (path === '/health/live') answer(response, 200, 'text/plain', 'alive\n');
  else if (path === '/health/ready') await readiness(response, checks());
  else if (path === '/metrics') answer(response, 200, registry.contentType, await registry.metrics());
  else answer(response, 404, 'text/plain', 'There are /health/live, /health/ready and /metrics.\n');
}

/**
 * Serves liveness (the process answers), readiness (200, or 503 naming what is missing) and Prometheus metrics.
 *
 * @param port 0 for any free one
 * @param log told of requests that could not be answered as they should
 * @throws KaleidoError `bad_setting` when the address cannot be listened on
 */
export async function serveHealth(
  host: string,
  port: number,
  registry: Registry,
  checks: CurrentChecks,
  log: Log,
): Promise<HealthServer> {
  const boundary = createBoundary('health requests', log);
  const server: Server = createServer((request, response) => {
    void boundary.run(
      () => route(pathOf(request.url), response, registry, checks),
      () => (response.headersSent ? response.destroy() : answer(response, 500, 'text/plain', 'failed\n')),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((cause: unknown) => {
    throw new AppError(
      'bad_setting',
      { why: 'address_taken', option: 'KALEIDO_HTTP_PORT', host, port: String(port) },
      cause,
    );
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
