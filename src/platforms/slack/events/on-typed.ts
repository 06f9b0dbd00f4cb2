import type { App } from '@slack/bolt';
import { z } from 'zod';
import { parseCommandText, withAttached } from '../../../chat/commands/index.js';
import { createTranslator } from '../../../chat/i18n/index.js';
import { orRefusal, type Reply } from '../../../chat/replies/index.js';
import { type Asked, isDirect, owedTo, type SlackContext } from '../deliver/index.js';
import type { TeamRef } from '../workspaces/index.js';
import { answer, contextOf, type HandlerParts, handle, originOf, paying, teamOf } from './parts.js';

import { mentionedUsers, readTyped, resolveMention, withNames } from './text-in.js';

/** Slash commands by the command of ours that their text is for; null where the text itself names one. */
export const SLASH_COMMANDS: Readonly<Record<string, string | null>> = {
  '/imagine': 'imagine',
  '/kaleido-quota': 'quota',
  '/kaleido': null,
};

/** Slash commands. They come from outside threads only: Slack has none inside. */
export function onCommands(app: App, parts: HandlerParts): void {
  for (const [slash, name] of Object.entries(SLASH_COMMANDS)) {
    app.command(slash, ({ ack, command }) => {
      const asked: Asked = {
        team: { teamId: command.team_id, enterpriseId: command.enterprise_id ?? null },
        userId: command.user_id,
        channelId: command.channel_id,
        threadTs: null,
        responseUrl: command.response_url,
        key: command.trigger_id,
      };
      return handle(parts, { what: slash, ack, asked }, () => runCommand(parts, asked, command.text, name));
    });
  }
}

async function runCommand(
  parts: HandlerParts,
  { team, userId, channelId, threadTs, responseUrl, key: triggerId }: Asked,
  typed: string,
  name: string | null,
): Promise<void> {
  await parts.line.quiet();
  const workspace = await parts.workspaces.get(team);
  const context = await contextOf(parts, { workspace, userId, channelId, threadTs }, { responseUrl, triggerId });
  const text = name === 'quota' && typed.trim() === '' ? 'show' : typed;
  await answer(parts, context, () => runTyped(parts, context, { raw: text, command: name }, triggerId));
}

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
    files: z.array(z.object({ id: z.string() })).default([]),
  }),
});

/** Kinds of messages that a person writes. */
const WRITTEN = [undefined, 'file_share', 'thread_broadcast'];

/** Mentions in channels and threads, and everything written to the bot directly. */
export function onMessages(app: App, parts: HandlerParts): void {
  const { clock, inFlight, options, workspaces } = parts;

  const take = async (body: unknown, team: TeamRef | null): Promise<void> => {
    const { event, event_id: eventId } = eventSchema.parse(body);
    const { bot_id: botId, channel, files, subtype, text, thread_ts: threadTs, ts, user } = event;
    if (user === undefined || botId !== undefined || !WRITTEN.includes(subtype) || team === null) return;
    if (!(await options.events.isFirst('slack', eventId, clock()))) return;
    // In a channel the answer begins a thread; a conversation of two needs none.
    const thread = threadTs ?? (isDirect(channel) ? null : ts);
    const happening = { userId: user, channelId: channel, threadTs: thread };
    const debt = options.owed.note(owedTo({ team, ...happening, responseUrl: null, key: eventId }));
    await paying(debt, async () => {
      const workspace = await workspaces.get(team);
      if (user === workspace.botUserId) return;
      const context = await contextOf(parts, { workspace, ...happening });
      const typed = { raw: text, command: null, file: files[0]?.id };
      await answer(parts, context, () => runTyped(parts, context, typed, eventId));
    });
  };

  app.event('app_mention', ({ body, context }) => inFlight.run('app_mention', () => take(body, teamOf(context))));
  app.event('message', ({ body, context, event }) => {
    if (event.channel_type !== 'im') return Promise.resolve();
    return inFlight.run('message', () => take(body, teamOf(context)));
  });
}

/** The command that words without one are for. */
const DEFAULT_COMMAND = 'imagine';

/** What somebody typed after a mention or a slash command. */
interface TypedCall {
  /** Text as Slack sends it. */
  raw: string;
  /** Slash command of ours that it is for; null when the text itself may name one. */
  command: string | null;
  /** Id of the file that came with it: slash commands take none. */
  file?: string | undefined;
}

/**
 * Runs what a person typed.
 * @param key what keeps a retried event from asking twice
 */
async function runTyped(
  parts: HandlerParts,
  context: SlackContext,
  { raw, command, file }: TypedCall,
  key: string,
): Promise<Reply> {
  const { clock, options, people } = parts;
  const { actor, workspace } = context;
  const { text, names } = readTyped(raw, workspace.botUserId);
  const call = command === null ? text || '/help' : `/${command} ${text}`.trim();
  const words = { t: createTranslator(actor.locale), locale: actor.locale, now: clock() };
  return orRefusal(async () => {
    const { path, values } = parseCommandText(options.commands, call, DEFAULT_COMMAND, resolveMention);
    const known = new Map(names);
    const unknown = mentionedUsers(text).filter((id) => !known.has(`<@${id}>`));
    await Promise.all(
      unknown.map(async (id) => known.set(`<@${id}>`, `@${(await people.nameOf(workspace, id)) ?? id}`)),
    );
    const readable = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? withNames(value, known) : value,
    ]);
    return options.controller.invoke({
      actor,
      path,
      values: withAttached(options.commands, path, Object.fromEntries(readable), file),
      pictures: parts.pictures.of(workspace, actor),
      origin: originOf(context, key),
    });
  }, words);
}
