import type { Delivery, DeliveryStore, MessageRef } from '../../core/index.js';
import { createRecent } from '../../engine/basics/index.js';
import type { Card } from '../cards/index.js';
import { createLocks } from './locks.js';

/** Generations remembered: enough for all that can be between a first card and the row that remembers its message. */
const MOST = 5_000;

const RUNNING: ReadonlySet<Card['state']> = new Set(['queued', 'planning', 'painting']);

/**
 * Whose turn it is with the message of a generation, on one platform and in this process: one change after the other,
 * and progress that comes late never hides a result. A platform shows, changes and removes cards inside of it.
 */
export class CardTurns {
  readonly #deliveries: Pick<DeliveryStore, 'find' | 'shown'>;
  readonly #turns = createLocks();
  /** Whoever shows a card may hold a delivery that was read before the first card was posted. */
  readonly #messages = createRecent<string, MessageRef>(MOST);
  /** Generations whose result is shown. */
  readonly #ended = createRecent<string, true>(MOST);

  constructor(deliveries: Pick<DeliveryStore, 'find' | 'shown'>) {
    this.#deliveries = deliveries;
  }

  /**
   * A turn of `ChatPlatform.show`.
   * @param show gets the message that shows the generation so far, null when there is none
   * @returns null when nothing was shown, as when it is progress of what has ended
   * @throws what `show` throws
   */
  show(
    delivery: Delivery,
    isFinal: boolean,
    show: (message: MessageRef | null) => Promise<MessageRef | null>,
  ): Promise<MessageRef | null> {
    const { generationId } = delivery;
    return this.#turns.run(generationId, async () => {
      if (!isFinal && this.#ended.has(generationId)) return null;
      const ref = await show(await this.#messageOf(delivery));
      if (ref === null) return null;
      this.#messages.set(generationId, ref);
      if (isFinal) this.#ended.set(generationId, true);
      return ref;
    });
  }

  /**
   * The turn of a generation that was just accepted.
   * @returns false when there is nothing to show any more: progress was faster, and is newer
   * @throws what `show` throws
   */
  first(generationId: string, show: (delivery: Delivery) => Promise<void>): Promise<boolean> {
    return this.#turns.run(generationId, async () => {
      if (this.#messages.has(generationId)) return false;
      const delivery = await this.#deliveries.find(generationId);
      if (delivery === null || delivery.message !== null) return false;
      await show(delivery);
      return true;
    });
  }

  /** Remembers a message as soon as it is posted, so that whatever fails afterwards, the next turn edits it. */
  async posted({ id, generationId }: Pick<Delivery, 'id' | 'generationId'>, message: MessageRef): Promise<void> {
    this.#messages.set(generationId, message);
    await this.#deliveries.shown(id, message);
  }

  /**
   * The turn of an edit that a person's action led to; nothing when the card is of a time before the result that is
   * shown by now.
   * @throws what `edit` throws
   */
  change(card: Card, edit: () => Promise<void>): Promise<void> {
    return this.#turns.run(card.generationId, async () => {
      if (!RUNNING.has(card.state) || !this.#ended.has(card.generationId)) await edit();
    });
  }

  /**
   * A turn of `ChatPlatform.withdraw`.
   * @param remove whether the message is gone
   * @returns whether there is no message any more
   * @throws what `remove` throws
   */
  withdraw(delivery: Delivery, remove: (message: MessageRef) => Promise<boolean>): Promise<boolean> {
    return this.#turns.run(delivery.generationId, async () => {
      const message = await this.#messageOf(delivery);
      return message === null ? true : remove(message);
    });
  }

  async #messageOf({ generationId, message }: Delivery): Promise<MessageRef | null> {
    const known = message ?? this.#messages.get(generationId);
    return known ?? (await this.#deliveries.find(generationId))?.message ?? null;
  }
}
