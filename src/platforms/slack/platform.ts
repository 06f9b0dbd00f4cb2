import { webApi } from '@slack/bolt';
import { AnswerLine, InFlight } from '../../chat/controller/index.js';
import type { ChatPlatform } from '../../chat/index.js';
import { timeOfDay } from '../../core/basics/index.js';
import { DIRECT } from '../../network/index.js';
import { clientOptions, SlackTime } from './api/index.js';
import { apiOf, createBotApp } from './client/index.js';
import { answerOwed, CardDisplay, CardPictures, EditBudget, Replier } from './deliver/index.js';

import {
  type HandlerParts,
  onCommands,
  onHome,
  onInteractions,
  onMessages,
  onReactions,
  People,
} from './events/index.js';

import { SlackPictures } from './pictures/index.js';
import type { SlackOptions } from './slack-options.js';
import { Workspaces } from './workspaces/index.js';

const NOTIFY_AFTER_SECONDS = 20;

/** Slack, with the port of its own server. */
export interface SlackPlatform extends ChatPlatform {
  /** Port of the HTTP server once it listens; null where there is none. */
  readonly port: number | null;
}

/** Kaleido on Slack. Nothing is connected before `start`. */
export function createSlackPlatform(given: SlackOptions): SlackPlatform {
  const clock = given.clock ?? timeOfDay;
  const time = new SlackTime(() => clock().getTime());
  const options = { ...given, network: time.heardOn(given.network ?? DIRECT) };
  const { log } = options;
  const workspaces = workspacesOf(options);
  const display = displayOf(options, workspaces);
  const replier = new Replier({ display, deliveries: options.deliveries, log });
  const inFlight = new InFlight('Slack', log);
  const { app, door, receivers } = createBotApp(options, workspaces, time);
  const parts: HandlerParts = {
    options,
    workspaces,
    people: new People(log),
    pictures: new SlackPictures(apiOf(options)),
    replier,
    inFlight,
    line: new AnswerLine(),
    clock,
    time,
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
      if (options.connection.mode === 'http') await learnTime(time, options);
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
    answerOwed: (owed, sentenceFor) => answerOwed(parts, owed, sentenceFor),
  };
}

function workspacesOf(options: SlackOptions): Workspaces {
  const { authorisation, installations } = options;
  return new Workspaces({
    botToken: authorisation.kind === 'token' ? authorisation.botToken : null,
    secrets: authorisation.kind === 'oauth' ? authorisation : null,
    installations,
    ...apiOf(options),
  });
}

function displayOf(options: SlackOptions, workspaces: Workspaces): CardDisplay {
  const { deliveries, log, notifyAfterSeconds = NOTIFY_AFTER_SECONDS } = options;
  const [pictures, budget] = [new CardPictures(log), new EditBudget()];
  return new CardDisplay({ workspaces, pictures, deliveries, budget, log, notifyAfterSeconds });
}

/** Asks Slack anything, where workspaces only come later: what it signs until then is to be believed. */
async function learnTime(time: SlackTime, options: SlackOptions): Promise<void> {
  if (time.isKnown) return;
  await new webApi.WebClient(undefined, clientOptions(apiOf(options))).api.test().catch((err: unknown) => {
    options.log.warn({ err }, 'Slack does not tell its time; what it sends is judged by the clock of this machine');
  });
}
