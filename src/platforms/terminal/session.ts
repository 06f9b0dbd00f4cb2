import { setTimeout as sleep } from 'node:timers/promises';
import type { Action, Modal } from '../../chat/cards/index.js';
import { type CommandSpec, parseCommandText } from '../../chat/commands/index.js';

import { type Controller, meaningOf } from '../../chat/controller/index.js';

import type { Translate } from '../../chat/i18n/index.js';
import { orRefusal, type Reply } from '../../chat/replies/index.js';
import { plainLine } from '../../chat/text/index.js';
import type { Actor, MessageRef } from '../../core/index.js';
import { setOwnValue } from '../../engine/basics/index.js';
import { readLine } from './line.js';
import { actionName } from './page.js';
import type { Pages } from './pages.js';
import type { Prompt } from './prompt.js';
import type { Running } from './running.js';

/** Id of the one channel and the one space that a terminal has. */
export const PLACE = 'terminal';

/** What lines that name no command are. */
const DEFAULT_COMMAND = 'imagine';

const TRY_EVERY_MS = 100;
const MOST_TRIES = 20;

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
export interface Session {
  /** Resolves when the person leaves or the input ends. */
  run(): Promise<void>;
  /** Cancels what runs; leaves when nothing does. */
  interrupt(): void;
}

export function createSession(options: SessionOptions): Session {
  const { actor, controller, commands, t, prompt, pages, running, isInOrder } = options;
  const origin = { address: {}, idempotencyKey: null };
  const refOf = (id: string | null): MessageRef | null => (id === null ? null : { channelId: PLACE, messageId: id });

  /** The answer to something, whatever happens. */
  const answer = async (ask: () => Promise<Reply>): Promise<Reply> => {
    try {
      return await orRefusal(ask, { t, locale: actor.locale, now: new Date() });
    } catch (error) {
      return controller.failureReply(actor, error);
    }
  };

  const show = async (reply: Reply): Promise<void> => {
    switch (reply.type) {
      case 'accepted':
        running.began(reply.card.generationId);
        prompt.print([reply.card.status, ...reply.card.notices].filter(isText).map(plainLine).join('\n'));
        return;
      case 'card':
        return pages.card(reply.card, false);
      case 'message':
        return pages.message(reply);
      case 'modal':
        return fill(reply.modal);
      case 'remove':
        return prompt.print(plainLine(reply.text));
      case 'none':
        return;
    }
  };

  /** Asks for the fields of a form one by one. */
  const fill = async (modal: Modal): Promise<void> => {
    prompt.print(`${plainLine(modal.title)}\n${t('terminal.form')}`);
    const fields: Record<string, string> = {};
    for (const { id, label, value, placeholder, maxLength } of modal.fields) {
      const hint = value === '' ? placeholder : value;
      const question = `${plainLine(label)}${hint === '' ? '' : ` (${plainLine(hint)})`}:`;
      const line = await prompt.ask(question, plainLine(value));
      if (line === null) return;
      const given = prompt.isPrefilled || line !== '' ? line : value;
      setOwnValue(fields, id, given.trim() === '-' ? '' : given.slice(0, maxLength));
    }
    await show(await act(modal.id, [], fields));
  };

  const act = (id: string, values: readonly string[], fields: Readonly<Record<string, string>>) =>
    answer(() => controller.act({ actor, id, values, fields, message: refOf(pages.generationId()), origin }));

  const react = async (emoji: string, isAdded: boolean, id: string | null): Promise<void> => {
    const message = refOf(id ?? pages.latestId());
    if (message === null) return prompt.print(t('terminal.no_card'));
    const event = { actor, message, emoji, isAdded, origin };
    let reply = await answer(() => controller.react(event));
    // The delivery loop records which message shows a grid a moment after it is shown; a pipe's next line may be faster. Reacting
    // twice is the same as once.
    const isPossible = isInOrder && isAdded && meaningOf(emoji) !== null;
    for (let tries = 0; isPossible && reply.type === 'none' && tries < MOST_TRIES; tries++) {
      await sleep(TRY_EVERY_MS);
      reply = await answer(() => controller.react(event));
    }
    await show(reply);
  };

  const invoke = (text: string) =>
    answer(() => {
      const { path, values } = parseCommandText(commands, text, DEFAULT_COMMAND, mentioned);
      return controller.invoke({ actor, path, values, origin });
    });

  /** Returns false when the person leaves. */
  const handle = async (text: string): Promise<boolean> => {
    const line = readLine(text, pages.actions());
    switch (line.type) {
      case 'empty':
        return true;
      case 'exit':
        return false;
      case 'press':
        await show(await act(line.action.id, line.values, {}));
        return true;
      case 'menu':
        pages.menu(line.menu, line.number);
        return true;
      case 'wrong-press':
        prompt.print(t('terminal.wrong_press', { pressed: plainLine(line.pressed), names: namesOf(pages.actions()) }));
        return true;
      case 'react':
        await react(line.emoji, line.isAdded, line.id);
        return true;
      case 'command':
        await show(await invoke(line.text));
        return true;
    }
  };

  /** What cannot even be shown is told of; the next line has its turn all the same. */
  const survive = async (task: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await task();
    } catch (error) {
      const { blocks } = controller.failureReply(actor, error);
      prompt.print(blocks.map((block) => ('text' in block ? plainLine(block.text) : '')).join('\n'));
      return true;
    }
  };

  return {
    async run() {
      for (let line = await prompt.next(); line !== null; line = await prompt.next()) {
        const text = line;
        if (!(await survive(() => handle(text)))) break;
        if (isInOrder) await running.settled();
      }
      if (running.ids().length > 0) prompt.print(t('terminal.later'));
      prompt.close();
    },
    interrupt() {
      const id = running.ids().at(-1);
      if (id === undefined) prompt.close();
      else
        void survive(async () => {
          await show(await invoke(`/cancel ${id}`));
          return true;
        });
    },
  };
}

function isText(text: string | null): text is string {
  return text !== null && text !== '';
}

/** What people write before names in chats. */
function mentioned(text: string): string {
  return text.replace(/^[@#]/, '');
}

function namesOf(actions: readonly Action[]): string {
  return actions.map((action, i) => `${i + 1} ${actionName(action)}`).join(', ') || '–';
}
