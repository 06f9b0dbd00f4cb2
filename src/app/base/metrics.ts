import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; a grid takes a few on a CPU and under one on a GPU, and may wait behind many. */
const DURATIONS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** What this process counts, in Prometheus' terms. */
export interface Metrics {
  registry: Registry;
  accepted: Counter<'platform' | 'origin'>;
  refused: Counter<'code'>;
  planSeconds: Histogram;
  paintSeconds: Histogram;
  images: Counter;
  ended: Counter<'status'>;
  deliverySeconds: Histogram<'platform'>;
  deliveryFailures: Counter<'platform'>;
  escaped: Counter;
}

/**
 * Counters of this process.
 * @param queue asked for the queue's length at each scrape, where the process has a queue
 */
export function createMetrics(queue: () => Promise<{ waiting: number; active: number }>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'kaleido_' });
  new Gauge({
    name: 'kaleido_queue_jobs',
    help: 'Grids waiting and being worked on, by all workers',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = await queue().catch(() => undefined);
      this.reset();
      if (counts === undefined) return;
      this.set({ state: 'waiting' }, counts.waiting);
      this.set({ state: 'active' }, counts.active);
    },
  });
  const seconds = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
    new Histogram({ name, help, labelNames, buckets: DURATIONS, registers });
  const counter = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
    new Counter({ name, help, labelNames, registers });
  return {
    registry,
    accepted: counter('kaleido_accepted_total', 'Requests accepted', ['platform', 'origin']),
    refused: counter('kaleido_refused_total', 'Requests refused by a quota', ['code']),
    planSeconds: seconds('kaleido_plan_seconds', 'Time to plan a grid'),
    paintSeconds: seconds('kaleido_paint_seconds', 'Time to paint a batch of cells'),
    images: counter('kaleido_images_total', 'Images painted'),
    ended: counter('kaleido_ended_total', 'Grids that ended, by how', ['status']),
    deliverySeconds: seconds('kaleido_delivery_seconds', 'From the end of a grid to its delivery in chat', [
      'platform',
    ]),
    deliveryFailures: counter('kaleido_delivery_failures_total', 'Attempts to deliver that failed', ['platform']),
    escaped: counter('kaleido_escaped_errors_total', 'Errors that nothing caught where they were thrown'),
  };
}
