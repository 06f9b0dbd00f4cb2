import {
  type Interaction as BotInteraction,
  Client,
  type ClientOptions,
  DiscordAPIError,
  GatewayIntentBits as Intent,
} from 'discord.js';
import { afterEach } from 'vitest';
import { type DiscordOptions, type DiscordServer, startDiscord } from '../../servers/discord/index.js';

const INTENTS = [
  Intent.Guilds,
  Intent.GuildMessages,
  Intent.GuildMessageReactions,
  Intent.GuildExpressions,
  Intent.DirectMessages,
  Intent.DirectMessageReactions,
];

const cleanUps: (() => Promise<unknown>)[] = [];

/** Closes what a test opened. */
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A server of this test alone. */
export async function open(options: DiscordOptions = {}): Promise<DiscordServer> {
  const server = await startDiscord(options);
  cleanUps.push(() => server.close());
  return server;
}

/** The real client, logged in and ready. */
export async function connect(server: DiscordServer, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = createClient(server, options);
  await client.login(server.token);
  await server.waitFor(() => client.isReady());
  if (!client.isReady()) throw new Error('The client is ready and then is not.');
  return client;
}

/** The real client before its login. */
export function createClient(server: DiscordServer, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({ intents: INTENTS, ...options, rest: { api: server.api, ...options.rest } });
  cleanUps.push(() => client.destroy());
  return client;
}

/** Lets the bot answer interactions; what goes wrong in it is kept for the test to look at. */
export function answerWith(client: Client, answer: (interaction: BotInteraction) => Promise<unknown>): unknown[] {
  const failures: unknown[] = [];
  client.on('interactionCreate', (interaction) => {
    answer(interaction).catch((error: unknown) => failures.push(error));
  });
  return failures;
}

/** The error of Discord's that a request failed with. */
export async function refusalOf(request: Promise<unknown>): Promise<DiscordAPIError> {
  try {
    await request;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error;
    throw error;
  }
  throw new Error('The request was not refused.');
}
