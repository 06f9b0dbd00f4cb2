import type { Card } from '../../../chat/cards/index.js';
import { CardTurns } from '../../../chat/deliveries/index.js';
import { createTranslator } from '../../../chat/i18n/index.js';
import { DeliveryError } from '../../../chat/index.js';
import { type Log, timeOfDay } from '../../../core/basics/index.js';
import type { Delivery, DeliveryStore, MessageRef } from '../../../core/index.js';
import { deliveryError, rateLimitSeconds } from '../api/index.js';
import { cardContent, escapeText } from '../render/index.js';

import { NotInstalledError, type Workspace, type Workspaces } from '../workspaces/index.js';
import { readAddress, threadOf } from './address.js';
import type { CardPictures } from './card-pictures.js';
import { CardSender, type Sent, type Showing } from './card-sender.js';
import type { UploadedFile } from './files.js';
import { edit, findPosted, post, removeCardMessage } from './posting.js';
import type { EditBudget } from './rate-limits.js';

/** Milliseconds before a workspace without the app is asked for again. */
const NOT_INSTALLED_MS = 60_000;

/** What cards are shown with. */
export interface CardDisplayParts {
  workspaces: Workspaces;
  pictures: CardPictures;
  deliveries: Pick<DeliveryStore, 'find' | 'shown'>;
  budget: EditBudget;
  log: Log;
  /**
   * Seconds that a generation takes before its requester is told in the thread that it is done: edits notify nobody.
   */
  notifyAfterSeconds: number;
}

/** Shows generations: one message each, posted once and edited from then on. */
export class CardDisplay {
  readonly #parts: CardDisplayParts;
  readonly #sender: CardSender;
  readonly #turns: CardTurns;

  constructor(parts: CardDisplayParts) {
    this.#parts = parts;
    this.#turns = new CardTurns(parts.deliveries);
    this.#sender = new CardSender(this.#turns);
  }

  /** As `ChatPlatform.show`. @throws DeliveryError */
  show(delivery: Delivery, card: Card, isFinal: boolean): Promise<MessageRef | null> {
    return this.#turns.show(delivery, isFinal, (message) => this.#attempt({ delivery, card, isFinal }, message));
  }

