import { isOutage, messageOf } from '../../core/basics/index.js';
import type { Delivery, Generation, MessageRef } from '../../core/index.js';
import { DeliveryError } from '../platform.js';
import { retryDelay } from './backoff.js';
import type { DeliverySettings } from './delivery-options.js';
import type { Locks } from './locks.js';
import { deliveredCard } from './show-update.js';
import { withdraw } from './withdraw.js';

/** Milliseconds between two attempts at most while our own storage is away. */
const LONGEST_OUTAGE_PAUSE = 10_000;

/** Takes due deliveries of one platform out of the outbox and shows them, each until it is shown or given up. */
export class FinalDeliveries {
  readonly #settings: DeliverySettings;
  readonly #locks: Locks;
  readonly #running = new Map<string, Promise<void>>();
  /** Shown, but the database could not be told: another claim only tells it. */
  readonly #untold = new Map<string, MessageRef>();
  #draining: Promise<void> | null = null;
  #renewing: NodeJS.Timeout | null = null;
  #isWoken = false;
  #isStopped = false;

  constructor(settings: DeliverySettings, locks: Locks) {
    this.#settings = settings;
    this.#locks = locks;
  }

  /** Some may be due. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isStopped || this.#draining !== null) return;
    this.#draining = this.#drain().finally(() => {
      this.#draining = null;
      // Woken between its last look and here.
      if (this.#isWoken) this.wake();
    });
  }

  /** Claims no more, and resolves when those under way are done; the rest stays in the outbox. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#draining;
    await Promise.all(this.#running.values());
    if (this.#renewing !== null) clearInterval(this.#renewing);
  }

  async #drain(): Promise<void> {
    const { log } = this.#settings;
    while (this.#isWoken && !this.#isStopped) {
      this.#isWoken = false;
      await this.#claimAll().catch((error: unknown) => log.warn({ err: error }, 'due deliveries were not claimed'));
    }
  }

  async #claimAll(): Promise<void> {
    const { store, platform, clock, leaseMs, concurrency } = this.#settings;
    while (!this.#isStopped) {
      if (this.#running.size >= concurrency) {
        await Promise.race(this.#running.values());
        continue;
      }
      const room = concurrency - this.#running.size;
      const claimed = await store.deliveries.claim(platform.platform, room, leaseMs, clock());
      if (claimed.length === 0) return;
      for (const delivery of claimed) {
        // Its lease ran out while the database was away, and is ours again.
        if (this.#running.has(delivery.id)) continue;
        const task = this.#deliver(delivery).finally(() => this.#running.delete(delivery.id));
        this.#running.set(delivery.id, task);
      }
      this.#keepLeases();
    }
  }

  /** A dead process loses what it had within a lease, and a living one keeps it however long it takes. */
  #keepLeases(): void {
    const { store, clock, leaseMs, renewEveryMs, log } = this.#settings;
    this.#renewing ??= setInterval(() => {
      if (this.#running.size === 0) return;
      store.deliveries
        .renew([...this.#running.keys()], leaseMs, clock())
        .catch((err: unknown) => log.debug({ err }, 'deliveries under way were not renewed'));
    }, renewEveryMs);
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { log } = this.#settings;
    const { id, generationId } = delivery;
    try {
      await this.#locks.run(generationId, () => this.#attempt(delivery));
    } catch (error) {
      // The lease ends, and the delivery is claimed again.
      log.error({ err: error, deliveryId: id, generationId }, 'the outcome of a delivery was not recorded');
    }
  }

  async #attempt(claimed: Delivery): Promise<void> {
    const { store, clock, metrics } = this.#settings;
    const { id, generationId } = claimed;
    const generation = await store.generations.find(generationId);
    if (generation === null) return store.deliveries.failed(id, 'The generation is gone.', null);
    if (generation.status === 'deleted') return this.#takeAway(claimed, generation);
    let message = this.#untold.get(id);
    if (message === undefined) {
      try {
        message = await this.#showFinal(claimed, generation);
      } catch (error) {
        return this.#giveBack(claimed, error);
      }
      this.#untold.set(id, message);
    }
    await store.deliveries.delivered(id, message, clock());
    this.#untold.delete(id);
    metrics.delivered?.(Math.max(0, clock().getTime() - (generation.finishedAt ?? clock()).getTime()));
  }

  async #takeAway(claimed: Delivery, { id, settings }: Generation): Promise<void> {
    const { store, platform } = this.#settings;
    const delivery = (await store.deliveries.find(id)) ?? claimed;
    const message = this.#untold.get(id) ?? delivery.message;
    try {
      await withdraw(store.deliveries, platform, { ...delivery, message }, settings.isPrivate);
      this.#untold.delete(id);
    } catch (error) {
      await this.#giveBack(claimed, error);
    }
  }

  async #showFinal(claimed: Delivery, generation: Generation): Promise<MessageRef> {
    const { store, platform } = this.#settings;
    // A progress edit that was under way when it was claimed may have made the message.
    const { address, message } = (await store.deliveries.find(generation.id)) ?? claimed;
    const card = await deliveredCard(this.#settings, generation, address);
    const shown = await platform.show({ ...claimed, address, message }, card, true);
    if (shown === null) throw new DeliveryError(0, { why: 'not_shown' });
    return shown;
  }

  async #giveBack({ id, generationId, attempts }: Delivery, error: unknown): Promise<void> {
    const { store, clock, log, metrics, maxAttempts } = this.#settings;
    const reason = messageOf(error);
    const askedMs = error instanceof DeliveryError ? error.retryAfterMs : 0;
    const isAway = isOutage(error);
    if (askedMs === null || (attempts >= maxAttempts && !isAway)) {
      log.error({ err: error, deliveryId: id, generationId, attempts }, 'a delivery was given up');
      await store.deliveries.failed(id, reason, null);
      return metrics.abandoned?.();
    }
    // Ours to have back, and cheap to ask: what is painted is shown soon after.
    const delay = Math.min(retryDelay(attempts, askedMs, Math.random()), isAway ? LONGEST_OUTAGE_PAUSE : Infinity);
    log.warn({ err: error, deliveryId: id, generationId, attempts, delay }, 'a delivery failed and is tried again');
    await store.deliveries.failed(id, reason, new Date(clock().getTime() + delay));
    metrics.retried?.();
  }
}
