import { AnswerLine, InFlight } from '../../chat/controller/index.js';
import type { ChatPlatform } from '../../chat/index.js';
import { apiOf, createBotApp } from './client/index.js';
import { CardDisplay, CardPictures, EditBudget, Replier } from './deliver/index.js';

import {
  type HandlerParts,
  onCommands,
  onHome,
  onInteractions,
  onMessages,
  onReactions,
  People,
} from './events/index.js';

import type { SlackOptions } from './slack-options.js';
import { Workspaces } from './workspaces/index.js';

const NOTIFY_AFTER_SECONDS = 20;

/** Slack, with the port of its own server. */
export interface SlackPlatform extends ChatPlatform {
  /** Port of the HTTP server once it listens; null where there is none. */
  readonly port: number | null;
}

/** Kaleido on Slack. Nothing is connected before `start`. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const { authorisation, deliveries, installations, log } = options;
  const clock = options.clock ?? (() => new Date());
  const botToken = authorisation.kind === 'token' ? authorisation.botToken : null;
  const secrets = authorisation.kind === 'oauth' ? authorisation : null;
  const workspaces = new Workspaces({ botToken, secrets, installations, ...apiOf(options) });
  const display = new CardDisplay({
    workspaces,
    pictures: new CardPictures(log),
    deliveries,
    budget: new EditBudget(),
    log,
    notifyAfterSeconds: options.notifyAfterSeconds ?? NOTIFY_AFTER_SECONDS,
  });
  const replier = new Replier({ display, deliveries, log });
  const inFlight = new InFlight('Slack', log);
  const { app, door, receivers } = createBotApp(options, workspaces, clock);
  const parts: HandlerParts = {
    options,
    workspaces,
    people: new People(log),
    replier,
    inFlight,
    line: new AnswerLine(),
    clock,
  };
  for (const register of [onMessages, onCommands, onInteractions, onReactions, onHome]) register(app, parts);
  app.error(async (err) => log.error({ err }, 'An event from Slack could not be handled'));

  return {
    platform: 'slack',
    progressEveryMs: 3_000,
    get port() {
      return door?.port ?? null;
    },
    start: async () => {
      await workspaces.verify();
      await app.start();
    },
    stop: async () => {
      workspaces.stop();
      await app.stop();
      await inFlight.settled();
    },
    isReady: () => workspaces.isReady && receivers.isReady,
    show: (delivery, card, isFinal) => display.show(delivery, card, isFinal),
    withdraw: (delivery) => display.withdraw(delivery),
  };
}
