import { messageOf } from '../../core/basics/index.js';
import type { Delivery, Generation, MessageRef } from '../../core/index.js';
import { DeliveryError } from '../platform.js';
import { retryDelay } from './backoff.js';
import type { Locks } from './locks.js';
import type { DeliverySettings } from './options.js';
import { cardOf } from './show.js';
import { withdraw } from './withdraw.js';

/** Takes due deliveries out of the outbox and shows them, each until it is shown or given up. */
export interface FinalDeliveries {
  /** Some may be due. */
  wake(): void;
  /** Claims no more, and resolves when those under way are done; the rest stays in the outbox. */
  stop(): Promise<void>;
}

/** Final deliveries of one platform. */
export function createFinalDeliveries(settings: DeliverySettings, locks: Locks): FinalDeliveries {
  const { store, platform, clock, log, metrics, leaseMs, concurrency, maxAttempts } = settings;
  const running = new Set<Promise<void>>();
  /** Shown, but the database could not be told: another claim only tells it. */
  const untold = new Map<string, MessageRef>();
  let draining: Promise<void> | null = null;
  let isWoken = false;
  let isStopped = false;

  async function drain(): Promise<void> {
    while (isWoken && !isStopped) {
      isWoken = false;
      await claimAll().catch((error: unknown) => log.warn({ err: error }, 'due deliveries were not claimed'));
    }
  }

  async function claimAll(): Promise<void> {
    while (!isStopped) {
      if (running.size >= concurrency) {
        await Promise.race(running);
        continue;
      }
      const room = concurrency - running.size;
      const claimed = await store.deliveries.claim(platform.platform, room, leaseMs, clock());
      if (claimed.length === 0) return;
      for (const delivery of claimed) {
        const task = deliver(delivery).finally(() => running.delete(task));
        running.add(task);
      }
    }
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const { id, generationId } = delivery;
    try {
      await locks.run(generationId, () => attempt(delivery));
    } catch (error) {
      // The lease ends, and the delivery is claimed again.
      log.error({ err: error, deliveryId: id, generationId }, 'the outcome of a delivery was not recorded');
    }
  }

  async function attempt(claimed: Delivery): Promise<void> {
    const { id, generationId } = claimed;
    const generation = await store.generations.find(generationId);
    if (generation === null) return store.deliveries.failed(id, 'The generation is gone.', null);
    if (generation.status === 'deleted') return takeAway(claimed, generation);
    let message = untold.get(id);
    if (message === undefined) {
      try {
        message = await showFinal(claimed, generation);
      } catch (error) {
        return giveBack(claimed, error);
      }
      untold.set(id, message);
    }
    await store.deliveries.delivered(id, message, clock());
    untold.delete(id);
    metrics.delivered?.(Math.max(0, clock().getTime() - (generation.finishedAt ?? clock()).getTime()));
  }

  async function takeAway(claimed: Delivery, { id, settings }: Generation): Promise<void> {
    const delivery = (await store.deliveries.find(id)) ?? claimed;
    const message = untold.get(id) ?? delivery.message;
    try {
      await withdraw(store.deliveries, platform, { ...delivery, message }, settings.isPrivate);
      untold.delete(id);
    } catch (error) {
      await giveBack(claimed, error);
    }
  }

  async function showFinal(claimed: Delivery, generation: Generation): Promise<MessageRef> {
    // A progress edit that was under way when it was claimed may have made the message.
    const { address, message } = (await store.deliveries.find(generation.id)) ?? claimed;
    const card = await cardOf(settings, generation, address);
    const shown = await platform.show({ ...claimed, address, message }, card, true);
    if (shown === null) throw new DeliveryError(0, { why: 'not_shown' });
    return shown;
  }

  async function giveBack({ id, generationId, attempts }: Delivery, error: unknown): Promise<void> {
    const reason = messageOf(error);
    const askedMs = error instanceof DeliveryError ? error.retryAfterMs : 0;
    if (askedMs === null || attempts >= maxAttempts) {
      log.error({ err: error, deliveryId: id, generationId, attempts }, 'a delivery was given up');
      await store.deliveries.failed(id, reason, null);
      return metrics.abandoned?.();
    }
    const delay = retryDelay(attempts, askedMs, Math.random());
    log.warn({ err: error, deliveryId: id, generationId, attempts, delay }, 'a delivery failed and is tried again');
    await store.deliveries.failed(id, reason, new Date(clock().getTime() + delay));
    metrics.retried?.();
  }

  function wake(): void {
    isWoken = true;
    if (isStopped || draining !== null) return;
    draining = drain().finally(() => {
      draining = null;
      // Woken between its last look and here.
      if (isWoken) wake();
    });
  }

  return {
    wake,
    async stop() {
      isStopped = true;
      await draining;
      await Promise.all(running);
    },
  };
}
