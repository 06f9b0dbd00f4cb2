/**
 * A loopback Discord for tests: REST API v10 and gateway over real sockets, for the real discord.js client. It enforces
 * the service's limits: what Discord would refuse fails here with the same status, code and error tree. Page names in
 * its comments are of Discord's developer documentation (docs.discord.com/developers).
 *
 *     const server = await startDiscord();
 *     const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: server.api } });
 *     await client.login(server.token);                       // the bot registers its commands …
 *     await server.waitFor(() => server.world.commands.get('global'));
 *
 *     const general = server.channel('general');              // of server.home; made on first use
 *     const alice = server.user('alice');
 *     const run = alice.slash('imagine', { prompt: 'a cat' }, { channel: general });
 *     await server.waitFor(() => run.state === 'answered');   // within 3 s of server.clock, else 'failed'
 *     const grid = await server.waitFor(() => run.message?.attachments.length === 1 && run.message);
 *     const again = alice.press(grid, 'reroll');              // throws if there is no such enabled button
 *     alice.react(grid, '🔁');
 *     expect(server.violations).toEqual([]);                  // nothing was refused
 *     await client.destroy(); await server.close();
 *
 * - Subcommands: `slash('latents show', …)`; options take text, numbers, booleans, `{ id }` of users, roles and
 *   channels, or
 * files. Also `autocomplete` (then `run.choices`), `messageMenu`, `userMenu`, `select`, `submit` (after `run.modal`),
 * `say`.
 * - Messages: `server.messages(channel)`, each with `history` (every version with its time), `attachments[n].bytes`,
 * `notified` (whom it pinged), `visibleTo` (ephemeral), `reactions`. `run.message` is @original, `run.followUps` the
 * rest.
 * - Time: `server.clock.advance(15 * 60_000)`, or `run.expireToken()`. `isClockFrozen: true` stops it for slow
 *   machines.
 * - Trouble: `server.fault({ method: 'PATCH', path: /@original$/, happening: { status: 502 } })`, `dropGateway()`,
 *   `denyBot(channel, 'SendMessages')`, `deleteChannel`, `user.hasDmsClosed`, `removeBot(guild)`.
 * - Installs: `server.guild('Elsewhere', { hasBot: false })`, `alice.user.hasApp = true`,
 *   `server.directMessages(alice)`.
 * - Shards: `shards: 2` is what GET /gateway/bot recommends; events of a server go to its shard. A second login within
 *   `identifyIntervalMs` (5 s, as on the real service) is told to wait: lower it where a test restarts the bot.
 * - Proof: `server.violations`, `requests`, `unanswered`, `latencies`, `invalidRequestCount`, `commandCreations()`.
 */

/** @public */
export type { Interaction } from './interactions/interaction.js';
/** @public */
export type { TestUser } from './people/test-user.js';
export type { DiscordServer } from './server.js';
export { type DiscordOptions, startDiscord } from './start.js';
/** @public */
export type { Channel, Guild, Message } from './state/types.js';
