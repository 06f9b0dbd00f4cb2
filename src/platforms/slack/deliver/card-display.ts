import type { Card } from '../../../chat/cards/index.js';
import { createLocks } from '../../../chat/deliveries/index.js';
import { createTranslator } from '../../../chat/i18n/index.js';
import { DeliveryError } from '../../../chat/index.js';
import { Recent } from '../../../chat/text/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { Delivery, DeliveryStore, MessageRef } from '../../../core/index.js';
import { deliveryError, rateLimitSeconds } from '../api/index.js';
import { cardContent, escapeText } from '../render/index.js';

import { NotInstalledError, type Workspace, type Workspaces } from '../workspaces/index.js';
import { readAddress } from './address.js';
import type { CardPictures } from './card-pictures.js';
import { CardSender, type Sent, type Showing } from './card-sender.js';
import type { EditBudget } from './edit-budget.js';
import type { UploadedFile } from './files.js';
import { edit, findPosted, post, threadOf } from './posting.js';
import { withdraw } from './withdraw.js';

export interface CardDisplayParts {
  workspaces: Workspaces;
  pictures: CardPictures;
  deliveries: Pick<DeliveryStore, 'find' | 'shown'>;
  budget: EditBudget;
  log: Log;
  /** Seconds that a generation takes before its requester is told in the thread that it is done: edits notify nobody. */
  notifyAfterSeconds: number;
}

/** Deliveries remembered as done. */
const MOST_DONE = 5000;

/** Shows generations: one message each, posted once and edited from then on. */
export class CardDisplay {
  readonly #parts: CardDisplayParts;
  readonly #sender: CardSender;
  readonly #turns = createLocks();
  readonly #done = new Recent<true>(MOST_DONE);

  constructor(parts: CardDisplayParts) {
    this.#parts = parts;
    this.#sender = new CardSender(parts.deliveries);
  }

  /**
   * As `ChatPlatform.show`. Shows of one delivery happen one after the other, and progress never follows a final card.
   * @throws DeliveryError
   */
  show(delivery: Delivery, card: Card, isFinal: boolean): Promise<MessageRef | null> {
    return this.#turns.run(delivery.id, async () => {
      try {
        const address = readAddress(delivery.address);
        const workspace = await this.#parts.workspaces.get(address.teamId);
        return await this.#show({ workspace, delivery, address, card, isFinal });
      } catch (error) {
        if (error instanceof NotInstalledError)
          throw new DeliveryError(null, { why: 'not_installed', ...error.data }, error);
        const failed = deliveryError(error);
        if (isFinal || failed.retryAfterMs === null) throw failed;
        const seconds = rateLimitSeconds(error);
        if (seconds !== null) this.#parts.budget.pause(readAddress(delivery.address).teamId, seconds);
        this.#parts.log.debug({ err: error, deliveryId: delivery.id }, 'Progress was not shown on Slack');
        return null;
      }
    });
  }

  /**
   * As `ChatPlatform.withdraw`: the message, and its picture also where that was shared in the thread.
   * @throws DeliveryError
   */
  withdraw(delivery: Delivery): Promise<boolean> {
    return this.#turns.run(delivery.id, async () => {
      const message = delivery.message ?? (await this.#parts.deliveries.find(delivery.generationId))?.message ?? null;
      if (message === null) return true;
      try {
        const workspace = await this.#parts.workspaces.get(readAddress(delivery.address).teamId);
        return await withdraw(workspace, message, delivery.generationId);
      } catch (error) {
        if (error instanceof NotInstalledError) return false;
        throw deliveryError(error);
      }
    });
  }

  /** Draws a card anew in a message that shows it, with the picture that the message has. @throws WebAPICallError */
  async redraw(
    workspace: Workspace,
    message: MessageRef,
    card: Card,
    shown: UploadedFile | null,
    locale: string,
  ): Promise<void> {
    const file = shown ?? (await this.#parts.pictures.final(workspace, card));
    const options = { file, namesRequester: true, remark: null, t: createTranslator(locale) };
    await edit(workspace, message, cardContent(card, options));
  }

  async #show(showing: Showing): Promise<MessageRef | null> {
    const { card, delivery, isFinal, workspace } = showing;
    const { budget, deliveries, pictures } = this.#parts;
    if (!isFinal && this.#done.has(delivery.id)) return null;
    const known = delivery.message ?? (await deliveries.find(delivery.generationId))?.message ?? null;
    const message = known ?? (isFinal ? await findPosted(workspace, showing.address, delivery.id) : null);
    if (message && !isFinal && !budget.take(workspace.teamId)) return null;
    const file = isFinal ? await this.#finalFile(showing) : await this.#preview(showing);
    const sent = message ? await this.#sender.edit(showing, message, file) : await this.#sender.post(showing, file);
    if (sent === null || !isFinal) return sent?.ref ?? null;
    if (file && !sent.showsFile) pictures.refused(workspace);
    if (card.picture && !card.isSpoiler && !sent.showsFile) await this.#share(showing, sent);
    this.#done.set(delivery.id, true);
    await this.#afterwards(showing, sent, message !== null);
    return sent.ref;
  }

  /** Null where the workspace shows only shared files: the card goes first, its thread is where to share. */
  async #finalFile({ workspace, card }: Showing): Promise<UploadedFile | null> {
    const { pictures } = this.#parts;
    return pictures.needsSharing(workspace) && !card.isSpoiler ? null : pictures.final(workspace, card);
  }

  async #preview({ workspace, card }: Showing): Promise<UploadedFile | null> {
    return card.isSpoiler ? null : this.#parts.pictures.preview(workspace, card);
  }

  /** Shares the picture in the card's thread, then shows it in the card as well if Slack lets it. */
  async #share(showing: Showing, { ref }: Sent): Promise<void> {
    const { card, workspace } = showing;
    const threadTs = await threadOf(workspace, ref);
    const file = await this.#parts.pictures.shared(workspace, card, ref, threadTs);
    if (file) await this.#sender.edit(showing, ref, file);
  }

  /** Tells the requester when edits did not, and tidies up. The card is shown: nothing of this may fail it. */
  async #afterwards({ address, card, workspace }: Showing, { ref }: Sent, wasEdited: boolean): Promise<void> {
    const { log, notifyAfterSeconds, pictures } = this.#parts;
    try {
      await pictures.dropPreview(workspace, card.generationId);
      const seconds = Date.now() / 1000 - Number(ref.messageId);
      if (!wasEdited || seconds < notifyAfterSeconds || card.state === 'deleted' || card.state === 'cancelled') return;
      const words = escapeText(createTranslator(address.locale)('slack.ready'));
      const text = `<@${address.userId}> ${words}`;
      const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text, verbatim: true } }];
      const threadTs = await threadOf(workspace, ref);
      await post(workspace, { channelId: ref.channelId, threadTs }, { text, blocks });
    } catch (err) {
      log.warn({ err, generationId: card.generationId }, 'The requester could not be told on Slack that it is done');
    }
  }
}
