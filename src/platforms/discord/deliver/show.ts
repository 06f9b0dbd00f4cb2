import type { Card } from '../../../chat/cards/index.js';
import { createLocks } from '../../../chat/deliveries/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { DeliveryError } from '../../../chat/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { Clock, Delivery, DeliveryStore, MessageRef } from '../../../core/index.js';
import { createRecent } from '../../../engine/basics/index.js';
import { deliveryError, describe, problemOf } from '../client/index.js';
import { type DiscordMessage, LIMITS, renderCard } from '../render/index.js';

import { type DiscordAddress, type InteractionAddress, livingInteraction, readAddress } from './address.js';
import type { DiscordApi } from './api.js';
import { nonce } from './nonce.js';
import { notifyReady } from './notify-ready.js';
import { withdraw } from './withdraw.js';

export interface ShowDeps {
  api: DiscordApi;
  deliveries: Pick<DeliveryStore, 'find' | 'shown'>;
  translate: (locale: string) => Translate;
  log: Log;
  clock: Clock;
}

/** One attempt to show a card. */
interface Attempt {
  delivery: Pick<Delivery, 'id'>;
  address: DiscordAddress;
  message: MessageRef | null;
  card: Card;
  isFinal: boolean;
}

/** What came of one way to show it: done, or why another way has to be tried. */
type Outcome = Shown | 'token' | 'message' | 'place';

interface Shown {
  ref: MessageRef;
  /** It was posted, and did not become of an earlier message by an edit, which notifies nobody. */
  isNew: boolean;
}

/** Enough for every delivery that can be between its first card and the row that remembers it. */
const RECENT_LIMIT = 5_000;

const RUNNING: ReadonlySet<Card['state']> = new Set(['queued', 'planning', 'painting']);

/**
 * Shows cards where deliveries say, by the first way that works: the interaction's token while it lives, then the bot's own
 * message in the channel, then a direct message. What is private never goes into a channel.
 */
export class Shower {
  readonly #deps: ShowDeps;
  readonly #turns = createLocks();
  /** The loop may hold a delivery that it read before the first card was posted. */
  readonly #recent = createRecent<string, MessageRef>(RECENT_LIMIT);
  /** Generations whose result is shown. */
  readonly #ended = createRecent<string, boolean>(RECENT_LIMIT);

  constructor(deps: ShowDeps) {
    this.#deps = deps;
  }

