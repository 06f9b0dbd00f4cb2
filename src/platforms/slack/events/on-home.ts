import type { App } from '@slack/bolt';
import { homeBlocks } from '../render/index.js';
import type { HandlerParts } from './parts.js';

/** The Home tab: recent generations, saved pins and quota, drawn anew whenever it is opened. */
export function onHome(app: App, parts: HandlerParts): void {
  const { inFlight, options, people, workspaces } = parts;

  app.event('app_home_opened', ({ context, event }) =>
    inFlight.run('home', async () => {
      if (event.tab !== 'home' || context.teamId === undefined) return;
      const workspace = await workspaces.get(context.teamId);
      // The workspace's own quota and history, though the tab itself is in no channel.
      const actor = {
        ...(await people.actor(workspace, event.user, event.channel)),
        spaceId: workspace.teamId,
        place: 'space' as const,
      };
      const reply = await options.controller.home(actor);
      const view = { type: 'home' as const, blocks: homeBlocks(reply) };
      await workspace.client.views.publish({ user_id: event.user, view });
    }),
  );

  app.event('app_uninstalled', ({ context }) => inFlight.run('uninstalled', () => forget(context.teamId)));
  app.event('tokens_revoked', ({ context, event }) =>
    inFlight.run('revoked', async () => {
      if ((event.tokens.bot ?? []).length > 0) await forget(context.teamId);
    }),
  );

  const forget = async (teamId: string | undefined): Promise<void> => {
    if (teamId === undefined) return;
    await options.installations.remove('slack', teamId);
    options.log.info({ teamId }, 'A Slack workspace removed the app');
  };
}
