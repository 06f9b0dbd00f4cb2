import type { Card, Modal } from '../../../chat/cards/index.js';
import { withdraw } from '../../../chat/deliveries/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { DeliveryError } from '../../../chat/index.js';
import type { MessageReply, RemoveReply, Reply } from '../../../chat/replies/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { DeliveryStore } from '../../../core/index.js';
import { describe, hasCode } from '../client/index.js';
import type { DiscordApi, Exchange, Shower, Uploader } from '../deliver/index.js';

import { type DiscordMessage, privateMessage, renderCard, renderModal, renderReply } from '../render/index.js';

/** A message or response that is not there any more: what was to be removed is gone. */
const GONE = [10_008, 10_015] as const;

export interface RespondDeps {
  api: DiscordApi;
  shower: Shower;
  deliveries: Pick<DeliveryStore, 'find' | 'withdrawn' | 'failed'>;
  uploader: Uploader;
  translate: (locale: string) => Translate;
  log: Log;
}

/** Renders what the controller answered to an interaction. */
export async function respond(deps: RespondDeps, exchange: Exchange, reply: Reply): Promise<void> {
  switch (reply.type) {
    case 'accepted':
      return deps.shower.showFirst(reply.deliveryId, exchange.address, reply.card);
    case 'card':
      return respondCard(deps, exchange, reply.card);
    case 'message':
      return respondMessage(deps, exchange, reply);
    case 'modal':
      return respondModal(deps, exchange, reply.modal);
    case 'remove':
      return respondRemove(deps, exchange, reply);
    case 'none':
      return exchange.acknowledged.kind === 'reply' ? forget(deps.api, exchange) : undefined;
  }
}

/** The message that the event came from shows the card; a command has none, and is answered with it. */
async function respondCard({ api, shower, translate }: RespondDeps, exchange: Exchange, card: Card): Promise<void> {
  const message = renderCard(card, {
    t: translate(exchange.actor.locale),
    isNotifying: false,
    fileLimit: exchange.address.fileLimit,
  });
  if (exchange.acknowledged.kind === 'none') await acknowledgeSilently(api, exchange);
  await shower.change(card, async () => {
    await api.editResponse(exchange.ref, '@original', message);
  });
}

/** A form is a first response or none. */
async function respondModal(deps: RespondDeps, exchange: Exchange, modal: Modal): Promise<void> {
  if (exchange.acknowledged.kind === 'none') return deps.api.openModal(exchange.ref, renderModal(modal));
  const text = deps.translate(exchange.actor.locale)('discord.try_again');
  return respondMessage(deps, exchange, privateMessage(text, { isError: true }));
}

async function respondMessage(deps: RespondDeps, exchange: Exchange, reply: MessageReply): Promise<void> {
  const t = deps.translate(exchange.actor.locale);
  const whole = reply.upload === undefined ? reply : await deps.uploader.upload(exchange, reply, reply.upload, t);
  const message = renderReply(whole, t, exchange.address.fileLimit);
  await send(deps.api, exchange, message, whole.isPrivate || whole.isError);
}

async function respondRemove(deps: RespondDeps, exchange: Exchange, reply: RemoveReply): Promise<void> {
  if (exchange.acknowledged.kind === 'update') await forget(deps.api, exchange);
  const isGone = await removeCard(deps, reply);
  await respondMessage(deps, exchange, privateMessage(isGone ? reply.text : reply.refusedText));
}

/** Whether the message that showed a deleted grid is gone, or will be: where Discord is unwell, the delivery loop goes on. */
async function removeCard(
  { deliveries, shower, log }: RespondDeps,
  { generationId, isPrivate }: RemoveReply,
): Promise<boolean> {
  const delivery = await deliveries.find(generationId);
  if (delivery === null) return true;
  try {
    return await withdraw(deliveries, shower, delivery, isPrivate);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    log.warn({ generationId, problem: describe(error) }, 'Discord: the message of a deleted grid is not removed yet');
    return true;
  }
}

/** Whether a response is ephemeral was settled when it was deferred; for the other kind it is taken away and followed up. */
async function send(api: DiscordApi, exchange: Exchange, message: DiscordMessage, isPrivate: boolean): Promise<void> {
  if (exchange.acknowledged.kind === 'none') await acknowledgeSilently(api, exchange);
  const { acknowledged, ref } = exchange;
  if (acknowledged.kind === 'reply' && (acknowledged.isPrivate || !isPrivate)) {
    await api.editResponse(ref, '@original', message);
    return;
  }
  if (acknowledged.kind === 'reply') await forget(api, exchange);
  await api.followUp(ref, message, isPrivate);
}

/** Acknowledges an interaction for which nothing better is known. */
export async function acknowledgeSilently(api: DiscordApi, exchange: Exchange): Promise<void> {
  if (exchange.source === null) {
    await api.deferReply(exchange.ref, true);
    exchange.acknowledged = { kind: 'reply', isPrivate: true };
  } else {
    await api.deferUpdate(exchange.ref);
    exchange.acknowledged = { kind: 'update' };
  }
}

async function forget(api: DiscordApi, { ref }: Exchange): Promise<void> {
  try {
    await api.deleteResponse(ref);
  } catch (error) {
    if (!hasCode(error, ...GONE)) throw error;
  }
}
