import { type WithdrawDeps, withdrawDeleted } from '../../../chat/deliveries/index.js';
import { createTranslator } from '../../../chat/i18n/index.js';
import { DeliveryError } from '../../../chat/index.js';
import type { MessageReply, RemoveReply, Reply } from '../../../chat/replies/index.js';
import { isGone, refusalCode } from '../api/index.js';
import { escapeText, modalView, paragraphs, pictureIn, replyContent, replyText } from '../render/index.js';

import { isDirect } from './address.js';
import type { CardDisplay } from './card-display.js';
import { digestOf, uploadFile } from './files.js';
import { directChannel, post, read } from './posting.js';
import { answerPrivately, type SlackContext } from './private-answer.js';
import { patiently } from './rate-limits.js';

/** What replies are shown with. */
export interface ReplierParts extends WithdrawDeps {
  display: CardDisplay;
}

/** Shows the controller's replies. */
export class Replier {
  readonly #parts: ReplierParts;

  constructor(parts: ReplierParts) {
    this.#parts = parts;
  }

  /** @throws WebAPICallError when Slack takes none of the ways to answer */
  async send(reply: Reply, context: SlackContext): Promise<void> {
    if (reply.type === 'accepted') await this.#accepted(reply, context);
    else if (reply.type === 'card') await this.#card(reply, context);
    else if (reply.type === 'message') await this.#message(reply, context);
    else if (reply.type === 'modal') await this.#modal(reply, context);
    else if (reply.type === 'remove') await this.#remove(reply, context);
  }

  /** Something of the adapter's own to say, to one person. */
  async say(text: string, context: SlackContext): Promise<void> {
    await answerPrivately({ text: escapeText(text), blocks: paragraphs(text) }, context);
  }

  async #accepted({ card }: Reply & { type: 'accepted' }, context: SlackContext): Promise<void> {
    const t = createTranslator(context.actor.locale);
    try {
      if (!(await this.#parts.display.showFirst(card))) return;
      if (card.isPrivate && !isDirect(context.channelId)) await this.say(t('slack.private'), context);
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      this.#parts.log.warn({ err: error, generationId: card.generationId }, 'A card cannot be shown on Slack');
      await this.say(t('slack.cannot_post'), context);
    }
  }

  async #card({ card }: Reply & { type: 'card' }, context: SlackContext): Promise<void> {
    const { workspace } = context;
    const message = context.message ?? (await this.#parts.deliveries.find(card.generationId))?.message ?? null;
    if (message === null) return;
    const isSame = message === context.message && context.blocks !== null;
    const blocks = isSame ? context.blocks : (await read(workspace, message))?.blocks;
    const shown = pictureIn(blocks ?? []);
    const isCurrent = shown !== null && card.picture !== null && shown.digest === digestOf(card.picture.file);
    try {
      const { locale } = context.actor;
      await patiently(() => this.#parts.display.redraw(workspace, message, card, isCurrent ? shown : null, locale));
    } catch (error) {
      // The message was deleted meanwhile; what was asked for is done all the same.
      if (!isGone(error)) throw error;
    }
  }

  async #message(reply: MessageReply, context: SlackContext): Promise<void> {
    if (reply.upload) return this.#offerUpload(reply, reply.upload, context);
    if (reply.pictures.length > 0) return this.#pictures(reply, context);
    const content = replyContent(reply);
    if (content === null) return;
    if (reply.isPrivate) await answerPrivately(content, context);
    else await patiently(() => post(context.workspace, context, content));
  }

  /** Files in messages of their own, so that people can open and save them as they are. */
  async #pictures(reply: MessageReply, context: SlackContext): Promise<void> {
    const { workspace, actor } = context;
    const isMoved = reply.isPrivate && !isDirect(context.channelId);
    const channelId = isMoved ? await directChannel(workspace, actor.userId) : context.channelId;
    const threadTs = isMoved ? null : context.threadTs;
    for (const [index, { altText, file, name }] of reply.pictures.entries()) {
      const comment = index === 0 ? replyText(reply) : '';
      const upload = { file, name, altText, title: name };
      await patiently(() => uploadFile(workspace, upload, { channelId, threadTs, comment }));
    }
    const actions = replyContent({ ...reply, blocks: [] });
    if (actions) await post(workspace, { channelId, threadTs }, actions);
    if (isMoved) await this.say(createTranslator(actor.locale)('slack.private'), context);
  }

  /** Slack lets no app add emoji: the person gets the picture ready to upload, with how to. */
  async #offerUpload(
    reply: MessageReply,
    { name, picture, use }: NonNullable<MessageReply['upload']>,
    context: SlackContext,
  ): Promise<void> {
    const { workspace, actor } = context;
    const t = createTranslator(actor.locale);
    const channelId = isDirect(context.channelId) ? context.channelId : await directChannel(workspace, actor.userId);
    const comment = escapeText(
      use === 'emoji' ? t('slack.upload.emoji', { name }) : t('slack.upload.sticker', { name }),
    );
    const { altText, file, name: fileName } = picture;
    await uploadFile(workspace, { file, name: fileName, altText, title: name }, { channelId, threadTs: null, comment });
    const content = replyContent(reply);
    if (content) await answerPrivately(content, context);
    else if (!isDirect(context.channelId)) await this.say(t('slack.private'), context);
  }

  async #modal({ modal }: Reply & { type: 'modal' }, context: SlackContext): Promise<void> {
    const { channelId, message, threadTs, triggerId, workspace, actor } = context;
    const t = createTranslator(actor.locale);
    if (triggerId === null) return this.say(t('slack.no_form'), context);
    const view = modalView(modal, { channelId, threadTs, messageTs: message?.messageId ?? null });
    try {
      await workspace.client.views.open({ trigger_id: triggerId, view });
    } catch (error) {
      if (!['expired_trigger_id', 'trigger_expired'].includes(refusalCode(error) ?? '')) throw error;
      await this.say(t('slack.try_again'), context);
    }
  }

  async #remove(reply: RemoveReply, context: SlackContext): Promise<void> {
    const { message, workspace } = context;
    const isGone = await withdrawDeleted(this.#parts, reply);
    if (message !== null) {
      try {
        await patiently(() => workspace.client.chat.delete({ channel: message.channelId, ts: message.messageId }));
      } catch (error) {
        if (refusalCode(error) !== 'message_not_found') throw error;
      }
    }
    await this.say(isGone ? reply.text : reply.refusedText, context);
  }
}
