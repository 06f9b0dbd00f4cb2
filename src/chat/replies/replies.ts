import type { AcceptedNow, Actor, Core, Generation } from '../../core/index.js';

import type { Card, CardBuilder } from '../cards/index.js';
import { type ErrorTextContext, refusalText } from '../errors/index.js';

import type { RichLine } from '../text/index.js';
import type { Block, MessageReply, Reply } from './reply.js';

/** What it takes to show a generation to somebody; `actor.locale` is the language to answer in. */
export interface ReplyContext {
  actor: Actor;
  core: Core;
  cards: CardBuilder;
}

/** A message that only the asker sees, unless said otherwise. */
export function message(
  blocks: readonly Block[],
  parts: Partial<Omit<MessageReply, 'type' | 'blocks'>> = {},
): MessageReply {
  return { type: 'message', isPrivate: true, isError: false, blocks: [...blocks], pictures: [], actions: [], ...parts };
}

/** A message of one sentence. */
export function textMessage(text: string): MessageReply {
  return message([{ type: 'text', text }]);
}

/** The same with mentions in it. */
export function richMessage(line: RichLine): MessageReply {
  return message([{ type: 'rich-text', line }]);
}

/** A refusal, for the asker alone. */
export function errorMessage(text: string): MessageReply {
  return message([{ type: 'text', text }], { isError: true });
}

/**
 * What comes of something that a person asked for; a refusal of it is an answer too, in words.
 * @throws whatever is no refusal
 */
export async function orRefusal<R>(ask: () => R | Promise<R>, words: ErrorTextContext): Promise<R | MessageReply> {
  try {
    return await ask();
  } catch (error) {
    const text = refusalText(error, words);
    if (text === null) throw error;
    return errorMessage(text);
  }
}

/** Shows the card of a new generation with its place in the queue; its delivery then keeps the card up to date. */
export async function acceptedReply({ actor, core, cards }: ReplyContext, accepted: AcceptedNow): Promise<Reply> {
  const { generation, delivery, position } = accepted;
  const pins = await core.pins(actor, generation.id);
  const card = await cards.build({ generation, pins, position, locale: actor.locale });
  return { type: 'accepted', deliveryId: delivery.id, card };
}

/** The card of a generation as it is now, with its place in the queue while it waits. */
export async function cardOf({ actor, core, cards }: ReplyContext, generation: Generation): Promise<Card> {
  const pins = await core.pins(actor, generation.id);
  const position = generation.status === 'queued' ? await core.queuePosition(actor, generation.id) : null;
  return cards.build({ generation, pins, ...(position === null ? {} : { position }), locale: actor.locale });
}

/** The card of a generation as it is now, in place of the one that the event came from. */
export async function cardReply(context: ReplyContext, generation: Generation): Promise<Reply> {
  return { type: 'card', card: await cardOf(context, generation) };
}
