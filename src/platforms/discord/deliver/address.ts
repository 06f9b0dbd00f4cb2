import { z } from 'zod';
import type { Debt } from '../../../chat/owed/index.js';
import type { Actor, Address, MessageRef } from '../../../core/index.js';

/** How long Discord accepts an interaction's token (docs/interactions/receiving-and-responding.mdx). */
const TOKEN_LIFE_MS = 15 * 60_000;
/** Time for a slow upload, and for clocks that differ. */
const TOKEN_MARGIN_MS = 45_000;
/** How long a token is used, in milliseconds. */
export const TOKEN_USABLE_MS = TOKEN_LIFE_MS - TOKEN_MARGIN_MS;

/**
 * Where a grid is to be shown.
 *
 * Discord's ids are 64-bit numbers written as text; times are milliseconds since 1970.
 */
export const discordAddress = z.object({
  /** User that asked: whom a direct message goes to. */
  userId: z.string(),
  /** Channel, thread or direct message that it was asked in. */
  channelId: z.string(),
  guildId: z.string().nullable(),
  /** BCP 47 tag of the requester's language. */
  locale: z.string(),
  /** Nobody but the requester sees the answer. */
  isPrivate: z.boolean(),
  requestedAt: z.number(),
  /** Bytes that a file may have there. */
  fileLimit: z.number().int().positive(),
  /** The interaction that it answers; null for a reaction. */
  interaction: z
    .object({
      applicationId: z.string(),
      token: z.string(),
      expiresAt: z.number(),
      /**
       * `original`: the deferred response is to become the card. `follow-up`: the response belongs to another message,
       * so the card is a message of its own.
       */
      answer: z.enum(['original', 'follow-up']),
    })
    .nullable(),
  /** Message that the card answers when it is posted into the channel; null when there is none. */
  replyTo: z.string().nullable(),
});

/** Where a grid is shown on Discord. */
export type DiscordAddress = z.infer<typeof discordAddress>;
/** The interaction that a grid answers. */
export type InteractionAddress = NonNullable<DiscordAddress['interaction']>;

/** @throws ZodError for an address that this adapter did not write */
export function readAddress(address: Address): DiscordAddress {
  return discordAddress.parse(address);
}

/**
 * When the token of an interaction that came then stops being used. Discord tells when it was made, but by a clock that
 * is not ours; what is on its way for longer than a few seconds is answered in vain anyway.
 */
export function tokenExpiry(cameAt: number): number {
  return cameAt + TOKEN_USABLE_MS;
}

/** The interaction while its token can be used. */
export function livingInteraction(address: DiscordAddress, now: number): InteractionAddress | null {
  return address.interaction !== null && now < address.interaction.expiresAt ? address.interaction : null;
}

/** An interaction to answer. */
export interface InteractionRef {
  id: string;
  token: string;
  applicationId: string;
}

/**
 * How an interaction was acknowledged.
 * - `none`: not yet; only then can a modal open
 * - `update`: silently; the original response is the message that carries the component
 * - `reply`: with "thinking…", which the answer replaces
 */
export type Acknowledgement = { kind: 'none' } | Acknowledged;
export type Acknowledged = { kind: 'update' } | { kind: 'reply'; isPrivate: boolean };

/** An interaction that is being answered. */
export interface Exchange {
  ref: InteractionRef;
  actor: Actor;
  /** The server it was made in, whether or not that has the bot. */
  guildId: string | null;
  /** Where a grid that it asks for is shown. */
  address: DiscordAddress;
  acknowledged: Acknowledgement;
  /** From its acknowledgement on. */
  debt: Debt | null;
  /** To be called once it is acknowledged, or will not be. */
  onAcknowledged: () => void;
  /** The message whose component was used. */
  source: MessageRef | null;
  /** Of the bot and of the member in the channel, as Discord told with the interaction. */
  permissions: { bot: bigint; user: bigint };
}
