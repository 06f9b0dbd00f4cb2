import type { Card, Modal } from '../../../chat/cards/index.js';
import { type WithdrawDeps, withdrawDeleted } from '../../../chat/deliveries/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import {
  errorMessage,
  type MessageReply,
  type RemoveReply,
  type Reply,
  textMessage,
} from '../../../chat/replies/index.js';
import { hasCode } from '../client/index.js';
import type { CardDisplay, DiscordApi, Exchange, PackAdditions, Uploader } from '../deliver/index.js';
import { type DiscordMessage, renderCard, renderModal, renderReply } from '../render/index.js';
import { type AcknowledgeDeps, acknowledgeSilently } from './acknowledge.js';

/** A message or response that is not there any more: what was to be removed is gone. */
const GONE = [10_008, 10_015] as const;

/** What replies are shown with. */
export interface SendDeps extends WithdrawDeps, AcknowledgeDeps {
  display: CardDisplay;
  uploader: Uploader;
  packs: PackAdditions;
  translate: (locale: string) => Translate;
}

/** Shows what the controller answered to an interaction. @throws what Discord refuses, or the network */
export async function sendReply(deps: SendDeps, exchange: Exchange, reply: Reply): Promise<void> {
  switch (reply.type) {
    case 'accepted':
      return deps.display.showFirst(exchange.address, reply.card);
    case 'card':
      return sendCard(deps, exchange, reply.card);
    case 'message':
      return sendMessage(deps, exchange, reply);
    case 'modal':
      return openModal(deps, exchange, reply.modal);
    case 'remove':
      return removeGrid(deps, exchange, reply);
    case 'none':
      return exchange.acknowledged.kind === 'reply' ? forget(deps.api, exchange) : undefined;
    case 'told':
      return undefined;
  }
}

/** The message that the event came from shows the card; a command has none, and is answered with it. */
async function sendCard(deps: SendDeps, exchange: Exchange, card: Card): Promise<void> {
  const { api, display, translate } = deps;
  const message = renderCard(card, {
    t: translate(exchange.actor.locale),
    isNotifying: false,
    fileLimit: exchange.address.fileLimit,
  });
  if (exchange.acknowledged.kind === 'none') await acknowledgeSilently(deps, exchange);
  await display.change(card, async () => {
    await api.editResponse(exchange.ref, '@original', message);
  });
}

/** A form is a first response or none. */
async function openModal(deps: SendDeps, exchange: Exchange, modal: Modal): Promise<void> {
  if (exchange.acknowledged.kind === 'none') return deps.api.openModal(exchange.ref, renderModal(modal));
  const text = deps.translate(exchange.actor.locale)('discord.try_again');
  return sendMessage(deps, exchange, errorMessage(text));
}

async function sendMessage(deps: SendDeps, exchange: Exchange, reply: MessageReply): Promise<void> {
  const t = deps.translate(exchange.actor.locale);
  const whole = await done(deps, exchange, reply, t);
  const message = renderReply(whole, t, exchange.address.fileLimit);
  await send(deps, exchange, message, whole.isPrivate || whole.isError);
}

/** The reply once what it asks of the server is done, or is under way. */
async function done(deps: SendDeps, exchange: Exchange, reply: MessageReply, t: Translate): Promise<MessageReply> {
  if (reply.addition) return deps.packs.begin(exchange, reply.addition, t);
  return reply.upload === undefined ? reply : deps.uploader.upload(exchange, reply, reply.upload, t);
}

async function removeGrid(deps: SendDeps, exchange: Exchange, reply: RemoveReply): Promise<void> {
  if (exchange.acknowledged.kind === 'update') await forget(deps.api, exchange);
  const isGone = await withdrawDeleted(deps, reply);
  await sendMessage(deps, exchange, textMessage(isGone ? reply.text : reply.refusedText));
}

/**
 * Whether a response is ephemeral was settled when it was deferred; for the other kind it is taken away and followed
 * up.
 */
async function send(deps: SendDeps, exchange: Exchange, message: DiscordMessage, isPrivate: boolean): Promise<void> {
  const { api } = deps;
  if (exchange.acknowledged.kind === 'none') await acknowledgeSilently(deps, exchange);
  const { acknowledged, ref } = exchange;
  if (acknowledged.kind === 'reply' && (acknowledged.isPrivate || !isPrivate)) {
    await api.editResponse(ref, '@original', message);
    return;
  }
  if (acknowledged.kind === 'reply') await forget(api, exchange);
  await api.followUp(ref, message, isPrivate);
}

async function forget(api: DiscordApi, { ref }: Exchange): Promise<void> {
  try {
    await api.deleteResponse(ref);
  } catch (error) {
    if (!hasCode(error, ...GONE)) throw error;
  }
}
