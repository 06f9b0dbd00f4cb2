import { EventEmitter } from 'node:events';
import type { HostedFile } from '../../hosted-file.js';
import type { ServerClock } from '../clock.js';
import type { Interaction } from '../interactions/interaction.js';
import { refusal } from '../rest/api-error.js';
import type { ApplicationCommand } from '../schemas/command.js';
import { createSnowflakes } from '../snowflakes.js';
import type { Channel, CustomEmoji, Guild, Message, User } from './types.js';

/** The application under test. */
export interface App {
  id: string;
  botId: string;
  /** Who made the application. */
  ownerId: string;
  token: string;
  /** Switches of the developer portal. */
  privilegedIntents: ReadonlySet<string>;
}

/** An event for the gateway to send to every session that subscribed to it. */
export interface Dispatch {
  name: string;
  data: object;
  /** Null goes to shard 0. */
  guildId: string | null;
  /**
   * It carries text of a message that needs no message content intent: the bot's own, a direct one, one that mentions
   * it.
   */
  isContentOpen?: boolean;
}

/** Everything the service knows. It knows nothing of HTTP or sockets; those listen to its events. */
export class World extends EventEmitter<{ dispatch: [Dispatch]; change: [] }> {
  readonly nextId: () => string;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** Deleted ones included, oldest first. */
  readonly messages = new Map<string, Message>();
  readonly interactions = new Map<string, Interaction>();
  readonly appEmojis = new Map<string, CustomEmoji>();
  /** What the content network has besides the files of messages: given to options, by their ids, and custom emojis. */
  readonly files = new Map<string, HostedFile>();
  /** By scope: a guild's id, or `global`. */
  readonly commands = new Map<string, ApplicationCommand[]>();
  /** Commands created today, by scope. */
  readonly commandCreations = new Map<string, number>();
  readonly app: App;

  constructor(
    readonly clock: ServerClock,
    token: string,
    privilegedIntents: ReadonlySet<string>,
    /** Where files are served, set once the server listens. */
    public baseUrl = '',
  ) {
    super();
    this.setMaxListeners(0);
    this.nextId = createSnowflakes(clock);
    // An application's bot user has the application's id.
    const botId = this.addUser('kaleido', true).id;
    this.app = { id: botId, botId, ownerId: this.addUser('owner').id, token, privilegedIntents };
  }

  addUser(name: string, isBot = false): User {
    const user = { id: this.nextId(), name, isBot, locale: 'en-US', hasDmsClosed: false, hasApp: false };
    this.users.set(user.id, user);
    return user;
  }

  /** Sends an event to the bot, unless it is of a server where it is not, and wakes whoever waits for a change. */
  dispatch(event: Dispatch): void {
    if (event.guildId === null || this.guilds.get(event.guildId)?.hasBot) this.emit('dispatch', event);
    this.changed();
  }

  changed(): void {
    this.emit('change');
  }

  guild(id: string): Guild {
    const guild = this.guilds.get(id);
    if (!guild) throw refusal('unknownGuild');
    return guild;
  }

  /** A guild as the bot may ask for it: only where it is a member. */
  ownGuild(id: string): Guild {
    const guild = this.guild(id);
    if (!guild.hasBot) throw refusal('missingAccess');
    return guild;
  }

  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (!channel) throw refusal('unknownChannel');
    return channel;
  }

  user(id: string): User {
    const user = this.users.get(id);
    if (!user) throw refusal('unknownUser');
    return user;
  }

  /** A message that still exists; ephemeral ones only through their interaction. */
  message(channelId: string, id: string): Message {
    const message = this.messages.get(id);
    if (!message || message.channelId !== channelId || message.deletedAt !== null || message.visibleTo !== null) {
      throw refusal('unknownMessage');
    }
    return message;
  }
}
