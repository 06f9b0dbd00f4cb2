import type { Action, Card, CardPicture, Modal } from '../cards/index.js';
import type { RichLine } from '../text/index.js';

/**
 * What the controller answers to a command, an action, a modal or a reaction. Adapters render it; every string is plain text
 * to be escaped.
 */
export type Reply =
  /** A generation was accepted: show its card now, where its delivery says; progress and result will edit that message. */
  | { type: 'accepted'; deliveryId: string; card: Card }
  /** The card of a generation changed (pins): edit the message that the event came from. */
  | { type: 'card'; card: Card }
  | MessageReply
  | { type: 'modal'; modal: Modal }
  | RemoveReply
  /** Acknowledge and show nothing. */
  | { type: 'none' };

/** A generation was deleted: the message that shows it goes, wherever it is, and so does the one that the event came from. */
export interface RemoveReply {
  type: 'remove';
  generationId: string;
  /** The generation was private. */
  isPrivate: boolean;
  text: string;
  /** To be said instead where the platform does not let the message be removed. */
  refusedText: string;
}

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
}

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
