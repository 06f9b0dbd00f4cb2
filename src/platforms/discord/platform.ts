import { type Client, Events, Status } from 'discord.js';
import type { CommandSpec } from '../../chat/commands/index.js';
import { AnswerLine, type Controller, InFlight } from '../../chat/controller/index.js';
import type { Translate } from '../../chat/i18n/index.js';
import type { ChatPlatform } from '../../chat/index.js';
import type { OwedAnswers } from '../../chat/owed/index.js';
import { type Log, timeOfDay } from '../../core/basics/index.js';
import type { Clock, Core, Store } from '../../core/index.js';
import { DIRECT, type Network, tunnelWebSockets } from '../../network/index.js';

import {
  createClient,
  createRest,
  followInstallations,
  login,
  type RestConnection,
  type Shards,
} from './client/index.js';

import { answerOwed, CardDisplay, DiscordApi, LateUploads, PackAdditions, Uploader } from './deliver/index.js';

import {
  answerInteraction,
  answerReaction,
  createPrivacy,
  type InteractionDeps,
  type ReactionDeps,
} from './events/index.js';
import { createDiscordPictures } from './pictures/index.js';

/** What Discord is reached and served with. */
export interface DiscordOptions {
  /** The bot's token, from the app's Bot page. */
  token: string;
  /** Base URL of the REST API without a version; Discord's own when absent. */
  api?: string;
  /** Base URL of Discord's CDN, which has emojis and what is attached; Discord's own when absent. */
  cdn?: string;
  /** How Discord is reached; directly when absent. */
  network?: Network;
  /** `auto` when absent. */
  shards?: Shards;
  controller: Controller;
  core: Pick<Core, 'findByMessage' | 'policy' | 'settings'>;
  store: Pick<Store, 'deliveries' | 'generations' | 'installations' | 'lateUploads'>;
  /** The answers that this process owes. */
  owed: OwedAnswers;
  commands: readonly CommandSpec[];
  /** Texts for a BCP 47 tag. */
  translate: (locale: string) => Translate;
  log: Log;
  /** The real time when absent. */
  clock?: Clock;
}

/** Discord, by a gateway connection for what people do and the REST API for what they see. */
export function createDiscordPlatform(options: DiscordOptions): ChatPlatform {
  const { log, store, token } = options;
  const network = options.network ?? DIRECT;
  const connection = { api: options.api, network };
  const deps = depsOf(options, connection);
  const { display, lateUploads } = deps;
  const inFlight = new InFlight('Discord', log);
  const stopping = new AbortController();
  let client: Client | undefined;
  let closeTunnels = () => {};

  const answer = (task: () => Promise<void>): void => {
    if (stopping.signal.aborted) return;
    void inFlight.run('events', task);
  };

  const create = (): Client => {
    const fresh = createClient({ connection, shards: options.shards ?? 'auto', log });
    fresh.on(Events.InteractionCreate, (interaction) => answer(() => answerInteraction(deps, interaction)));
    fresh.on(Events.MessageReactionAdd, (reaction, user) => answer(() => answerReaction(deps, reaction, user, true)));
    fresh.on(Events.MessageReactionRemove, (reaction, user) =>
      answer(() => answerReaction(deps, reaction, user, false)),
    );
    followInstallations(fresh, store.installations, log);
    return fresh;
  };

  return {
    platform: 'discord',
    progressEveryMs: 2_000,
    async start() {
      if (network.agent !== null) closeTunnels = tunnelWebSockets(network.agent);
      client = await login(create, token, log, stopping.signal);
      lateUploads.start();
    },
    async stop() {
      stopping.abort();
      await Promise.all([lateUploads.stop(), inFlight.settled()]);
      await client?.destroy();
      closeTunnels();
    },
    isReady() {
      return client?.isReady() === true && client.ws.shards.some(({ status }) => status === Status.Ready);
    },
    show: (delivery, card, isFinal) => display.show(delivery, card, isFinal),
    withdraw: (delivery, isPrivate) => display.withdraw(delivery, isPrivate),
    answerOwed: (owed, sentenceFor) => answerOwed(deps, owed, sentenceFor),
  };
}

/** What events are answered and cards are shown with. */
function depsOf(
  options: DiscordOptions,
  connection: RestConnection,
): InteractionDeps & ReactionDeps & { lateUploads: LateUploads } {
  const { controller, commands, core, log, owed, store, token, translate } = options;
  const clock = options.clock ?? timeOfDay;
  const rest = createRest(token, connection, log);
  const api = new DiscordApi(rest);
  const lateParts = { api, rest, store: store.lateUploads, translate, log, clock };
  const packs = new PackAdditions(lateParts);
  const lateUploads = new LateUploads(lateParts, packs);
  const uploader = new Uploader(rest, lateUploads, log);
  const privacyOf = createPrivacy(core, log);
  const { deliveries, generations } = store;
  const display = new CardDisplay({ api, deliveries, translate, log, clock });
  return {
    api,
    display,
    deliveries,
    generations,
    uploader,
    packs,
    lateUploads,
    translate,
    log,
    clock,
    controller,
    core,
    commands,
    owed,
    privacyOf,
    line: new AnswerLine(),
    pictures: createDiscordPictures({ cdn: options.cdn, network: connection.network }),
  };
}