  /** See `ChatPlatform.show`. */
  async show(delivery: Delivery, card: Card, isFinal: boolean): Promise<MessageRef | null> {
    return this.#turns.run(delivery.id, async () => {
      // Progress that comes late must not hide the result.
      if (!isFinal && this.#ended.get(card.generationId)) return null;
      const message = delivery.message ?? this.#recent.get(delivery.id) ?? null;
      const attempt = { delivery, address: readAddress(delivery.address), message, card, isFinal };
      const ref = await this.#attempt(attempt);
      if (ref !== null) this.#recent.set(delivery.id, ref);
      if (isFinal) this.#ended.set(card.generationId, true);
      return ref;
    });
  }

  /** See `ChatPlatform.withdraw`. */
  async withdraw(delivery: Delivery, isPrivate: boolean): Promise<boolean> {
    return this.#turns.run(delivery.id, async () => {
      const message = delivery.message ?? this.#recent.get(delivery.id) ?? null;
      if (message === null) return true;
      const address = readAddress(delivery.address);
      const now = this.#deps.clock().getTime();
      return withdraw(this.#deps.api, address, message, isPrivate || address.isPrivate, now);
    });
  }

  /** Makes an edit that a person's action led to, unless the card is of a time before the result that is shown by now. */
  async change(card: Card, edit: () => Promise<void>): Promise<void> {
    const delivery = await this.#deps.deliveries.find(card.generationId);
    await this.#turns.run(delivery?.id ?? card.generationId, async () => {
      if (RUNNING.has(card.state) && this.#ended.get(card.generationId)) return;
      await edit();
    });
  }

  /**
   * Shows the card of a generation that was just accepted, unless progress of it was faster. A failure is only logged: the
   * delivery loop shows the card in any case.
   */
  async showFirst(deliveryId: string, address: DiscordAddress, card: Card): Promise<void> {
    await this.#turns.run(deliveryId, async () => {
      try {
        if (this.#recent.get(deliveryId) !== undefined) return;
        const stored = await this.#deps.deliveries.find(card.generationId);
        if (stored === null || stored.message !== null) return;
        const attempt = { delivery: { id: deliveryId }, address, message: null, card, isFinal: false };
        const ref = await this.#attempt(attempt);
        if (ref === null) return;
        this.#recent.set(deliveryId, ref);
        await this.#deps.deliveries.shown(deliveryId, ref);
      } catch (error) {
        this.#deps.log.warn({ deliveryId, problem: describe(error) }, 'Discord: the first card could not be shown');
      }
    });
  }

  async #attempt(attempt: Attempt): Promise<MessageRef | null> {
    const { address, card, isFinal, message } = attempt;
    const isPrivate = address.isPrivate || card.isPrivate;
    const interaction = livingInteraction(address, this.#deps.clock().getTime());
    if (interaction !== null) {
      const outcome = await this.#byToken(attempt, interaction, isPrivate);
      if (typeof outcome === 'object') return this.#done(attempt, outcome);
      // A message that somebody deleted is not brought back for mere progress.
      if (outcome === 'message' && !isFinal) return null;
    }
    const isUnshownAnswer = address.interaction !== null && message === null;
    if (!isFinal && (isPrivate || isUnshownAnswer)) return null;
    if (!isPrivate) {
      const outcome = await this.#inChannel(attempt);
      if (typeof outcome === 'object') return this.#done(attempt, outcome);
      if (!isFinal) return null;
    }
    return this.#inDm(attempt);
  }

  async #byToken(attempt: Attempt, interaction: InteractionAddress, isPrivate: boolean): Promise<Outcome> {
    const { api } = this.#deps;
    const { message, address, isFinal } = attempt;
    if (message !== null && message.channelId !== address.channelId) return 'place';
    const isExposed = isPrivate && !address.isPrivate && message === null;
    // The deferred response is one that all can see: its empty place is taken away, and the card follows in private.
    if (isExposed && interaction.answer === 'original') await api.deleteResponse(interaction).catch(() => undefined);
    const edited = message?.messageId ?? (interaction.answer === 'original' && !isExposed ? '@original' : null);
    if (edited !== null) {
      const outcome = await tryEdit(() => api.editResponse(interaction, edited, this.#render(attempt, false)), true);
      if (outcome !== 'message' || !isFinal) return outcome;
    }
    return tryPost(() => api.followUp(interaction, this.#render(attempt, isFinal), isPrivate), true);
  }

  /** Edits the bot's message by the bot's own right, or posts it. */
  async #inChannel(attempt: Attempt): Promise<Outcome> {
    const { api } = this.#deps;
    const { message, address, isFinal } = attempt;
    if (message !== null) {
      const outcome = await tryEdit(() => api.edit(message, this.#render(attempt, false)), false);
      if (outcome !== 'message' || !isFinal) return outcome;
    }
    return tryPost(
      () => api.post(address.channelId, this.#render(attempt, isFinal), nonceOf(attempt), address.replyTo),
      false,
    );
  }

  /** The last way: the requester is told in private. */
  async #inDm(attempt: Attempt): Promise<MessageRef> {
    const { api } = this.#deps;
    const { address, message } = attempt;
    try {
      const channelId = await api.openDm(address.userId);
      const rendered = this.#render({ ...attempt, address: { ...address, fileLimit: LIMITS.fileBytes } }, false);
      if (message?.channelId === channelId && message.channelId !== address.channelId) {
        const outcome = await tryEdit(() => api.edit(message, rendered), false);
        if (typeof outcome === 'object') return outcome.ref;
      }
      return await api.post(channelId, rendered, nonceOf(attempt), null);
    } catch (error) {
      throw error instanceof DeliveryError ? error : deliveryError(error, false);
    }
  }

  async #done({ delivery, address, card, isFinal }: Attempt, { ref, isNew }: Shown): Promise<MessageRef> {
    if (isFinal && !isNew) await notifyReady(this.#deps, delivery.id, address, card, ref);
    return ref;
  }

  #render({ card, address }: Attempt, isNotifying: boolean): DiscordMessage {
    const t = this.#deps.translate(address.locale);
    return renderCard(card, { t, isNotifying, fileLimit: address.fileLimit });
  }
}

/** @throws DeliveryError when no other way can help */
async function tryEdit(edit: () => Promise<MessageRef>, isWebhook: boolean): Promise<Outcome> {
  return tryWay(async () => ({ ref: await edit(), isNew: false }), isWebhook);
}

/** @throws DeliveryError when no other way can help */
async function tryPost(post: () => Promise<MessageRef>, isWebhook: boolean): Promise<Outcome> {
  return tryWay(async () => ({ ref: await post(), isNew: true }), isWebhook);
}

async function tryWay(way: () => Promise<Shown>, isWebhook: boolean): Promise<Outcome> {
  try {
    return await way();
  } catch (error) {
    const problem = problemOf(error, isWebhook);
    if (problem === 'passing' || problem === 'request') throw deliveryError(error, isWebhook);
    return problem;
  }
}

/** A second post of the same card in place of the same message is the same message. */
function nonceOf({ delivery, message }: Attempt): string {
  return nonce(delivery.id, message?.messageId ?? '');
}
