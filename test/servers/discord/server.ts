import type { Server } from 'node:http';
import type { HostedFile } from '../hosted-file.js';
import type { ServerClock } from './clock.js';
import type { Gateway } from './gateway/gateway.js';
import type { Interaction } from './interactions/interaction.js';
import { TestUser } from './people/test-user.js';
import type { Fault, Faults } from './rest/faults.js';
import type { RequestLog, RequestRecord } from './rest/log.js';
import { archiveThread, createChannel, deleteChannel, directChannel, openThread } from './state/channels.js';
import { addBot, createGuild, type GuildOptions, grant, join, removeBot } from './state/guilds.js';
import { overwrite } from './state/overwrites.js';
import type { PermissionName } from './state/permissions.js';
import type { Channel, Guild, Message, Role } from './state/types.js';
import type { World } from './state/world.js';
import { type Present, waitFor } from './wait.js';

export interface ServerParts {
  world: World;
  http: Server;
  gateway: Gateway;
  faults: Faults;
  log: RequestLog;
  clock: ServerClock;
}

/** The loopback Discord as tests see it: people and places to act with, and all that happened to look at. */
export class DiscordServer {
  readonly #parts: ServerParts;
  /** The server that users belong to and channels are made in, unless another is named. */
  readonly home: Guild;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.home = createGuild(parts.world, 'Home', parts.world.app.ownerId, {});
  }

  get world(): World {
    return this.#parts.world;
  }

  /** For `new Client({ rest: { api } })`. */
  get api(): string {
    return `${this.world.baseUrl}/api`;
  }

  /** Of the content network. */
  get cdn(): string {
    return this.world.baseUrl;
  }

  get token(): string {
    return this.world.app.token;
  }

  get log(): RequestLog {
    return this.#parts.log;
  }

  get clock(): ServerClock {
    return this.#parts.clock;
  }

  // People and places

  /** The user of that name, made on first use as a member of the home server. */
  user(name: string): TestUser {
    const known = [...this.world.users.values()].find((user) => user.name === name);
    if (known) return new TestUser(this.world, known);
    const user = this.world.addUser(name);
    join(this.world, this.home, user.id);
    return new TestUser(this.world, user);
  }

  /** Makes a user a member of another server. */
  join(user: TestUser, guild: Guild): void {
    join(this.world, guild, user.id);
  }

  /** Gives a user a role with permissions, made on first use. */
  grant(user: TestUser, roleName: string, permissions: readonly PermissionName[], guild = this.home): Role {
    return grant(this.world, guild, user.id, roleName, permissions);
  }

  /** Another server, made on first use. */
  guild(name: string, options: GuildOptions = {}): Guild {
    const known = [...this.world.guilds.values()].find((guild) => guild.name === name);
    return known ?? createGuild(this.world, name, this.world.app.ownerId, options);
  }

  /** A custom emoji of some server, as a text has it. */
  emoji(file: HostedFile): string {
    const id = this.world.nextId();
    this.world.files.set(id, file);
    return `<:${file.name}:${id}>`;
  }

  /** The text channel of that name, made on first use. */
  channel(name: string, guild = this.home): Channel {
    const known = [...this.world.channels.values()].find((one) => one.guildId === guild.id && one.name === name);
    return known ?? createChannel(this.world, guild, name);
  }

  /** Opens a thread in a channel. */
  thread(name: string, options: { parent: Channel; by: TestUser; isPrivate?: boolean }): Channel {
    return openThread(this.world, options.parent, name, options.isPrivate ?? false, options.by.id);
  }

  /** The direct messages of a user with the bot. */
  directMessages(user: TestUser): Channel {
    return directChannel(this.world, [this.world.app.botId, user.id]);
  }

  /** Direct messages between people, without the bot. */
  privateChannel(...users: TestUser[]): Channel {
    return directChannel(
      this.world,
      users.map((user) => user.id),
    );
  }

  /** Takes permissions from the bot in a channel. */
  denyBot(channel: Channel, ...names: PermissionName[]): void {
    overwrite(this.world, channel, this.world.app.botId, names, 'deny');
  }

  /** Gives permissions to the bot in a channel. */
  allowBot(channel: Channel, ...names: PermissionName[]): void {
    overwrite(this.world, channel, this.world.app.botId, names, 'allow');
  }

  /** Gives permissions to a user in a channel. */
  allow(channel: Channel, user: TestUser, ...names: PermissionName[]): void {
    overwrite(this.world, channel, user.id, names, 'allow');
  }

  /** Takes permissions from everybody in a channel; those that are given to somebody stay. */
  denyEveryone(channel: Channel, ...names: PermissionName[]): void {
    if (channel.guildId === null) throw new Error('Direct messages have no permissions.');
    overwrite(this.world, channel, channel.guildId, names, 'deny', 'role');
  }

  /** Takes permissions from a user in a channel. */
  deny(channel: Channel, user: TestUser, ...names: PermissionName[]): void {
    overwrite(this.world, channel, user.id, names, 'deny');
  }

  /** Closes a thread; a locked one opens only for moderators. */
  archive(thread: Channel, isLocked = false): void {
    archiveThread(this.world, thread, isLocked);
  }

  deleteChannel(channel: Channel): void {
    deleteChannel(this.world, channel);
  }

  addBot(guild: Guild): void {
    addBot(this.world, guild);
  }

  removeBot(guild: Guild): void {
    removeBot(this.world, guild);
  }

  // What goes wrong

  /** Orders something to go wrong with the next requests that fit. */
  fault(fault: Fault): void {
    this.#parts.faults.order(fault);
  }

  /** Requests that something went wrong with, as ordered. */
  get faultsMet(): number {
    return this.#parts.faults.met;
  }

  /** Nothing that was ordered goes wrong any more. */
  endFaults(): void {
    this.#parts.faults.end();
  }

  /** Sends a frame to every client as it is: no event of the service's. */
  sendFrame(text: string): void {
    for (const session of this.#parts.gateway.sessions.values()) session.sendRaw(text);
  }

  /** Closes the gateway's connections: with a code (4000: the client may resume), or, for null, by breaking them. */
  dropGateway(code: number | null = 4000): void {
    for (const session of this.#parts.gateway.sessions.values()) session.close(code);
  }

  /** Forgets the sessions, so that a client that would resume has to identify anew. */
  forgetSessions(): void {
    const { sessions } = this.#parts.gateway;
    for (const session of sessions.values()) session.close(4000);
    sessions.clear();
  }

  // What happened

  /** Messages of a channel that exist now, oldest first; ephemeral ones included. */
  messages(channel: Channel): Message[] {
    return [...this.world.messages.values()].filter((one) => one.channelId === channel.id && one.deletedAt === null);
  }

  /** All messages there ever were, deleted ones included. */
  get allMessages(): Message[] {
    return [...this.world.messages.values()];
  }

  get interactions(): Interaction[] {
    return [...this.world.interactions.values()];
  }

  /** Interactions that still wait for, or never got, a first answer. */
  get unanswered(): Interaction[] {
    return this.interactions.filter((one) => one.state !== 'answered');
  }

  /** Milliseconds to the first answer of every answered interaction, ascending: for percentiles. */
  get latencies(): number[] {
    return this.interactions.flatMap((one) => one.latencyMs ?? []).sort((a, b) => a - b);
  }

  /** Every request, oldest first. */
  get requests(): readonly RequestRecord[] {
    return this.#parts.log.all;
  }

  /** Every request that the server refused by itself. */
  get violations(): RequestRecord[] {
    return this.#parts.log.violations;
  }

  /** Requests of the last ten minutes that count towards a ban (401, 403, 429); 10,000 are too many. */
  get invalidRequestCount(): number {
    return this.#parts.log.invalidCount(this.clock.now());
  }

  /** Names in the command picker of a server, in order: what is registered there and globally stands in it twice. */
  shownCommands(guild = this.home): string[] {
    return [guild.id, 'global']
      .flatMap((scope) => (this.world.commands.get(scope) ?? []).map(({ name }) => name))
      .sort();
  }

  /** Commands created today in a server or globally. */
  commandCreations(guild?: Guild): number {
    return this.world.commandCreations.get(guild?.id ?? 'global') ?? 0;
  }

  /** Clients that are connected and identified. */
  get connectedSessions(): number {
    return [...this.#parts.gateway.sessions.values()].filter((session) => session.isConnected).length;
  }

  /**
   * Waits until something is so, of the server or of the client.
   *
   * @returns what the condition returned
   * @throws Error that tells what was refused and what is unanswered, when the time (60 s by default) is over
   */
  async waitFor<Value>(
    condition: () => Value,
    options: { timeoutMs?: number; what?: string } = {},
  ): Promise<Present<Value>> {
    const { timeoutMs = 60_000, what = String(condition) } = options;
    const value = await waitFor(this.world, condition, timeoutMs);
    if (value !== undefined) return value;
    const refused = this.violations.map((one) => `${one.method} ${one.path}: ${one.status} ${one.code} ${one.message}`);
    throw new Error(
      `Waited ${timeoutMs} ms in vain for ${what}. Refused: ${refused.join('; ') || 'nothing'}. ` +
        `Unanswered interactions: ${this.unanswered.length}.`,
    );
  }

  async close(): Promise<void> {
    this.#parts.gateway.stop();
    this.clock.stop();
    this.#parts.http.closeAllConnections();
    if (this.#parts.http.listening) await new Promise((resolve) => this.#parts.http.close(resolve));
  }
}
