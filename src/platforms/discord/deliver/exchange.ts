import type { Actor, MessageRef } from '../../../core/index.js';
import type { DiscordAddress } from './address.js';
import type { InteractionRef } from './api.js';

/**
 * How an interaction was acknowledged.
 * - `none`: not yet; only then can a modal open
 * - `update`: silently; the original response is the message that carries the component
 * - `reply`: with "thinking…", which the answer replaces
 */
export type Acknowledgement = { kind: 'none' } | { kind: 'update' } | { kind: 'reply'; isPrivate: boolean };

/** An interaction that is being answered. */
export interface Exchange {
  ref: InteractionRef;
  actor: Actor;
  /** The server it was made in, whether or not that has the bot. */
  guildId: string | null;
  /** Where a grid that it asks for is shown. */
  address: DiscordAddress;
  acknowledged: Acknowledgement;
  /** The message whose component was used. */
  source: MessageRef | null;
  /** Of the bot and of the member in the channel, as Discord told with the interaction. */
  permissions: { bot: bigint; user: bigint };
}
