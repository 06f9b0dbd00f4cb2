import { z } from 'zod';
import type { Address, MessageRef } from '../../../core/index.js';

const schema = z.object({
  teamId: z.string().min(1),
  /** The organisation that the workspace is of; null outside of any. */
  enterpriseId: z.string().nullable().default(null),
  channelId: z.string().min(1),
  /** `ts` of the first message of the thread to answer in; null outside threads. */
  threadTs: z.string().nullable(),
  /** A `ts` that the message which shows it is later than; null where Slack's clock was not known. */
  sinceTs: z.string().nullable().default(null),
  /** Whom it is for: asked when the channel cannot be written to, and told when it is done. */
  userId: z.string().min(1),
  /** BCP 47 tag for the few words of the adapter itself. */
  locale: z.string(),
});

/** Where a generation is shown on Slack. */
export type SlackAddress = z.infer<typeof schema>;

/** An address as deliveries keep it. */
export const writeAddress = (address: SlackAddress): Address => ({ ...address });

/** @throws ZodError for an address that this adapter did not write */
export const readAddress = (address: Address): SlackAddress => schema.parse(address);

/** `ts` of the first message of the thread that a card is in, or that an answer to it would begin. */
export const threadOf = (address: SlackAddress, card: MessageRef): string =>
  (card.channelId === address.channelId ? address.threadTs : null) ?? card.messageId;

/** Direct messages have ids that begin with D. */
export const isDirect = (channelId: string): boolean => channelId.startsWith('D');
