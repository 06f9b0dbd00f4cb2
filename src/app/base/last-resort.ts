import type { Log } from '../../core/basics/index.js';
import type { Cleanup } from './cleanup.js';
import type { Metrics } from './metrics.js';

/**
 * What no boundary caught, which is a fault of ours or of a library: it is logged and counted, and the process goes on.
 * All state is in the database and the queue, so that what it interrupted is taken up by whoever looks next, while an
 * end would interrupt everybody.
 */
export function catchTheRest(log: Log, { escaped }: Pick<Metrics, 'escaped'>, cleanup: Cleanup): void {
  const tell = (how: 'exception' | 'rejection') => (err: unknown) => {
    escaped.inc();
    log.error({ err, how }, 'An error escaped where it was thrown; please report it');
  };
  const [exception, rejection] = [tell('exception'), tell('rejection')];
  process.on('uncaughtException', exception);
  process.on('unhandledRejection', rejection);
  cleanup.add('last resort', async () => {
    process.off('uncaughtException', exception);
    process.off('unhandledRejection', rejection);
  });
}
