import { RESTJSONErrorCodes } from 'discord.js';
import type { MessageRef } from '../../../core/index.js';
import { deliveryError, hasCode, problemOf } from '../client/index.js';
import { type DiscordAddress, livingInteraction } from './address.js';
import type { DiscordApi } from './api.js';

const GONE = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
] as const;

/**
 * Removes a message that shows a grid: by the interaction's token while it lives, which reaches messages for one person
 * and those in servers without the bot too; else by the bot's own right.
 *
 * @param isPrivate only one person sees the message, if it answers an interaction
 * @returns false when nothing lets it be removed
 * @throws DeliveryError when a later attempt may do it
 */
export async function removeCardMessage(
  api: DiscordApi,
  address: DiscordAddress,
  message: MessageRef,
  isPrivate: boolean,
  now: number,
): Promise<boolean> {
  const isAnswer = address.interaction !== null && message.channelId === address.channelId;
  const interaction = isAnswer ? livingInteraction(address, now) : null;
  const byToken =
    interaction === null ? 'refused' : await outcomeOf(() => api.deleteResponse(interaction, message.messageId), true);
  if (byToken === 'done') return true;
  // To the bot itself, an answer for one person does not exist; any other message may be one that it posted without the
  // token.
  if (isAnswer && isPrivate) return byToken === 'unknown';
  const byBot = () => outcomeOf(() => api.delete(message), false);
  let outcome = await byBot();
  if (outcome === 'archived' && (await outcomeOf(() => api.unarchive(message.channelId), false)) === 'done') {
    outcome = await byBot();
  }
  return outcome === 'done' || outcome === 'unknown';
}

/** @throws DeliveryError where another attempt may end otherwise */
async function outcomeOf(
  request: () => Promise<void>,
  isWebhook: boolean,
): Promise<'done' | 'unknown' | 'archived' | 'refused'> {
  try {
    await request();
    return 'done';
  } catch (error) {
    if (hasCode(error, ...GONE)) return 'unknown';
    if (hasCode(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)) return 'archived';
    if (problemOf(error, isWebhook) === 'passing') throw deliveryError(error, isWebhook);
    return 'refused';
  }
}
