import type { Card } from '../../../chat/cards/index.js';
import { CardTurns } from '../../../chat/deliveries/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { DeliveryError } from '../../../chat/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { Clock, Delivery, DeliveryStore, MessageRef } from '../../../core/index.js';
import { deliveryError, describe, problemOf } from '../client/index.js';
import { type DiscordMessage, LIMITS, renderCard } from '../render/index.js';
import { type DiscordAddress, type InteractionAddress, livingInteraction, readAddress } from './address.js';
import { type DiscordApi, nonce } from './api.js';
import { notifyReady } from './notify-ready.js';
import { removeCardMessage } from './remove-card-message.js';

/** What cards are shown with. */
export interface CardDisplayParts {
  api: DiscordApi;
  deliveries: Pick<DeliveryStore, 'find' | 'shown'>;
  translate: (locale: string) => Translate;
  log: Log;
  clock: Clock;
}

/** One attempt to show a card. */
interface Attempt {
  delivery: Pick<Delivery, 'id' | 'attempts'>;
  address: DiscordAddress;
  message: MessageRef | null;
  card: Card;
  isFinal: boolean;
}

/** What came of one way to show it. */
type Outcome = Shown | Refused;

interface Shown {
  type: 'shown';
  ref: MessageRef;
  /** It was posted, and did not become of an earlier message by an edit, which notifies nobody. */
  isNew: boolean;
}

/** Another way has to be tried. */
interface Refused {
  type: 'refused';
  why: 'token' | 'message' | 'place' | 'archived';
}

/**
 * Shows cards where deliveries say, by the first way that works: the interaction's token while it lives, then the bot's
 * own message in the channel, then, for a thread that takes nothing, the channel around it, then a direct message. What
 * is private never goes into a channel.
 */
export class CardDisplay {
  readonly #parts: CardDisplayParts;
  readonly #turns: CardTurns;

  constructor(parts: CardDisplayParts) {
    this.#parts = parts;
    this.#turns = new CardTurns(parts.deliveries);
  }

