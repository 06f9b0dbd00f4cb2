import type { App } from '@slack/bolt';
import { contextOf, type HandlerParts } from './parts.js';
import { runTyped } from './typed-command.js';

/** Slash commands by the command of ours that their text is for; null where the text itself names one. */
export const SLASH_COMMANDS: Readonly<Record<string, string | null>> = {
  '/imagine': 'imagine',
  '/kaleido-quota': 'quota',
  '/kaleido': null,
};

/** Slash commands. They come from outside threads only: Slack has none inside. */
export function onCommands(app: App, parts: HandlerParts): void {
  const { handling, workspaces } = parts;
  for (const [slash, name] of Object.entries(SLASH_COMMANDS)) {
    app.command(slash, async ({ ack, command }) => {
      await ack();
      await handling.run(slash, async () => {
        const workspace = await workspaces.get(command.team_id);
        const { channel_id: channelId, response_url: responseUrl, trigger_id: triggerId, user_id: userId } = command;
        const happening = { workspace, userId, channelId, threadTs: null };
        const context = await contextOf(parts, happening, { responseUrl, triggerId });
        const text = name === 'quota' && command.text.trim() === '' ? 'show' : command.text;
        await handling.answer(context, () => runTyped(parts, context, text, name, triggerId));
      });
    });
  }
}
