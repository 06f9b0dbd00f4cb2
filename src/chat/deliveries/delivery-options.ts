import { LEASES, type Log } from '../../core/basics/index.js';
import type { Clock, Jobs, Store } from '../../core/index.js';
import type { CardBuilder } from '../cards/index.js';
import type { ChatPlatform } from '../platform.js';

/** What the host counts of deliveries. */
export interface DeliveryMetrics {
  /** @param afterMs from the end of the generation until it was delivered */
  delivered?(afterMs: number): void;
  /** A final delivery failed and will be tried again. */
  retried?(): void;
  /** A final delivery was given up. */
  abandoned?(): void;
  /** A card was edited with progress or a new place in the queue. */
  updated?(): void;
}

/** What a delivery loop works with, and how fast. */
export interface DeliveryLoopOptions {
  store: Pick<Store, 'deliveries'> & { generations: Pick<Store['generations'], 'find' | 'pins' | 'unfinished'> };
  jobs: Pick<Jobs, 'subscribe' | 'position'>;
  cards: CardBuilder;
  platform: Pick<ChatPlatform, 'platform' | 'show' | 'withdraw'>;
  clock: Clock;
  log: Log;
  metrics?: DeliveryMetrics;
  /** Least time between two progress edits of one message, ms. Default: 2,000. */
  progressEveryMs?: number;
  /** Least time between two rounds of new places in the queue, ms. Default: 10,000. */
  positionsEveryMs?: number;
  /** Messages of waiting generations that one such round edits. Default: 20. */
  positionsAtOnce?: number;
  /** How often to look for due deliveries besides being told, ms. See `LEASES`. */
  pollEveryMs?: number;
  /** How long a claimed delivery is ours unless that is renewed, ms. See `LEASES`. */
  leaseMs?: number;
  /** How often claimed deliveries are renewed while they are being shown, ms. See `LEASES`. */
  renewEveryMs?: number;
  /** Final deliveries under way at a time. Default: 8. */
  concurrency?: number;
  /** Attempts after which a delivery is given up. Default: 100, about 16 hours. */
  maxAttempts?: number;
}

/** The options with their defaults. */
export type DeliverySettings = Required<DeliveryLoopOptions>;

/** The options, with the default of each that is absent. */
export function withDefaults(options: DeliveryLoopOptions): DeliverySettings {
  return {
    metrics: {},
    progressEveryMs: 2_000,
    positionsEveryMs: 10_000,
    positionsAtOnce: 20,
    pollEveryMs: LEASES.delivery.lookMs,
    leaseMs: LEASES.delivery.leaseMs,
    renewEveryMs: LEASES.delivery.renewMs,
    concurrency: 8,
    maxAttempts: 100,
    ...options,
  };
}
