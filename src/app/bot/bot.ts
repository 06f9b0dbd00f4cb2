import { commandsFor } from '../../../commands/index.js';
import { type CardBuilder, createCardBuilder } from '../../chat/cards/index.js';
import type { CommandSpec } from '../../chat/commands/index.js';
import { type Controller, createController } from '../../chat/controller/index.js';

import { createDeliveryLoop } from '../../chat/deliveries/index.js';
import type { ChatPlatform } from '../../chat/index.js';
import { createOwedLoop, OwedBook } from '../../chat/owed/index.js';
import { type Log, timeOfDay } from '../../core/basics/index.js';
import { artworksWithSigns } from '../../core/contents/index.js';
import { type Core, createCore, DEFAULT_POLICY, type Prices } from '../../core/index.js';
import { generationNotices } from '../../core/prompts/index.js';
import type { Aspect } from '../../engine/basics/index.js';
import { centredThings, createDrafts } from '../../engine/draft/index.js';
import { askableStyles } from '../../engine/finishes/index.js';

import { createPictures } from '../../engine/memory/index.js';
import { stickerSide } from '../../platforms/index.js';
import { aspectsHere, mayUpscale, painterAspects, painterNames } from '../../remote/index.js';
import type { Config } from '../../settings/index.js';
import type { Cleanup, Foundation, Metrics, Model } from '../base/index.js';

import { countRequests } from './count-requests.js';
import { startRecovery } from './recovery.js';
import { startRetention } from './retention.js';

/** What a platform is made of. */
export interface ChatParts {
  core: Core;
  controller: Controller;
  commands: readonly CommandSpec[];
  foundation: Foundation;
  /** The answers that this process owes. */
  owed: OwedBook;
}

/** What a bot needs besides its platforms. */
export interface BotParts {
  config: Config;
  foundation: Foundation;
  model: Model;
  log: Log;
  metrics: Metrics;
  cleanup: Cleanup;
}

/**
 * Wires use cases, controller and deliveries, connects the platforms, and sends what is due, also from before a
 * restart. `cleanup` takes it down: events first, then deliveries.
 *
 * @throws what a platform throws when it cannot connect
 */
export async function startBot(
  parts: BotParts,
  makePlatforms: (parts: ChatParts) => readonly ChatPlatform[] | Promise<readonly ChatPlatform[]>,
): Promise<readonly ChatPlatform[]> {
  const chat = createChat(parts, await aspectsOffered(parts));
  // After the platforms, whose last answers it is still to note.
  parts.cleanup.add('owed answers', () => chat.owed.stop());
  const platforms = await makePlatforms(chat);
  startRecovery(parts.foundation, parts.log, parts.cleanup);
  startRetention(parts.foundation, { keepDays: parts.config.keepDays, log: parts.log, cleanup: parts.cleanup });
  // At once: one that is down keeps no other from its people.
  await Promise.all(platforms.map((platform) => startPlatform(platform, chat, parts)));
  return platforms;
}

/** Shapes that something here paints, as workers have found, or as the settings let hope before. */
async function aspectsOffered({ config, foundation }: BotParts): Promise<readonly Aspect[]> {
  const said = await foundation.store.painters.said(painterNames(config));
  return aspectsHere(config, (name) => said.find((one) => one.name === name)?.aspects);
}

/** Use cases, and what turns them into cards and commands. */
function createChat(
  { config, foundation, model, log, metrics }: BotParts,
  aspects: readonly Aspect[],
): ChatParts & { cards: CardBuilder } {
  const { store, jobs, blobs } = foundation;
  const core = createCore({
    store: countRequests(store, metrics),
    jobs,
    blobs,
    model: model.context,
    pictures: createPictures(model.bundle),
    bundleHash: model.bundle.hash,
    clock: timeOfDay,
    stickerSide,
    painters: painterNames(config),
    ...pricesOf(config),
    aspectsOf: (painter) => painterAspects(config, painter),
    defaults: {
      timeZone: config.timeZone,
      quota: {
        imagesPerDay: config.imagesPerDay,
        inFlight: config.inFlight,
        ...(config.costPerDay === undefined ? {} : { costPerDay: config.costPerDay }),
      },
      things: roomForThings(config),
      policy: { ...DEFAULT_POLICY, keepDays: config.keepDays ?? 0 },
    },
    log,
  });
  const drafts = createDrafts(model.bundle);
  const cards = createCardBuilder({
    blobs,
    generations: store.generations,
    promptNotices: (generation) => generationNotices(generation, model.context),
    centredOf: ({ draft }) => centredThings(draft, drafts),
    artworksOf: ({ draft }) => artworksWithSigns(draft, model.bundle),
    clock: timeOfDay,
  });
  const { manifest, memory } = model.bundle;
  const commands = commandsFor({
    styles: askableStyles(manifest.styles),
    groups: memory.groups.map(({ name }) => name),
    painters: painterNames(config),
    aspects,
    mayUpscale: mayUpscale(config),
  });
  const controller = createController({ core, cards, commands, log, clock: timeOfDay });
  return { core, cards, controller, commands, foundation, owed: new OwedBook({ store: store.owedAnswers, log }) };
}

/** Where nothing has a price, nobody is told of any. */
function pricesOf({ painterPrices: { engine, models }, priceUnit: unit }: Config): { prices?: Prices } {
  return engine === 0 && [...models.values()].every((price) => price === 0) ? {} : { prices: { unit, engine, models } };
}

function roomForThings({ thingsPerUser, thingsPerSpace, thingsMebibytes }: Config) {
  const bytes = thingsMebibytes * 2 ** 20;
  return { user: { things: thingsPerUser, bytes }, space: { things: thingsPerSpace, bytes } };
}

/** Connects one platform, and shows on it what is due there. */
async function startPlatform(
  chat: ChatPlatform,
  { cards, owed }: ReturnType<typeof createChat>,
  { foundation: { store, jobs }, log, metrics, cleanup }: BotParts,
): Promise<void> {
  const { platform } = chat;
  const loop = createDeliveryLoop({
    store,
    jobs,
    cards,
    platform: chat,
    clock: timeOfDay,
    log,
    progressEveryMs: chat.progressEveryMs,
    metrics: {
      delivered: (afterMs) => metrics.deliverySeconds.observe({ platform }, afterMs / 1000),
      retried: () => metrics.deliveryFailures.inc({ platform }),
      abandoned: () => metrics.deliveryFailures.inc({ platform }),
    },
  });
  const { answerOwed } = chat;
  const owedLoop =
    answerOwed === undefined ? null : createOwedLoop({ store, book: owed, platform: { platform, answerOwed }, log });
  cleanup.add(`${platform} deliveries`, () => loop.stop());
  cleanup.add(`${platform} owed answers`, async () => owedLoop?.stop());
  cleanup.add(platform, () => chat.stop());
  await chat.start();
  loop.start();
  owedLoop?.start();
}
