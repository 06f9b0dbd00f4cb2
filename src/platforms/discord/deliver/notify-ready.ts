import type { Card } from '../../../chat/cards/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { Clock, Delivery, MessageRef } from '../../../core/index.js';
import { describe } from '../client/index.js';
import { type DiscordMessage, escapeLine, onlyUser } from '../render/index.js';

import { type DiscordAddress, livingInteraction } from './address.js';
import { type DiscordApi, nonce } from './api.js';

/** Whoever waits longer looks elsewhere meanwhile. */
const LONG_WAIT_MS = 60_000;

interface NotifyDeps {
  api: DiscordApi;
  translate: (locale: string) => Translate;
  log: Log;
  clock: Clock;
}

/**
 * Tells the requester of a long wait that the grid is there: an edit notifies nobody. A short answer to the grid, once;
 * private grids and short waits go without. That it cannot be sent is no failure of the delivery.
 */
export async function notifyReady(
  { api, translate, log, clock }: NotifyDeps,
  { id: deliveryId, attempts }: Pick<Delivery, 'id' | 'attempts'>,
  address: DiscordAddress,
  card: Card,
  grid: MessageRef,
): Promise<void> {
  const now = clock().getTime();
  const isWanted = card.state === 'done' || card.state === 'planned';
  if (!isWanted || card.isPrivate || address.isPrivate || now - address.requestedAt < LONG_WAIT_MS) return;

  const message: DiscordMessage = {
    body: {
      content: `<@${address.userId}> ${escapeLine(translate(address.locale)('discord.ready'))}`,
      embeds: [],
      components: [],
      attachments: [],
      allowed_mentions: onlyUser(address.userId),
    },
    files: [],
  };
  try {
    await api.post(grid.channelId, message, nonce(deliveryId, 'ready'), grid.messageId);
  } catch (error) {
    log.debug({ deliveryId, problem: describe(error) }, 'Discord: could not tell that a grid is ready');
    const interaction = livingInteraction(address, now);
    // Where the bot is no member, the interaction's token is the only way; what is sent so has no nonce, and an attempt
    // before may have done it.
    if (interaction !== null && attempts <= 1) await api.followUp(interaction, message, false).catch(() => undefined);
  }
}
