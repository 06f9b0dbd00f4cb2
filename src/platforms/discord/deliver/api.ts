import { createHash } from 'node:crypto';
import {
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  InteractionResponseType,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  RequestMethod,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { z } from 'zod';
import type { MessageRef } from '../../../core/index.js';
import { hasCode } from '../client/index.js';
import type { DiscordMessage } from '../render/index.js';
import type { InteractionAddress, InteractionRef } from './address.js';

type Webhook = Pick<InteractionAddress, 'applicationId' | 'token'>;

/** A message that is older than this, in milliseconds, when Discord answers with it was not made by this request. */
const EARLIER_MS = 2_000;

const sentMessage = z.object({ id: z.string(), channel_id: z.string() });
const threadChannel = z.object({ type: z.number(), parent_id: z.string().nullish() });
const dmChannel = z.object({ id: z.string() });

/**
 * The calls of Discord's REST API that answer and show things. They need no gateway, so a delivery may be made by any
 * process whose bot token it is. Rate limits and retries of failed connections are discord.js's.
 */
export class DiscordApi {
  readonly #rest: REST;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  /** "Kaleido is thinking…"; whether the answer will be ephemeral is decided here for good. */
  async deferReply(interaction: InteractionRef, isPrivate: boolean): Promise<void> {
    await this.#callback(interaction, {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      ...(isPrivate ? { data: { flags: MessageFlags.Ephemeral } } : {}),
    });
  }

  /** Acknowledges a component without showing anything; the original response is then the component's message. */
  async deferUpdate(interaction: InteractionRef): Promise<void> {
    await this.#callback(interaction, { type: InteractionResponseType.DeferredMessageUpdate });
  }

  async openModal(interaction: InteractionRef, modal: APIModalInteractionResponseCallbackData): Promise<void> {
    await this.#callback(interaction, { type: InteractionResponseType.Modal, data: modal });
  }

  async suggest(interaction: InteractionRef, choices: { name: string; value: string | number }[]): Promise<void> {
    await this.#callback(interaction, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  /** @param messageId `@original` for the response itself */
  async editResponse(webhook: Webhook, messageId: string, message: DiscordMessage): Promise<MessageRef> {
    return this.#message(
      this.#rest.patch(Routes.webhookMessage(webhook.applicationId, webhook.token, messageId), {
        ...message,
        auth: false,
      }),
    );
  }

  async deleteResponse(webhook: Webhook, messageId = '@original'): Promise<void> {
    await this.#rest.delete(Routes.webhookMessage(webhook.applicationId, webhook.token, messageId), { auth: false });
  }

  async followUp(webhook: Webhook, message: DiscordMessage, isPrivate: boolean): Promise<MessageRef> {
    return this.#message(
      this.#rest.post(Routes.webhook(webhook.applicationId, webhook.token), {
        files: message.files,
        body: { ...message.body, ...(isPrivate ? { flags: MessageFlags.Ephemeral } : {}) },
        query: new URLSearchParams({ wait: 'true' }),
        auth: false,
      }),
    );
  }

  /**
   * Posts by the bot itself, once also where an earlier attempt was not heard of.
   * @param once the nonce, at most 25 characters; for some minutes Discord answers a second message with the same nonce
   *   with the first, also where that shows something else or was deleted: then it is made to show the message, or else
   *   another one is posted
   * @param replyTo message of the same channel to answer; one that is gone is no error
   */
  async post(channelId: string, message: DiscordMessage, once: string, replyTo: string | null): Promise<MessageRef> {
    const { ref, isEarlier } = await this.#postOnce(channelId, message, once, replyTo);
    if (!isEarlier) return ref;
    try {
      return await this.edit(ref, message);
    } catch (error) {
      if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
      return (await this.#postOnce(channelId, message, nonce(once, ref.messageId), replyTo)).ref;
    }
  }

  async #postOnce(
    channelId: string,
    message: DiscordMessage,
    once: string,
    replyTo: string | null,
  ): Promise<{ ref: MessageRef; isEarlier: boolean }> {
    const answer = await this.#rest.queueRequest({
      method: RequestMethod.Post,
      fullRoute: Routes.channelMessages(channelId),
      files: message.files,
      body: {
        ...message.body,
        nonce: once,
        enforce_nonce: true,
        ...(replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
      },
    });
    const { id, channel_id } = sentMessage.parse(await answer.json());
    // Both by Discord's clock; the header is cut to seconds.
    const ageMs = Date.parse(answer.headers.get('date') ?? '') - SnowflakeUtil.timestampFrom(id);
    return { ref: { channelId: channel_id, messageId: id }, isEarlier: ageMs > EARLIER_MS };
  }

  async edit({ channelId, messageId }: MessageRef, message: DiscordMessage): Promise<MessageRef> {
    return this.#message(this.#rest.patch(Routes.channelMessage(channelId, messageId), { ...message }));
  }

  async delete({ channelId, messageId }: MessageRef): Promise<void> {
    await this.#rest.delete(Routes.channelMessage(channelId, messageId));
  }

  /** Opens an archived thread again; in one that is locked only moderators' bots may. */
  async unarchive(threadId: string): Promise<void> {
    await this.#rest.patch(Routes.channel(threadId), { body: { archived: false } });
  }

  /** The channel that a thread for all is in; null for any other channel, and for what the bot does not see. */
  async parentOf(channelId: string): Promise<string | null> {
    const { type, parent_id: parentId } = threadChannel.parse(await this.#rest.get(Routes.channel(channelId)));
    return type === ChannelType.PublicThread || type === ChannelType.AnnouncementThread ? (parentId ?? null) : null;
  }

  /** The channel for direct messages with a user. */
  async openDm(userId: string): Promise<string> {
    const body = { recipient_id: userId };
    return dmChannel.parse(await this.#rest.post(Routes.userChannels(), { body })).id;
  }

  async #callback({ id, token }: InteractionRef, body: object): Promise<void> {
    await this.#rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  }

  async #message(answer: Promise<unknown>): Promise<MessageRef> {
    const { id, channel_id } = sentMessage.parse(await answer);
    return { channelId: channel_id, messageId: id };
  }
}

/** The same 24 hexadecimal digits for the same parts. Discord takes nonces of up to 25 characters. */
export function nonce(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 24);
}
