import type { App } from '@slack/bolt';
import { z } from 'zod';
import { KIND_LOOKS } from '../../../chat/text/index.js';
import type { MessageRef } from '../../../core/index.js';
import { ownValue } from '../../../engine/basics/index.js';
import { generationOfFile, isDirect, type KeptMessage, read, readAddress, threadOf } from '../deliver/index.js';

import type { SlackOptions } from '../slack-options.js';
import type { TeamRef } from '../workspaces/index.js';
import { answer, contextOf, type HandlerParts, originOf, teamOf } from './parts.js';

/**
 * Slack's names of the emoji that mean something on a grid; Slack tells names, never characters. A skin tone
 * (`name::skin-tone-2`) makes no difference.
 */
const EMOJI: Readonly<Record<string, string>> = {
  repeat: '🔁',
  arrows_counterclockwise: '🔄',
  one: '1️⃣',
  two: '2️⃣',
  three: '3️⃣',
  four: '4️⃣',
  five: '5️⃣',
  six: '6️⃣',
  seven: '7️⃣',
  eight: '8️⃣',
  nine: '9️⃣',
  pushpin: '📌',
  wastebasket: '🗑️',
  ...Object.fromEntries(
    Object.values(KIND_LOOKS).flatMap(({ emoji, emojiNames }) => emojiNames.map((name) => [name, emoji])),
  ),
};

/** The character of a reaction's name; undefined for one that means nothing here. */
export const emojiOf = (name: string): string | undefined => {
  const plain = name.replace(/::skin-tone-\d$/, '');
  return ownValue(EMOJI, plain);
};

const eventSchema = z.object({
  event_id: z.string(),
  event: z.object({
    type: z.enum(['reaction_added', 'reaction_removed']),
    user: z.string(),
    reaction: z.string(),
    item_user: z.string().optional(),
    item: z.object({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
  }),
});

/** Reactions on the bot's messages. */
export function onReactions(app: App, parts: HandlerParts): void {
  const { clock, inFlight, options, workspaces } = parts;

  const take = async (body: unknown, team: TeamRef | null): Promise<void> => {
    const { event, event_id: eventId } = eventSchema.parse(body);
    const { channel, ts, type } = event.item;
    const emoji = emojiOf(event.reaction);
    if (emoji === undefined || type !== 'message' || !channel || !ts || team === null) return;
    const workspace = await workspaces.get(team);
    // Slack leaves the author out of some messages of apps; whether such a one is a card, its address says below.
    const isOurs = event.item_user === undefined || event.item_user === workspace.botUserId;
    if (!isOurs || event.user === workspace.botUserId) return;
    if (!(await options.events.isFirst('slack', eventId, clock()))) return;
    const ref = { channelId: channel, messageId: ts };
    const own = await threadOfCard(options, ref);
    const kept = own === null ? await read(workspace, ref) : null;
    const threadTs = isDirect(channel) ? (kept?.thread_ts ?? null) : (own ?? kept?.thread_ts ?? ts);
    const message = await cardMessageOf(options, kept, ref);
    const context = await contextOf(
      parts,
      { workspace, userId: event.user, channelId: channel, threadTs },
      { message, blocks: message === ref ? (kept?.blocks ?? null) : null },
    );
    await answer(parts, context, () =>
      options.controller.react({
        actor: context.actor,
        message,
        emoji,
        isAdded: event.type === 'reaction_added',
        origin: originOf(context, eventId),
      }),
    );
  };

  app.event('reaction_added', ({ body, context }) => inFlight.run('reaction', () => take(body, teamOf(context))));
  app.event('reaction_removed', ({ body, context }) => inFlight.run('reaction', () => take(body, teamOf(context))));
}

/** The thread that a card is in or would begin, as we know it; null for a message that is no card. */
async function threadOfCard({ generations, deliveries }: SlackOptions, ref: MessageRef): Promise<string | null> {
  const generation = await generations.findByMessage('slack', ref);
  const delivery = generation === null ? null : await deliveries.find(generation.id);
  return delivery === null ? null : threadOf(readAddress(delivery.address), ref);
}

/** A reaction on a shared picture is one on the card that it belongs to. */
async function cardMessageOf(
  { deliveries }: SlackOptions,
  kept: KeptMessage | null,
  ref: MessageRef,
): Promise<MessageRef> {
  const ids = (kept?.files ?? []).map(({ name }) => generationOfFile(name ?? '')).filter((id) => id !== null);
  const delivery = ids[0] ? await deliveries.find(ids[0]) : null;
  return delivery?.message ?? ref;
}
