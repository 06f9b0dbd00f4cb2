import type { Readable, Writable } from 'node:stream';
import type { CommandSpec } from '../../chat/commands/index.js';
import type { Controller } from '../../chat/controller/index.js';
import { createTranslator } from '../../chat/i18n/index.js';
import { type ChatPlatform, DeliveryError } from '../../chat/index.js';
import { NO_RIGHTS } from '../../core/access/index.js';
import type { Actor } from '../../core/index.js';
import { complete } from './completion.js';
import type { DrawPicture } from './inline-picture.js';
import { USUAL_HEIGHT, USUAL_WIDTH } from './page.js';
import { createPages } from './pages.js';
import { plainLine } from './plain.js';
import { openPrompt } from './prompt.js';
import { renderProgress } from './render.js';
import { createRunning } from './running.js';
import { createSession, PLACE } from './session.js';
import { createStyle } from './style.js';

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

export interface Terminal extends ChatPlatform {
  /** Resolves when the person leaves, or the input ends and everything that a pipe asked for is shown. */
  readonly closed: Promise<void>;
}

/** A result that comes when the terminal is closed waits for the next start. */
const CLOSED_RETRY_MS = 1_000;

/** The chat in a terminal: what Discord and Slack do, with lines for messages and numbers for buttons. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { controller, commands, input, output, isInteractive, isColour, folder, drawPicture, userName, locale } =
    options;
  const t = createTranslator(locale);
  const actor: Actor = {
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
  const suggest = (path: string, option: string, partial: string) => controller.suggest(actor, path, option, partial);
  const page = {
    // Read for every page: windows change their size, and some terminals say 0.
    get width() {
      return output.columns || USUAL_WIDTH;
    },
    get height() {
      return isInteractive ? output.rows || USUAL_HEIGHT : Number.POSITIVE_INFINITY;
    },
    style: createStyle(isColour),
    t,
  };

  const open = () => {
    const running = createRunning();
    const prompt = openPrompt({
      input,
      output,
      isInteractive,
      complete: (line) => complete(commands, line, suggest),
      onInterrupt: () => session.interrupt(),
    });
    const pages = createPages({ page, folder, drawPicture, print: prompt.print });
    const session = createSession({ ...options, actor, t, prompt, pages, running, isInOrder: !isInteractive });
    return { prompt, pages, running, session };
  };

  let opened: (ReturnType<typeof open> & { over: Promise<void> }) | undefined;
  let leave: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    leave = resolve;
  });

  return {
    platform: 'terminal',
    closed,
    async start() {
      const parts = open();
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
      const { prompt, pages, running } = opened;
      if (isFinal) {
        prompt.status(null);
        await pages.card(card, true);
        running.ended(generationId);
      } else {
        const bar = card.progress === null ? '' : renderProgress(card.progress);
        prompt.status([bar, plainLine(card.status ?? '')].join(' ').trim() || null);
      }
      return { channelId: PLACE, messageId: generationId };
    },
    // What was printed, nobody takes back.
    withdraw: async () => true,
  };
}
