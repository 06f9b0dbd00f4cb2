import { commandsFor } from '../../../commands/index.js';
import { createTranslator } from '../../../src/chat/i18n/translate.js';
import type { Generation } from '../../../src/core/types.js';
import { createDiscordPlatform, registerCommands } from '../../../src/platforms/discord/index.js';
import {
  type Channel,
  type DiscordServer,
  type Interaction,
  type Message,
  startDiscord,
  type TestUser,
} from '../../servers/discord/index.js';
import { BotWorld, GRID_WITHIN_MS, type Ground, openGround } from './bot-world.js';

type DiscordOptions = Parameters<typeof createDiscordPlatform>[0];

/** Kaleido on a loopback Discord, with real discord.js. */
export class DiscordWorld extends BotWorld {
  #parts: DiscordOptions | null = null;
  #refusalsSeen = 0;

  private constructor(
    readonly discord: DiscordServer,
    ground: Ground,
  ) {
    super(ground);
  }

  static async start(bundle?: string): Promise<DiscordWorld> {
    const discord = await startDiscord({ identifyIntervalMs: 1 });
    const world = new DiscordWorld(discord, await openGround(bundle));
    await world.register();
    return world;
  }

  /** A world with a worker and a bot in it. */
  static async startAll(): Promise<DiscordWorld> {
    const world = await DiscordWorld.start();
    await world.startWorker();
    await world.startBot();
    return world;
  }

  register(): ReturnType<typeof registerCommands> {
    const { api, token } = this.discord;
    const { manifest, memory } = this.model.bundle;
    const commands = commandsFor({ styles: manifest.styles, groups: memory.groups.map(({ name }) => name) });
    return registerCommands({ token, api, commands, translate: createTranslator, log: this.log });
  }

  /** @param isPrivacyUnknown the adapter's look at settings never ends, as with a database under great load */
  async startBot({ isPrivacyUnknown = false } = {}): Promise<void> {
    const { database, discord, log } = this;
    const never = () => new Promise<never>(() => undefined);
    const platform = await this.startBotOn(({ controller, core, commands, owed }) => {
      this.#parts = {
        token: discord.token,
        api: discord.api,
        controller,
        core: isPrivacyUnknown ? { ...core, settings: never } : core,
        store: database.store,
        owed,
        commands,
        translate: createTranslator,
        log,
        clock: () => new Date(discord.clock.now()),
        cdn: discord.cdn,
      };
      return createDiscordPlatform(this.#parts);
    });
    await discord.waitFor(() => platform.isReady(), { what: 'the bot to be ready' });
  }

  /** What the platform is made of. */
  get parts(): DiscordOptions {
    if (this.#parts === null) throw new Error('The bot was never started.');
    return this.#parts;
  }

  /** What Discord has refused since it was last asked for. */
  newRefusals(): DiscordServer['violations'] {
    const refused = this.discord.violations.slice(this.#refusalsSeen);
    this.#refusalsSeen = this.discord.violations.length;
    return refused;
  }

  protected closePlatform(): Promise<void> {
    return this.discord.close();
  }

  /** Asks for a small grid. */
  imagine(user: TestUser, channel: Channel, values: Record<string, string | number | boolean> = {}): Interaction {
    return user.slash('imagine', { prompt: 'a cat and a pizza', count: 2, steps: 2, ...values }, { channel });
  }

  /** The grids that a channel shows now, oldest first. */
  grids(channel: Channel): Message[] {
    return this.discord.messages(channel).filter(isGrid);
  }

  /** Waits for the finished grid that answers an interaction. */
  async gridOf(interaction: Interaction): Promise<Message> {
    return this.discord.waitFor(
      () =>
        [interaction.message, ...interaction.followUps].find(
          (one) => one !== undefined && one.deletedAt === null && isGrid(one),
        ),
      { timeoutMs: GRID_WITHIN_MS, what: 'the grid' },
    );
  }

  /** Waits until a channel shows so many finished grids; returns the newest. */
  async grid(channel: Channel, count: number): Promise<Message> {
    await this.discord.waitFor(() => this.grids(channel).length >= count, {
      timeoutMs: GRID_WITHIN_MS,
      what: `grid ${count}`,
    });
    return this.grids(channel)[count - 1]!;
  }

  /** The generation that a message shows. */
  async generation({ channelId, id }: Message): Promise<Generation> {
    const found = await this.shownBy('discord', { channelId, messageId: id });
    if (!found) throw new Error('The message shows no generation.');
    return found;
  }
}

const READY = createTranslator('en')('discord.ready');

/** A note to somebody who has waited for more than a minute, as an edit of the card notifies nobody. */
export function isReadyNote({ content }: Message): boolean {
  return content.endsWith(READY);
}

/** A finished grid has its picture and can be rerolled. */
export function isGrid({ attachments, components }: Message): boolean {
  return attachments.length > 0 && JSON.stringify(components).includes('k1:reroll-all:');
}

/** Ids of the buttons and selects of a message that begin so. */
export function actionId(message: Message, verb: string): string {
  const id = new RegExp(`"custom_id":"(k1:${verb}:[^"]*)"`).exec(JSON.stringify(message.components))?.[1];
  if (id === undefined) throw new Error(`The message has no ${verb}.`);
  return id;
}
