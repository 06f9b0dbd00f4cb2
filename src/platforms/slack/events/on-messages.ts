import type { App } from '@slack/bolt';
import { z } from 'zod';
import { isDirect } from '../deliver/index.js';
import { contextOf, type HandlerParts } from './parts.js';
import { runTyped } from './typed-command.js';

const eventSchema = z.object({
  event_id: z.string(),
  event: z.object({
    user: z.string().optional(),
    bot_id: z.string().optional(),
    subtype: z.string().optional(),
    channel: z.string(),
    text: z.string().default(''),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
});

/** Kinds of messages that a person writes. */
const WRITTEN = [undefined, 'file_share', 'thread_broadcast'];

/** Mentions in channels and threads, and everything written to the bot directly. */
export function onMessages(app: App, parts: HandlerParts): void {
  const { clock, handling, options, workspaces } = parts;

  const take = async (body: unknown, teamId: string | undefined): Promise<void> => {
    const { event, event_id: eventId } = eventSchema.parse(body);
    const { bot_id: botId, channel, subtype, text, thread_ts: threadTs, ts, user } = event;
    if (user === undefined || botId !== undefined || !WRITTEN.includes(subtype) || teamId === undefined) return;
    if (!(await options.events.isFirst('slack', eventId, clock()))) return;
    const workspace = await workspaces.get(teamId);
    if (user === workspace.botUserId) return;
    // In a channel the answer begins a thread; a conversation of two needs none.
    const thread = threadTs ?? (isDirect(channel) ? null : ts);
    const context = await contextOf(parts, { workspace, userId: user, channelId: channel, threadTs: thread });
    await handling.answer(context, () => runTyped(parts, context, text, null, eventId));
  };

  app.event('app_mention', ({ body, context }) => handling.run('app_mention', () => take(body, context.teamId)));
  app.event('message', ({ body, context, event }) => {
    if (event.channel_type !== 'im') return Promise.resolve();
    return handling.run('message', () => take(body, context.teamId));
  });
}
