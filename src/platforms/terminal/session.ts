import { setTimeout as sleep } from 'node:timers/promises';
import type { Action } from '../../chat/cards/index.js';
import { type CommandSpec, parseCommandText } from '../../chat/commands/index.js';
import { type Controller, meaningOf } from '../../chat/controller/index.js';
import type { Translate } from '../../chat/i18n/index.js';
import { orRefusal, type Reply } from '../../chat/replies/index.js';
import { plainLine } from '../../chat/text/index.js';
import { timeOfDay } from '../../core/basics/index.js';
import type { Actor, MessageRef } from '../../core/index.js';
import { fillForm, printReply } from './answers.js';
import { readLine } from './line.js';
import type { Pages } from './pages.js';
import type { Prompt } from './prompt.js';
import type { Running } from './running.js';
import { SHOWN_PICTURES } from './shown-pictures.js';
import { actionName } from './window/index.js';

/** Id of the one channel and the one space that a terminal has. */
export const PLACE = 'terminal';

/** What lines that name no command are. */
const DEFAULT_COMMAND = 'imagine';

const TRY_EVERY_MS = 100;
const MOST_TRIES = 20;

/** Whose stay it is, and with what. */
export interface SessionOptions {
  actor: Actor;
  controller: Controller;
  commands: readonly CommandSpec[];
  t: Translate;
  prompt: Prompt;
  pages: Pages;
  running: Running;
  /** Whether lines wait for the results of those before. */
  isInOrder: boolean;
}

/** One person's stay: reads lines, asks the controller, prints what comes back. */
export class Session {
  readonly #options: SessionOptions;
  readonly #origin = { address: {}, idempotencyKey: null };

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Resolves when the person leaves or the input ends. */
  async run(): Promise<void> {
    const { isInOrder, prompt, running, t } = this.#options;
    for (let line = await prompt.next(); line !== null; line = await prompt.next()) {
      const text = line;
      if (!(await this.#survive(() => this.#handle(text)))) break;
      if (isInOrder) await running.settled();
    }
    if (running.ids().length > 0) prompt.print(t('terminal.later'));
    prompt.close();
  }

  /** Cancels what runs; leaves when nothing does. */
  interrupt(): void {
    const { prompt, running } = this.#options;
    const id = running.ids().at(-1);
    if (id === undefined) prompt.close();
    else
      void this.#survive(async () => {
        await this.#show(await this.#invoke(`/cancel ${id}`));
        return true;
      });
  }

  /** Returns false when the person leaves. */
  async #handle(text: string): Promise<boolean> {
    const { pages, prompt, t } = this.#options;
    const line = readLine(text, pages.actions());
    switch (line.type) {
      case 'empty':
        return true;
      case 'exit':
        return false;
      case 'press':
        await this.#show(await this.#act(line.action.id, line.values, {}));
        return true;
      case 'menu':
        pages.menu(line.menu, line.number);
        return true;
      case 'wrong-press':
        prompt.print(t('terminal.wrong_press', { pressed: plainLine(line.pressed), names: namesOf(pages.actions()) }));
        return true;
      case 'react':
        await this.#react(line.emoji, line.isAdded, line.id);
        return true;
      case 'command':
        await this.#show(await this.#invoke(line.text));
        return true;
    }
  }

  #invoke(text: string): Promise<Reply> {
    const { actor, commands, controller } = this.#options;
    return this.#answer(() => {
      const { path, values } = parseCommandText(commands, text, DEFAULT_COMMAND, mentioned);
      return controller.invoke({ actor, path, values, pictures: SHOWN_PICTURES, origin: this.#origin });
    });
  }

  #act(id: string, values: readonly string[], fields: Readonly<Record<string, string>>): Promise<Reply> {
    const { actor, controller, pages } = this.#options;
    const message = refOf(pages.generationId());
    return this.#answer(() => controller.act({ actor, id, values, fields, message, origin: this.#origin }));
  }

  async #react(emoji: string, isAdded: boolean, id: string | null): Promise<void> {
    const { actor, controller, isInOrder, pages, prompt, t } = this.#options;
    const message = refOf(id ?? pages.latestId());
    if (message === null) return prompt.print(t('terminal.no_card'));
    const event = { actor, message, emoji, isAdded, origin: this.#origin };
    let reply = await this.#answer(() => controller.react(event));
    // The delivery loop records which message shows a grid a moment after it is shown; a pipe's next line may be
    // faster. Reacting twice is the same as once.
    const isPossible = isInOrder && isAdded && meaningOf(emoji) !== null;
    for (let tries = 0; isPossible && reply.type === 'none' && tries < MOST_TRIES; tries++) {
      await sleep(TRY_EVERY_MS);
      reply = await this.#answer(() => controller.react(event));
    }
    await this.#show(reply);
  }

  /** The answer to something, whatever happens. */
  async #answer(ask: () => Promise<Reply>): Promise<Reply> {
    const { actor, controller, t } = this.#options;
    try {
      return await orRefusal(ask, { t, locale: actor.locale, now: timeOfDay() });
    } catch (error) {
      return controller.failureReply(actor, error);
    }
  }

  async #show(reply: Reply): Promise<void> {
    if (reply.type !== 'modal') return printReply(reply, this.#options);
    const { id } = reply.modal;
    const filled = await fillForm(reply.modal, this.#options.prompt, this.#options.t);
    if (filled !== null) await this.#show(await this.#act(id, [], filled));
  }

  /** What cannot even be shown is told of; the next line has its turn all the same. */
  async #survive(task: () => Promise<boolean>): Promise<boolean> {
    const { actor, controller, prompt } = this.#options;
    try {
      return await task();
    } catch (error) {
      const { blocks } = controller.failureReply(actor, error);
      prompt.print(blocks.map((block) => (block.type === 'text' ? plainLine(block.text) : '')).join('\n'));
      return true;
    }
  }
}

/** The message that shows a generation in the one channel there is. */
function refOf(id: string | null): MessageRef | null {
  return id === null ? null : { channelId: PLACE, messageId: id };
}

/** What people write before names in chats. */
function mentioned(text: string): string {
  return text.replace(/^[@#]/, '');
}

function namesOf(actions: readonly Action[]): string {
  return actions.map((action, i) => `${i + 1} ${actionName(action)}`).join(', ') || '–';
}
