import type { InstallationStore as BoltStore, InstallationQuery } from '@slack/bolt';
import type { InstallationStore } from '../../../core/index.js';
import type { Credentials } from './workspaces.js';

/**
 * Bolt's store of installations over ours. Only bot tokens of single workspaces are kept: the app asks for no user token and
 * is not meant for a whole organisation at once (`org_deploy_enabled: false` in the manifest).
 */
export function createInstallationStore(store: InstallationStore): BoltStore {
  return {
    storeInstallation: async (installation) => {
      const { team, bot } = installation;
      if (team === undefined || bot === undefined) {
        throw new Error('Install the app in a single workspace: a whole organisation cannot have it.');
      }
      const credentials: Credentials = { botToken: bot.token, botUserId: bot.userId, botId: bot.id };
      await store.save({ platform: 'slack', spaceId: team.id, name: team.name ?? team.id, credentials });
    },
    fetchInstallation: async () => {
      // Bolt asks for installations only to authorise events, which this adapter does by itself.
      throw new Error('Installations are read by the workspaces.');
    },
    deleteInstallation: async (query: InstallationQuery<boolean>) => {
      if (query.teamId !== undefined) await store.remove('slack', query.teamId);
    },
  };
}
