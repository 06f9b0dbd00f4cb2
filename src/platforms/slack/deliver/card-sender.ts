import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../../chat/cards/index.js';
import type { CardTurns } from '../../../chat/deliveries/index.js';
import { createTranslator } from '../../../chat/i18n/index.js';
import type { Delivery, MessageRef } from '../../../core/index.js';
import { isClosed, isFileRefused, isGone, isThreadClosed } from '../api/index.js';
import { type CardContent, cardContent } from '../render/index.js';
import type { Workspace } from '../workspaces/index.js';
import { isDirect, type SlackAddress } from './address.js';
import type { UploadedFile } from './files.js';
import { directChannel, edit, type Place, post } from './posting.js';

/** One card to be shown. */
export interface Showing {
  workspace: Workspace;
  delivery: Delivery;
  address: SlackAddress;
  card: Card;
  isFinal: boolean;
  /** A line of the adapter's own; null without one. */
  remark: string | null;
}

/** A card that was sent. */
export interface Sent {
  ref: MessageRef;
  /** False when Slack would not show the file and the card went without. */
  showsFile: boolean;
}

/** Waits before a processed file that Slack still refuses is tried again, in milliseconds. */
const FILE_WAITS = [300, 1000];

/** Sends cards as messages: chooses the place, and does without the picture where Slack refuses it. */
export class CardSender {
  readonly #turns: CardTurns;

  constructor(turns: CardTurns) {
    this.#turns = turns;
  }

  /** Changes the message; posts a final card anew where that cannot be, and drops any other. @throws WebAPICallError */
  async edit(showing: Showing, message: MessageRef, file: UploadedFile | null): Promise<Sent | null> {
    try {
      const showsFile = await this.#withFile(showing, file, true, null, (content) =>
        edit(showing.workspace, message, content),
      );
      return { ref: message, showsFile };
    } catch (error) {
      if (!isGone(error)) throw error;
      return showing.isFinal ? this.post(showing, file) : null;
    }
  }

  /**
   * Posts where it was asked for: outside of a thread that takes nothing any more, or to the person where that is
   * private or cannot be.
   *
   * @throws WebAPICallError
   */
  async post(showing: Showing, file: UploadedFile | null): Promise<Sent> {
    const { address, card } = showing;
    if (card.isPrivate && !isDirect(address.channelId)) return this.#postToPerson(showing, file, null);
    const { channelId, threadTs } = address;
    const places = [...(threadTs === null ? [] : [{ channelId, threadTs }]), { channelId, threadTs: null }];
    for (const place of places) {
      try {
        return await this.#postTo(showing, place, file, null);
      } catch (error) {
        if (!isClosed(error)) throw error;
        // A thread that takes nothing is no reason to leave its channel; a channel that takes nothing is.
        if (!isThreadClosed(error)) break;
      }
    }
    return this.#postToPerson(showing, file, createTranslator(address.locale)('slack.moved'));
  }

  async #postToPerson(showing: Showing, file: UploadedFile | null, remark: string | null): Promise<Sent> {
    const channelId = await directChannel(showing.workspace, showing.address.userId);
    return this.#postTo(showing, { channelId, threadTs: null }, file, remark);
  }

  async #postTo(showing: Showing, place: Place, file: UploadedFile | null, remark: string | null): Promise<Sent> {
    const { delivery, isFinal, workspace } = showing;
    // A mention in a new message notifies: right at the end, too early before.
    const namesRequester = isFinal && !isDirect(place.channelId);
    const refs: MessageRef[] = [];
    const showsFile = await this.#withFile(showing, file, namesRequester, remark, async (content) => {
      refs.push(await post(workspace, place, content, delivery.id));
    });
    const ref = refs.at(-1)!;
    await this.#turns.posted(delivery, ref);
    return { ref, showsFile };
  }

  /** @returns whether the card was sent with its file */
  async #withFile(
    { address, card, isFinal, remark: own }: Showing,
    file: UploadedFile | null,
    namesRequester: boolean,
    remark: string | null,
    send: (content: CardContent) => Promise<void>,
  ): Promise<boolean> {
    const t = createTranslator(address.locale);
    const content = (shown: UploadedFile | null) =>
      cardContent(card, { file: shown, namesRequester, remark: [own, remark].filter(Boolean).join('\n') || null, t });
    if (file === null) {
      await send(content(null));
      return false;
    }
    for (const wait of [...(isFinal ? FILE_WAITS : []), null]) {
      try {
        await send(content(file));
        return true;
      } catch (error) {
        if (!isFileRefused(error)) throw error;
        if (wait !== null) await sleep(wait);
      }
    }
    await send(content(null));
    return false;
  }
}
