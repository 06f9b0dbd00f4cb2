import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TINY_BUNDLE } from '../../test/e2e/command-line.js';
import {
  type BucketPlace,
  openBucketPlace,
  openDatabasePlace,
  openRedisPlace,
  type Place,
} from '../../test/e2e/support/places.js';
import { openFolder, type ServiceProcess, startService } from '../../test/e2e/support/processes.js';
import { type Line, openLine } from '../../test/servers/line.js';
import { openTestDatabase } from '../../test/support/database.js';
import { type Chat, type DiscordChat, openDiscordChat, openSlackChat, type SlackChat } from './chats.js';
import { Control } from './control.js';
import { embeddedUrl, endEmbedded } from './embedded.js';

/** The built command line: what is started from the sources takes seconds more of processor. */
const BUILT = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

/** What a scenario stands on besides bot, worker, Discord and a database. */
export interface Needs {
  /** Put behind a line: what is not named is used directly, the queue in PostgreSQL and pictures in a folder. */
  over?: readonly ('database' | 'redis' | 'bucket')[];
  platform?: 'slack';
  /** The platform's API too. */
  isChatOverLine?: boolean;
  /** One `kaleido up` with its own database in place of bot and worker. */
  isUp?: boolean;
  settings?: Readonly<Record<string, string>>;
  /** For one service alone. */
  settingsOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Services as processes on a loopback platform, a real database and what else they need, for one scenario. */
export class FaultWorld {
  readonly #services = new Map<string, ServiceProcess>();
  readonly #closings: (() => Promise<unknown>)[] = [];
  readonly #settings: Record<string, string> = {};
  readonly #needs: Needs;
  #chatSettings: Readonly<Record<string, string>> = {};
  database?: Place;
  redis?: Place & { url: string };
  bucket?: BucketPlace;
  chatLine?: Line;
  discordChat?: DiscordChat;
  slackChat?: SlackChat;
  control!: Control;
  folder!: string;

  private constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** @param databaseServer in which it makes a database of its own, unless it is an `up` */
  static async open(needs: Needs, databaseServer: string): Promise<FaultWorld> {
    const world = new FaultWorld(needs);
    try {
      await world.#openPlaces(databaseServer);
      await world.#openChat();
      return world;
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  async #openPlaces(databaseServer: string): Promise<void> {
    const { over = [], isUp = false, settings = {} } = this.#needs;
    const folder = await openFolder();
    this.folder = folder.path;
    this.#closings.push(() => folder.remove());
    if (isUp) this.control = new Control(() => embeddedUrl(join(folder.path, 'postgres')));
    else {
      const database = await openTestDatabase(databaseServer);
      this.#closings.push(() => database.close());
      this.#settings.DATABASE_URL = database.url;
      this.control = new Control(async () => database.url);
      if (over.includes('database')) this.database = this.#use(await openDatabasePlace(database.url));
    }
    this.#closings.push(() => this.control.close());
    if (over.includes('redis')) this.redis = this.#use(await openRedisPlace());
    if (over.includes('bucket')) this.bucket = this.#use(await openBucketPlace());
    Object.assign(this.#settings, { KALEIDO_DATA: folder.path, KALEIDO_BUNDLE: TINY_BUNDLE }, settings);
  }

  async #openChat(): Promise<void> {
    if (this.#needs.platform === 'slack') this.slackChat = await openSlackChat();
    else this.discordChat = await openDiscordChat();
    this.#closings.push(() => this.chat.close());
    if (this.#needs.isChatOverLine !== true) return;
    const [name, api] = Object.entries(this.chat.settings()).find(([key]) => key.endsWith('_API_URL'))!;
    const url = new URL(api);
    this.chatLine = await openLine(Number(url.port));
    this.#closings.push(() => this.chatLine!.close());
    url.port = String(this.chatLine.port);
    this.#chatSettings = { [name]: url.href };
  }

  #use<P extends Place>(place: P): P {
    Object.assign(this.#settings, place.settings);
    this.#closings.push(() => place.close());
    return place;
  }

  get chat(): Chat {
    return (this.slackChat ?? this.discordChat)!;
  }

  get discord(): DiscordChat {
    if (this.discordChat === undefined) throw new Error('This scenario has no Discord.');
    return this.discordChat;
  }

  get slack(): SlackChat {
    if (this.slackChat === undefined) throw new Error('This scenario has no Slack.');
    return this.slackChat;
  }

  /** Starts what this scenario runs. */
  async startAll(): Promise<void> {
    await Promise.all((this.#needs.isUp ? ['up'] : ['bot', 'worker']).map((name) => this.start(name)));
    await this.chat.opened();
  }

  /** Starts a service and resolves when it is ready. @param name `bot`, `worker` or `up`, and a number for one more */
  async start(name: string): Promise<ServiceProcess> {
    const service = this.launch(name);
    await service.logged(name.startsWith('up') ? 'everything is up' : `the ${commandOf(name)} is ready`);
    return service;
  }

  /** Starts a service without waiting for it. */
  launch(name: string): ServiceProcess {
    const own = this.#needs.settingsOf?.[name] ?? {};
    const service = startService(
      commandOf(name),
      { ...this.#settings, ...this.chat.settings(), ...this.#chatSettings, ...own },
      BUILT,
    );
    this.#services.set(name, service);
    return service;
  }

  service(name: string): ServiceProcess {
    const service = this.#services.get(name);
    if (service === undefined) throw new Error(`There is no ${name}.`);
    return service;
  }

  /** A service's process and those that it started, the innermost last. */
  async pids(name: string): Promise<number[]> {
    const found = [this.service(name).child.pid!];
    for (const pid of found) found.push(...(await childrenOf(pid)));
    return found;
  }

  /** Sends a signal to a service and all that it started. */
  async signal(name: string, signal: NodeJS.Signals): Promise<void> {
    for (const pid of (await this.pids(name)).reverse()) kill(pid, signal);
  }

  /** To the process that paints, which a worker or `up` has started. */
  async signalPainter(name: string, signal: NodeJS.Signals): Promise<void> {
    kill((await this.pids(name)).at(-1)!, signal);
  }

  /** Everything that the services have said. */
  log(): string {
    return [...this.#services].map(([name, service]) => `--- ${name}\n${service.log()}`).join('\n');
  }

  async close(): Promise<void> {
    for (const name of this.#services.keys()) {
      await this.signal(name, 'SIGCONT');
      await this.signal(name, 'SIGKILL');
    }
    if (this.#needs.isUp) await endEmbedded(this.folder);
    for (const close of this.#closings.reverse()) await close().catch(() => undefined);
  }
}

function commandOf(name: string): string {
  return name.split(' ', 1)[0]!;
}

/** @throws Error but on Linux */
async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}
