import type { ChatPlatform } from '../../chat/platform.js';
import { apiOf, createBotApp } from './client/bot-app.js';
import { CardDisplay } from './deliver/card-display.js';
import { CardPictures } from './deliver/card-pictures.js';
import { EditBudget } from './deliver/edit-budget.js';
import { Replier } from './deliver/replier.js';
import { Handling } from './events/handling.js';
import { onCommands } from './events/on-commands.js';
import { onHome } from './events/on-home.js';
import { onInteractions } from './events/on-interactions.js';
import { onMessages } from './events/on-messages.js';
import { onReactions } from './events/on-reactions.js';
import type { HandlerParts } from './events/parts.js';
import { People } from './events/people.js';
import type { SlackOptions } from './options.js';
import { Workspaces } from './workspaces/workspaces.js';

const NOTIFY_AFTER_SECONDS = 20;

export interface SlackPlatform extends ChatPlatform {
  /** Port of the HTTP server once it listens; null where there is none. */
  readonly port: number | null;
}

/** Kaleido on Slack. Nothing is connected before `start`. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const { authorisation, controller, deliveries, installations, log } = options;
  const clock = options.clock ?? (() => new Date());
  const botToken = authorisation.kind === 'token' ? authorisation.botToken : null;
  const workspaces = new Workspaces({ botToken, installations, ...apiOf(options) });
  const display = new CardDisplay({
    workspaces,
    pictures: new CardPictures(log),
    deliveries,
    budget: new EditBudget(),
    log,
    notifyAfterSeconds: options.notifyAfterSeconds ?? NOTIFY_AFTER_SECONDS,
  });
  const replier = new Replier({ display, deliveries, log });
  const handling = new Handling(controller, replier, log);
  const { app, door, receivers } = createBotApp(options, workspaces, clock);
  const parts: HandlerParts = { options, workspaces, people: new People(log), replier, handling, clock };
  for (const register of [onMessages, onCommands, onInteractions, onReactions, onHome]) register(app, parts);
  app.error(async (err) => log.error({ err }, 'An event from Slack could not be handled'));

  return {
    platform: 'slack',
    get port() {
      return door?.port ?? null;
    },
    start: async () => {
      await workspaces.verify();
      await app.start();
    },
    stop: async () => {
      await app.stop();
      await handling.idle();
    },
    isReady: () => workspaces.isReady && receivers.isReady,
    show: (delivery, card, isFinal) => display.show(delivery, card, isFinal),
    withdraw: (delivery) => display.withdraw(delivery),
  };
}