  /** As `ChatPlatform.show`. @throws DeliveryError */
  show(delivery: Delivery, card: Card, isFinal: boolean): Promise<MessageRef | null> {
    return this.#turns.show(delivery, isFinal, (message) =>
      this.#attempt({ delivery, address: readAddress(delivery.address), message, card, isFinal }),
    );
  }

  /** As `ChatPlatform.withdraw`. @throws DeliveryError */
  withdraw(delivery: Delivery, isPrivate: boolean): Promise<boolean> {
    return this.#turns.withdraw(delivery, (message) => {
      const address = readAddress(delivery.address);
      const now = this.#parts.clock().getTime();
      return removeCardMessage(this.#parts.api, address, message, isPrivate || address.isPrivate, now);
    });
  }

  /** Makes an edit that a person's action led to, unless a result hides the card. @throws what `edit` throws */
  change(card: Card, edit: () => Promise<void>): Promise<void> {
    return this.#turns.change(card, edit);
  }

  /**
   * Shows the card of a generation that was just accepted. A failure is only logged: the delivery loop shows the card
   * in any case.
   *
   * @param address what became of the interaction since the generation was accepted
   */
  async showFirst(address: DiscordAddress, card: Card): Promise<void> {
    const { generationId } = card;
    try {
      await this.#turns.first(generationId, async (delivery) => {
        const ref = await this.#attempt({ delivery, address, message: null, card, isFinal: false });
        if (ref !== null) await this.#turns.posted(delivery, ref);
      });
    } catch (error) {
      this.#parts.log.warn({ generationId, problem: describe(error) }, 'Discord: the first card could not be shown');
    }
  }

  async #attempt(attempt: Attempt): Promise<MessageRef | null> {
    const { address, card, isFinal, message } = attempt;
    const isPrivate = address.isPrivate || card.isPrivate;
    const interaction = livingInteraction(address, this.#parts.clock().getTime());
    if (interaction !== null) {
      const outcome = await this.#opened(attempt, () => this.#byToken(attempt, interaction, isPrivate));
      if (outcome.type === 'shown') return this.#done(attempt, outcome);
      // A message that somebody deleted is not brought back for mere progress.
      if (outcome.why === 'message' && !isFinal) return null;
    }
    const isUnshownAnswer = address.interaction !== null && message === null;
    if (!isFinal && (isPrivate || isUnshownAnswer)) return null;
    if (!isPrivate) {
      const outcome = await this.#opened(attempt, () => this.#inChannel(attempt));
      if (outcome.type === 'shown') return this.#done(attempt, outcome);
      if (!isFinal) return null;
      const beside = await this.#besideThread(attempt);
      if (beside?.type === 'shown') return beside.ref;
    }
    return this.#inDm(attempt);
  }

  /** Tries a way once more where a thread was archived meanwhile and a result is worth opening it again. */
  async #opened({ address, isFinal }: Attempt, way: () => Promise<Outcome>): Promise<Outcome> {
    const outcome = await way();
    if (!isFinal || outcome.type === 'shown' || outcome.why !== 'archived') return outcome;
    try {
      await this.#parts.api.unarchive(address.channelId);
    } catch (error) {
      if (problemOf(error, false) === 'passing') throw deliveryError(error, false);
      return outcome;
    }
    return way();
  }

  async #byToken(attempt: Attempt, interaction: InteractionAddress, isPrivate: boolean): Promise<Outcome> {
    const { api } = this.#parts;
    const { message, address, isFinal } = attempt;
    if (message !== null && message.channelId !== address.channelId) return { type: 'refused', why: 'place' };
    const isExposed = isPrivate && !address.isPrivate && message === null;
    // The deferred response is one that all can see: its empty place is taken away, and the card follows in private.
    if (isExposed && interaction.answer === 'original') await api.deleteResponse(interaction).catch(() => undefined);
    const edited = message?.messageId ?? (interaction.answer === 'original' && !isExposed ? '@original' : null);
    if (edited !== null) {
      const outcome = await tryEdit(() => api.editResponse(interaction, edited, this.#render(attempt, false)), true);
      if (outcome.type === 'shown' || outcome.why !== 'message' || !isFinal) return outcome;
    }
    return tryPost(() => api.followUp(interaction, this.#render(attempt, isFinal), isPrivate), true);
  }

  /** Edits the bot's message by the bot's own right, or posts it. */
  async #inChannel(attempt: Attempt): Promise<Outcome> {
    const { api } = this.#parts;
    const { message, address, isFinal } = attempt;
    if (message !== null) {
      const outcome = await tryEdit(() => api.edit(message, this.#render(attempt, false)), false);
      if (outcome.type === 'shown' || outcome.why !== 'message' || !isFinal) return outcome;
    }
    return tryPost(
      () => api.post(address.channelId, this.#render(attempt, isFinal), nonceOf(attempt), address.replyTo),
      false,
    );
  }

  /** Posts a result whose thread takes nothing into the channel that the thread is in; null where it is in none. */
  async #besideThread(attempt: Attempt): Promise<Outcome | null> {
    const { api } = this.#parts;
    let parentId: string | null;
    try {
      parentId = await api.parentOf(attempt.address.channelId);
    } catch (error) {
      if (problemOf(error, false) === 'passing') throw deliveryError(error, false);
      return null;
    }
    if (parentId === null) return null;
    const to = parentId;
    return tryPost(() => api.post(to, this.#render(attempt, true, true), nonceOf(attempt), null), false);
  }

  /** The last way: the requester is told in private. */
  async #inDm(attempt: Attempt): Promise<MessageRef> {
    const { api } = this.#parts;
    const { address, message } = attempt;
    try {
      const channelId = await api.openDm(address.userId);
      const there = { ...attempt, address: { ...address, fileLimit: LIMITS.fileBytes } };
      const rendered = this.#render(there, false, !(address.isPrivate || attempt.card.isPrivate));
      if (message?.channelId === channelId && message.channelId !== address.channelId) {
        const outcome = await tryEdit(() => api.edit(message, rendered), false);
        if (outcome.type === 'shown') return outcome.ref;
      }
      return await api.post(channelId, rendered, nonceOf(attempt), null);
    } catch (error) {
      throw error instanceof DeliveryError ? error : deliveryError(error, false);
    }
  }

  async #done({ delivery, address, card, isFinal }: Attempt, { ref, isNew }: Shown): Promise<MessageRef> {
    if (isFinal && !isNew) await notifyReady(this.#parts, delivery, address, card, ref);
    return ref;
  }

  /** @param isMoved it is not where it was asked for, and says so */
  #render({ card, address }: Attempt, isNotifying: boolean, isMoved = false): DiscordMessage {
    const t = this.#parts.translate(address.locale);
    const remark = isMoved ? t('discord.moved', { channel: `<#${address.channelId}>` }) : null;
    return renderCard(card, { t, isNotifying, remark, fileLimit: address.fileLimit });
  }
}

/** @throws DeliveryError when no other way can help */
async function tryEdit(edit: () => Promise<MessageRef>, isWebhook: boolean): Promise<Outcome> {
  return tryWay(edit, { isWebhook, isNew: false });
}

/** @throws DeliveryError when no other way can help */
async function tryPost(post: () => Promise<MessageRef>, isWebhook: boolean): Promise<Outcome> {
  return tryWay(post, { isWebhook, isNew: true });
}

async function tryWay(
  way: () => Promise<MessageRef>,
  { isWebhook, isNew }: { isWebhook: boolean; isNew: boolean },
): Promise<Outcome> {
  try {
    return { type: 'shown', ref: await way(), isNew };
  } catch (error) {
    const why = problemOf(error, isWebhook);
    if (why === 'passing' || why === 'request') throw deliveryError(error, isWebhook);
    return { type: 'refused', why };
  }
}

/** A second post of the same card in place of the same message is the same message. */
function nonceOf({ delivery, message }: Attempt): string {
  return nonce(delivery.id, message?.messageId ?? '');
}
