import type { App, Context } from '@slack/bolt';
import { homeBlocks } from '../render/index.js';
import { type HandlerParts, teamOf } from './parts.js';

/** The Home tab: recent generations, saved pins and quota, drawn anew whenever it is opened. */
export function onHome(app: App, parts: HandlerParts): void {
  const { inFlight, options, people, workspaces } = parts;

  app.event('app_home_opened', ({ context, event }) =>
    inFlight.run('home', async () => {
      const team = teamOf(context);
      if (event.tab !== 'home' || team === null) return;
      const workspace = await workspaces.get(team);
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

  app.event('app_uninstalled', ({ context }) => inFlight.run('uninstalled', () => forget(context)));
  app.event('tokens_revoked', ({ context, event }) =>
    inFlight.run('revoked', async () => {
      if ((event.tokens.bot ?? []).length > 0) await forget(context);
    }),
  );

  /** An organisation that removes the app names itself; its workspaces may have it on their own. */
  const forget = async ({ enterpriseId, isEnterpriseInstall, teamId }: Context): Promise<void> => {
    const id = isEnterpriseInstall ? enterpriseId : teamId;
    if (id === undefined) return;
    await options.installations.remove('slack', id);
    options.log.info({ teamId: id }, 'A Slack workspace removed the app');
  };
}