  /** Shows the card of a generation that was just accepted; false when progress was faster. @throws DeliveryError */
  showFirst(card: Card): Promise<boolean> {
    return this.#turns.first(card.generationId, async (delivery) => {
      await this.#attempt({ delivery, card, isFinal: false }, null);
    });
  }

  /**
   * As `ChatPlatform.withdraw`: the message, and its picture also where that was shared in the thread.
   * @throws DeliveryError
   */
  withdraw(delivery: Delivery): Promise<boolean> {
    return this.#turns.withdraw(delivery, async (message) => {
      try {
        const workspace = await this.#parts.workspaces.get(readAddress(delivery.address));
        const { generationId } = delivery;
        const files = this.#parts.pictures.filesOf(generationId);
        return await removeCardMessage(workspace, message, generationId, files);
      } catch (error) {
        if (error instanceof NotInstalledError) return false;
        throw deliveryError(error);
      }
    });
  }

  /**
   * Draws a card anew in a message that shows it, with the picture that the message has, unless a result hides the
   * card.
   * @throws WebAPICallError
   */
  redraw(
    workspace: Workspace,
    message: MessageRef,
    card: Card,
    shown: UploadedFile | null,
    locale: string,
  ): Promise<void> {
    return this.#turns.change(card, async () => {
      const file = shown ?? (await this.#parts.pictures.final(workspace, card));
      const t = createTranslator(locale);
      const isWithout = card.picture !== null && file === null && this.#parts.pictures.areRefused(workspace);
      const options = { file, namesRequester: true, remark: isWithout ? t('slack.uploads_off') : null, t };
      await edit(workspace, message, cardContent(card, options));
    });
  }

  async #attempt(
    { delivery, card, isFinal }: Pick<Showing, 'delivery' | 'card' | 'isFinal'>,
    message: MessageRef | null,
  ): Promise<MessageRef | null> {
    try {
      const address = readAddress(delivery.address);
      const workspace = await this.#parts.workspaces.get(address);
      const showing = { workspace, delivery, address, card, isFinal, remark: null };
      return await (isFinal ? this.#showResult(showing, message) : this.#showProgress(showing, message));
    } catch (error) {
      // An installation anew brings a new token, and what waits for it is shown.
      if (error instanceof NotInstalledError) {
        throw new DeliveryError(NOT_INSTALLED_MS, { why: 'not_installed', ...error.data }, error);
      }
      const failed = deliveryError(error);
      if (isFinal || failed.retryAfterMs === null) throw failed;
      const seconds = rateLimitSeconds(error);
      if (seconds !== null) this.#parts.budget.pause(readAddress(delivery.address).teamId, seconds);
      this.#parts.log.debug({ err: error, deliveryId: delivery.id }, 'Progress was not shown on Slack');
      return null;
    }
  }

  async #showProgress(showing: Showing, message: MessageRef | null): Promise<MessageRef | null> {
    const { card, workspace } = showing;
    if (message !== null && !this.#parts.budget.take(workspace.teamId)) return null;
    const file = card.isSpoiler ? null : await this.#parts.pictures.preview(workspace, card);
    const sent =
      message === null ? await this.#sender.post(showing, file) : await this.#sender.edit(showing, message, file);
    return sent?.ref ?? null;
  }

  async #showResult(showing: Showing, known: MessageRef | null): Promise<MessageRef | null> {
    const { card, delivery, workspace } = showing;
    const { pictures } = this.#parts;
    const message = known ?? (await findPosted(workspace, showing.address, delivery.id, showing.address.sinceTs));
    const file = await this.#finalFile(showing);
    const isWithout = card.picture !== null && pictures.areRefused(workspace);
    const t = createTranslator(showing.address.locale);
    const whole = isWithout ? { ...showing, remark: t('slack.uploads_off') } : showing;
    const sent =
      message === null ? await this.#sender.post(whole, file) : await this.#sender.edit(whole, message, file);
    if (sent === null) return null;
    if (file !== null && !sent.showsFile) pictures.refused(workspace);
    if (card.picture !== null && !isWithout && !card.isSpoiler && !sent.showsFile) await this.#share(showing, sent);
    await this.#afterwards(whole, sent, message !== null);
    return sent.ref;
  }

  /** Null where the workspace shows only shared files: the card goes first, its thread is where to share. */
  async #finalFile({ workspace, card }: Showing): Promise<UploadedFile | null> {
    const { pictures } = this.#parts;
    return pictures.needsSharing(workspace) && !card.isSpoiler ? null : pictures.final(workspace, card);
  }

  /** Shares the picture in the card's thread, then shows it in the card as well if Slack lets it. */
  async #share(showing: Showing, { ref }: Sent): Promise<void> {
    const { card, workspace } = showing;
    const threadTs = threadOf(showing.address, ref);
    const file = await this.#parts.pictures.shared(workspace, card, ref, threadTs);
    if (file) await this.#sender.edit(showing, ref, file);
  }

  /** Tells the requester when edits did not, once, and tidies up. The card is shown: nothing of this may fail it. */
  async #afterwards(
    { address, card, delivery, remark, workspace }: Showing,
    { ref }: Sent,
    wasEdited: boolean,
  ): Promise<void> {
    const { log, notifyAfterSeconds, pictures } = this.#parts;
    try {
      await pictures.dropPreview(workspace, card.generationId);
      const seconds = timeOfDay().getTime() / 1000 - Number(ref.messageId);
      const isWanted = card.state === 'done' || card.state === 'planned';
      if (!wasEdited || !isWanted || seconds < notifyAfterSeconds) return;
      const words = escapeText(remark ?? createTranslator(address.locale)('slack.ready'));
      const text = `<@${address.userId}> ${words}`;
      const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text, verbatim: true } }];
      const thread = { channelId: ref.channelId, threadTs: threadOf(address, ref) };
      const noteId = `ready-${delivery.id}`;
      // An attempt before may have come as far as this, and not have been recorded.
      if (delivery.attempts > 1 && (await findPosted(workspace, thread, noteId, ref.messageId)) !== null) return;
      await post(workspace, thread, { text, blocks }, noteId);
    } catch (err) {
      log.warn({ err, generationId: card.generationId }, 'The requester could not be told on Slack that it is done');
    }
  }
}
