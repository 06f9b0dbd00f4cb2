import type { Readable, Writable } from 'node:stream';
import type { Card } from '../../chat/cards/index.js';
import type { CommandSpec } from '../../chat/commands/index.js';
import type { Controller } from '../../chat/controller/index.js';
import { createTranslator, type Translate } from '../../chat/i18n/index.js';
import { type ChatPlatform, DeliveryError } from '../../chat/index.js';
import { plainLine } from '../../chat/text/index.js';
import { NO_RIGHTS } from '../../core/access/index.js';
import type { Actor } from '../../core/index.js';
import { complete } from './completion.js';
import { createPages, type Pages } from './pages.js';
import { openPrompt, type Prompt } from './prompt.js';
import { renderProgress } from './render.js';
import { createRunning, type Running } from './running.js';
import { PLACE, Session } from './session.js';
import { createStyle, type DrawPicture, type Page, USUAL_HEIGHT, USUAL_WIDTH } from './window/index.js';

/** Who sits at which terminal. */
export interface TerminalOptions {
  controller: Controller;
  commands: readonly CommandSpec[];
  input: Readable;
  output: Writable & { columns?: number; rows?: number };
  /** A person types; false for a pipe, whose lines wait for each other's results. */
  isInteractive: boolean;
  /** False where NO_COLOR is set or the output is no terminal. */
  isColour: boolean;
  drawPicture: DrawPicture;
  /** Folder that pictures are written to. */
  folder: string;
  /** Name of the person at the terminal, who is an admin there. */
  userName: string;
  /** BCP 47 tag. */
  locale: string;
}

/** The platform, and when it is left. */
export interface Terminal extends ChatPlatform {
  /** Resolves when the person leaves, or the input ends and everything that a pipe asked for is shown. */
  readonly closed: Promise<void>;
}

/** A result that comes when the terminal is closed waits for the next start. */
const CLOSED_RETRY_MS = 1_000;

/** The chat in a terminal: what Discord and Slack do, with lines for messages and numbers for buttons. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { isInteractive, folder, locale } = options;
  const t = createTranslator(locale);
  let opened: (Opened & { over: Promise<void> }) | undefined;
  let leave: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    leave = resolve;
  });

  return {
    platform: 'terminal',
    progressEveryMs: 200,
    closed,
    async start() {
      const parts = openSession(options, t);
      if (isInteractive) parts.prompt.print(t('terminal.welcome', { folder }));
      opened = { ...parts, over: parts.session.run().finally(leave) };
      // Whoever stops the terminal hears of it; until then it is no unhandled rejection.
      opened.over.catch(() => {});
    },
    async stop() {
      opened?.prompt.close();
      opened?.running.giveUp();
      await opened?.over;
      opened = undefined;
    },
    isReady: () => opened !== undefined,
    async show({ generationId }, card, isFinal) {
      if (opened === undefined) {
        if (isFinal) throw new DeliveryError(CLOSED_RETRY_MS, { why: 'closed' });
        return null;
      }
      await (isFinal ? showResult(opened, card) : showProgress(opened, card));
      return { channelId: PLACE, messageId: generationId };
    },
    // What was printed, nobody takes back.
    withdraw: async () => true,
  };
}

/** What serves one stay of a person. */
interface Opened {
  prompt: Prompt;
  pages: Pages;
  running: Running;
  session: Session;
}

function openSession(options: TerminalOptions, t: Translate): Opened {
  const { controller, commands, input, output, isInteractive, folder, drawPicture, userName, locale } = options;
  const actor = actorAt(userName, locale);
  const suggest = (path: string, option: string, partial: string) => controller.suggest(actor, path, option, partial);
  const running = createRunning();
  const prompt = openPrompt({
    input,
    output,
    isInteractive,
    complete: (line) => complete(commands, line, suggest),
    onInterrupt: () => session.interrupt(),
  });
  const pages = createPages({ page: pageOn(options, t), folder, drawPicture, print: prompt.print });
  const session = new Session({ ...options, actor, t, prompt, pages, running, isInOrder: !isInteractive });
  return { prompt, pages, running, session };
}

/** The person at the terminal, who is an admin there. */
function actorAt(userName: string, locale: string): Actor {
  return {
    platform: 'terminal',
    realm: 'terminal',
    userId: userName,
    userName,
    place: 'space',
    spaceId: PLACE,
    channelId: PLACE,
    conversationId: PLACE,
    // There is one channel.
    channels: { isOpen: async () => true, rightsIn: async () => NO_RIGHTS },
    roleIds: [],
    isAdmin: true,
    isModerator: true,
    locale,
  };
}

/** How to print on an output; its size is read for every page: windows change theirs, and some terminals say 0. */
function pageOn({ output, isInteractive, isColour }: TerminalOptions, t: Translate): Page {
  return {
    get width() {
      return output.columns || USUAL_WIDTH;
    },
    get height() {
      return isInteractive ? output.rows || USUAL_HEIGHT : Number.POSITIVE_INFINITY;
    },
    style: createStyle(isColour),
    t,
  };
}

async function showResult({ prompt, pages, running }: Opened, card: Card): Promise<void> {
  prompt.status(null);
  await pages.card(card, true);
  running.ended(card.generationId);
}

async function showProgress({ prompt }: Opened, { progress, status }: Card): Promise<void> {
  const bar = progress === null ? '' : renderProgress(progress);
  prompt.status([bar, plainLine(status ?? '')].join(' ').trim() || null);
}
