import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { createBoundary, type Log } from '../../core/basics/index.js';
import { AppError } from './errors.js';
import { type ReadinessChecks, statesOf } from './readiness.js';

/** The checks that hold now; undefined while the service is starting. */
export type CurrentChecks = () => ReadinessChecks | undefined;

export interface HealthServer {
  /** Where it listens, such as `http://127.0.0.1:9464`. */
  url: string;
  close(): Promise<void>;
}

/** Milliseconds after which a dependency counts as gone. */
const CHECK_MS = 3000;
/**
 * The same for liveness, whose askers wait for a second, as Kubernetes does, and end the process over a late answer.
 */
const LIVE_CHECK_MS = 500;

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/** That of the start alone while it starts. */
async function currentStates(checks: ReadinessChecks | undefined, limitMs: number): Promise<Record<string, boolean>> {
  return checks === undefined ? { started: false } : statesOf(checks, limitMs);
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  answer(response, status, 'application/json', `${JSON.stringify(body)}\n`);
}

async function readiness(response: ServerResponse, current: ReadinessChecks | undefined): Promise<void> {
  const checks = await currentStates(current, CHECK_MS);
  const isReady = Object.values(checks).every((state) => state);
  answerJson(response, isReady ? 200 : 503, { ready: isReady, checks });
}

/** Always 200: what is away comes back or is started again by this process, and an end of it would help nothing. */
async function liveness(response: ServerResponse, current: ReadinessChecks | undefined): Promise<void> {
  answerJson(response, 200, { alive: true, checks: await currentStates(current, LIVE_CHECK_MS) });
}

/** What a request asks for. It need not be a URL: `GET //` is a request, and `new URL` throws over it. */
function pathOf(target = '/'): string {
  return target.split('?', 1)[0]!;
}

async function route(path: string, response: ServerResponse, registry: Registry, checks: CurrentChecks) {
  if (path === '/health/live') await liveness(response, checks());
  else if (path === '/health/ready') await readiness(response, checks());
  else if (path === '/metrics') answer(response, 200, registry.contentType, await registry.metrics());
  else answer(response, 404, 'text/plain', 'There are /health/live, /health/ready and /metrics.\n');
}

/**
 * Serves liveness (the process answers, and says what is away), readiness (200, or 503 naming what is missing) and
 * Prometheus metrics.
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
