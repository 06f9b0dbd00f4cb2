import type { MessageReaction, PartialMessageReaction, PartialUser, User } from 'discord.js';
import type { Controller } from '../../../chat/controller/index.js';
import type { MessageReply, Reply } from '../../../chat/replies/index.js';
import type { Actor, Clock, GenerationStore, MessageRef } from '../../../core/index.js';
import { describe, hasCode } from '../client/index.js';
import { type DiscordAddress, nonce } from '../deliver/index.js';

import { LIMITS, renderCard, renderReply } from '../render/index.js';

import { actorInDm, actorOfMember } from './actor.js';
import type { SendDeps } from './send-reply.js';

/** What reactions are answered with. */
export interface ReactionDeps extends SendDeps {
  controller: Controller;
  clock: Clock;
  /** Which generation a message shows. */
  generations: Pick<GenerationStore, 'findByMessage'>;
}

/** The message is gone, or the user takes no direct messages. */
const MOOT = [10_008, 50_007] as const;

type Reaction = MessageReaction | PartialMessageReaction;

/** Answers a reaction that was put on or taken off. Never rejects. */
export async function answerReaction(
  deps: ReactionDeps,
  reaction: Reaction,
  user: User | PartialUser,
  isAdded: boolean,
): Promise<void> {
  try {
    const message = { channelId: reaction.message.channelId, messageId: reaction.message.id };
    // Custom emojis mean nothing to us.
    const emoji = reaction.emoji.id === null ? reaction.emoji.name : null;
    if (emoji === null || user.id === user.client.user.id || user.bot === true) return;
    // Reactions on what is not ours come in storms: nothing is asked of Discord for them.
    if ((await deps.generations.findByMessage('discord', message)) === null) return;
    const actor = await actorOf(reaction, user);
    if (actor === null) return;
    const address = addressOf(deps, reaction, actor);
    const origin = { address, idempotencyKey: null };
    const reply = await deps.controller.react({ actor, message, emoji, isAdded, origin });
    await sendByBot(deps, { actor, address, message }, reply);
  } catch (error) {
    if (hasCode(error, ...MOOT)) deps.log.debug({ problem: describe(error) }, 'Discord: a reaction came to nothing');
    else deps.log.error({ err: error }, 'Discord: a reaction could not be answered');
  }
}

/** Null for bots, and where the member or channel cannot be read. */
async function actorOf(reaction: Reaction, user: User | PartialUser): Promise<Actor | null> {
  const { message, client } = reaction;
  if (message.guildId === null || message.guildId === undefined) return actorInDm(client, user, message.channelId);
  const guild = client.guilds.cache.get(message.guildId);
  const channel = client.channels.cache.get(message.channelId);
  if (guild === undefined || channel === undefined || !channel.isTextBased() || channel.isDMBased()) return null;
  const member = await guild.members.fetch(user.id);
  return member.user.bot ? null : actorOfMember(member, channel);
}

/** Nothing but the channel to answer in: a reaction has no token. */
function addressOf({ clock }: ReactionDeps, { message }: Reaction, actor: Actor): DiscordAddress {
  return {
    userId: actor.userId,
    channelId: message.channelId,
    guildId: message.guildId ?? null,
    locale: actor.locale,
    isPrivate: false,
    requestedAt: clock().getTime(),
    fileLimit: LIMITS.fileBytes,
    interaction: null,
    replyTo: message.id,
  };
}

interface ReactionContext {
  actor: Actor;
  address: DiscordAddress;
  message: MessageRef;
}

async function sendByBot(deps: ReactionDeps, context: ReactionContext, reply: Reply): Promise<void> {
  const { actor, address, message } = context;
  switch (reply.type) {
    case 'accepted':
      return deps.display.showFirst(address, reply.card);
    case 'card': {
      const t = deps.translate(actor.locale);
      const rendered = renderCard(reply.card, { t, isNotifying: false, fileLimit: address.fileLimit });
      return deps.display.change(reply.card, async () => {
        await deps.api.edit(message, rendered);
      });
    }
    case 'message':
      return tell(deps, context, reply);
    // Reactions delete nothing: they ask.
    case 'remove':
    case 'modal':
    case 'none':
    case 'told':
      return undefined;
  }
}

/** What all may see answers the grid; the rest goes to the person: a reaction has no ephemeral answer. */
async function tell(
  deps: ReactionDeps,
  { actor, address, message }: ReactionContext,
  reply: MessageReply,
): Promise<void> {
  const rendered = renderReply(reply, deps.translate(actor.locale), address.fileLimit);
  const isPrivate = reply.isPrivate || reply.isError;
  const channelId = isPrivate ? await deps.api.openDm(actor.userId) : message.channelId;
  const once = nonce(message.messageId, actor.userId, String(deps.clock().getTime()));
  await deps.api.post(channelId, rendered, once, isPrivate ? null : message.messageId);
}
