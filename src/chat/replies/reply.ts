import { isOutage } from '../../core/basics/index.js';
import type { AcceptedNow, Actor, Core, Generation, Upscaled } from '../../core/index.js';
import type { Action, Card, CardBuilder, CardPicture, Modal } from '../cards/index.js';
import { type ErrorTextContext, refusalText } from '../errors/index.js';
import type { RichLine } from '../text/index.js';

/**
 * What the controller answers to a command, an action, a modal or a reaction. Adapters render it; every string is plain
 * text to be escaped.
 */
export type Reply =
  /**
   * A generation was accepted: show its card now, where its delivery says; progress and result will edit that message.
   */
  | { type: 'accepted'; deliveryId: string; card: Card }
  /** The card of a generation changed (pins): edit the message that the event came from. */
  | { type: 'card'; card: Card }
  | MessageReply
  | { type: 'modal'; modal: Modal }
  | RemoveReply
  /** Acknowledge and show nothing. */
  | { type: 'none' }
  /**
   * Leave what is shown as it is: another process took the request over and told the asker, or the request was accepted
   * and its delivery will show its card.
   */
  | { type: 'told' };

/**
 * A generation was deleted: the message that shows it goes, wherever it is, and so does the one that the event came
 * from.
 */
export interface RemoveReply {
  type: 'remove';
  generationId: string;
  /** The generation was private. */
  isPrivate: boolean;
  text: string;
  /** To be said instead where the platform does not let the message be removed. */
  refusedText: string;
}

/** An answer in words, with pictures and actions perhaps. */
export interface MessageReply {
  type: 'message';
  /** Only the person who asked sees it. */
  isPrivate: boolean;
  isError: boolean;
  blocks: Block[];
  pictures: CardPicture[];
  actions: Action[][];
  /** A picture to add to the space as an emoji or sticker, with the platform's API, before the blocks are shown. */
  upload?: { use: 'emoji' | 'sticker'; name: string; picture: CardPicture };
  /** A pack to add to the space with the platform's API, or what to do with one that is being added or was. */
  addition?: PackAddition;
}

/** What to do with a pack and a space. */
export type PackAddition =
  | {
      do: 'add';
      use: 'emoji' | 'sticker';
      generationId: string;
      isPrivate: boolean;
      pictures: readonly { name: string; picture: CardPicture }[];
    }
  /** Of an earlier one, by its id: take out again what it added, or try again what failed. */
  | { do: 'undo' | 'retry'; additionId: string };

/** A part of an answer in words; every string is plain text to be escaped. */
export type Block =
  | { type: 'heading'; text: string }
  | { type: 'text'; text: string }
  /** To be copied: a latent code, an id. */
  | { type: 'code'; text: string }
  | { type: 'list'; items: string[] }
  /** A text and a list with mentions in them. */
  | { type: 'rich-text'; line: RichLine }
  | { type: 'rich-list'; items: RichLine[] }
  | { type: 'facts'; facts: { label: string; value: string }[] };

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

/**
 * Shows the card of a new generation with its place in the queue; its delivery then keeps the card up to date. Where
 * storage went away in this moment, that delivery shows the card first: who is told that something broke would ask
 * again, and get both.
 */
export async function acceptedReply({ actor, core, cards }: ReplyContext, accepted: AcceptedNow): Promise<Reply> {
  const { generation, delivery, position } = accepted;
  try {
    const pins = await core.pins(actor, generation.id);
    const card = await cards.build({ generation, pins, position, locale: actor.locale });
    return { type: 'accepted', deliveryId: delivery.id, card };
  } catch (error) {
    if (!isOutage(error)) throw error;
    return { type: 'told' };
  }
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

/** The card of a picture that is to become larger; where it was asked for before, what there is of it by now. */
export async function upscaledReply(context: ReplyContext, { generation, accepted }: Upscaled): Promise<Reply> {
  return accepted === null ? cardMessage(await cardOf(context, generation)) : acceptedReply(context, accepted);
}

/** Words as a block. */
export function text(words: string): Block {
  return { type: 'text', text: words };
}

/**
 * A card as a message of its own, for somebody who looks at a generation again: the delivered message stays as it is.
 */
export function cardMessage(card: Card, more: Block[] = []): MessageReply {
  const cells = card.cells.flatMap(({ number, latents }) =>
    latents.map(({ emoji, text: line, isPinned }) => `${number} ${emoji} ${line}${isPinned ? ' 📌' : ''}`),
  );
  const blocks: Block[] = [
    { type: 'heading', text: card.title },
    ...(card.status === null ? [] : [text(card.status)]),
    ...(cells.length === 0 ? [] : [{ type: 'list' as const, items: cells }]),
    { type: 'facts', facts: card.facts },
    ...card.notices.map(text),
    ...more,
  ];
  return message(blocks, { pictures: card.picture === null ? [] : [card.picture], actions: card.actions });
}
