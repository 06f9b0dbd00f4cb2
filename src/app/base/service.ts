import { once } from 'node:events';
import type { Logger } from 'pino';
import { usedSettingsFile } from '../../config.js';
import { proxyName } from '../../network/index.js';
import type { Config } from '../../settings/index.js';
import { createLog } from '../log/index.js';
import { type Cleanup, createCleanup } from './cleanup.js';
import { serveHealth } from './http-server.js';
import { catchTheRest } from './last-resort.js';
import { createMetrics, type Metrics } from './metrics.js';
import type { ReadinessChecks } from './readiness.js';

/** What every service has. */
export interface Service {
  log: Logger;
  metrics: Metrics;
  cleanup: Cleanup;
}

/** What a service tells of itself once it runs. */
export interface RunningService {
  /** What it depends on. */
  checks: ReadinessChecks;
  /** Jobs waiting and running, for the metrics. */
  queue: () => Promise<{ waiting: number; active: number }>;
  /** Resolves when it ends by itself; never when absent. */
  ended?: Promise<void>;
}

/**
 * Runs a service: starts it, serves health and metrics where a port is set, waits until `signal` aborts or it ends by
 * itself, and takes it down in order. A start that fails takes down what it had opened.
 *
 * @param logFile where the log goes; stderr when absent
 */
export async function runService(
  config: Config,
  signal: AbortSignal,
  start: (service: Service) => Promise<RunningService>,
  logFile?: string,
): Promise<void> {
  const log = createLog(config, logFile);
  tellSettingsFile(log);
  tellProxies(log, config);
  const cleanup = createCleanup((name, err) => log.error({ err, name }, 'not closed in order'));
  let running: RunningService | undefined;
  const metrics = createMetrics(() => running?.queue() ?? Promise.reject(new Error('starting')));
  catchTheRest(log, metrics, cleanup);
  try {
    if (config.httpPort !== undefined) {
      const { registry } = metrics;
      const checks = () => running?.checks;
      const server = await serveHealth(config.httpHost, config.httpPort, registry, checks, log);
      cleanup.add('health', () => server.close());
      log.info({ url: server.url }, 'health and metrics are served');
    }
    const aborted = signal.aborted ? Promise.resolve() : once(signal, 'abort');
    const started = start({ log, metrics, cleanup }).then((service): Promise<unknown> => {
      running = service;
      return service.ended ?? aborted;
    });
    // Also while it starts: a platform that is down is tried for as long as it takes. What its start then fails with is
    // no news.
    await Promise.race([aborted, started]);
    log.info({}, 'shutting down');
  } finally {
    await cleanup.run();
  }
}

/** Names only: values may be tokens. */
function tellSettingsFile(log: Logger): void {
  const file = usedSettingsFile();
  if (file === null) return;
  const { path, taken, passedOver, unknown } = file;
  log.info({ path, taken, passedOver }, 'settings were read from a file');
  if (unknown.length > 0) log.warn({ path, unknown }, 'the settings file has names that mean nothing to Kaleido');
}

function tellProxies(log: Logger, { httpProxy, httpsProxy = httpProxy, noProxy }: Config): void {
  const name = (proxy: string | undefined) => (proxy === undefined ? null : proxyName(new URL(proxy)));
  if (httpsProxy === undefined) return;
  log.info({ https: name(httpsProxy), http: name(httpProxy), direct: noProxy }, 'connections go through a proxy');
}
