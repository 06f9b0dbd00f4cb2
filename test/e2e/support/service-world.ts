import { type Channel, type DiscordServer, startDiscord } from '../../servers/discord/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { TINY_BUNDLE } from '../command-line.js';
import { isGrid } from './discord-world.js';
import { openFolder, type ServiceProcess, startService } from './processes.js';

/** A loopback Discord and a database, for bot and worker as processes of their own. */
export interface ServiceWorld {
  discord: DiscordServer;
  database: TestDatabase;
  general: Channel;
  /** Where the services have their data. */
  folder: string;
  /** What shows grids in the channel. */
  grids(): ReturnType<DiscordServer['messages']>;
  /** Starts a service with the tests' tiny bundle, and resolves when it is ready. */
  start(command: 'bot' | 'worker', settings?: Readonly<Record<string, string>>): Promise<ServiceProcess>;
  /** Ends all services, in order or as a crash does, and then the rest. */
  close(end: 'stop' | 'kill'): Promise<void>;
}

export async function openServiceWorld(): Promise<ServiceWorld> {
  // Frozen: a process that takes its time to start must not miss the platform's deadlines.
  const discord = await startDiscord({ identifyIntervalMs: 0, isClockFrozen: true });
  const database = await openTestDatabase();
  const folder = await openFolder();
  const general = discord.channel('general');
  const services: ServiceProcess[] = [];
  return {
    discord,
    database,
    general,
    folder: folder.path,
    grids: () => discord.messages(general).filter(isGrid),
    async start(command, settings = {}) {
      const service = startService(command, {
        DATABASE_URL: database.url,
        KALEIDO_DATA: folder.path,
        KALEIDO_BUNDLE: TINY_BUNDLE,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.api,
        ...settings,
      });
      services.push(service);
      await service.logged(`the ${command} is ready`);
      return service;
    },
    async close(end) {
      await Promise.all(services.map((service) => service[end]()));
      await discord.close();
      await database.close();
      await folder.remove();
    },
  };
}
