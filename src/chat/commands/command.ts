import type { Actor, Core, Origin } from '../../core/index.js';

import type { CardBuilder } from '../cards/index.js';
import type { MessageKey } from '../i18n/en/index.js';
import type { Translate } from '../i18n/index.js';
import type { PictureSource } from '../pictures/index.js';
import type { Reply } from '../replies/index.js';

/** Values of options as a platform hands them over: text from Slack or the terminal, typed ones from Discord. */
export type ArgumentValues = Readonly<Record<string, string | number | boolean | undefined>>;

interface OptionBase {
  /** Lower case, at most 32 characters; its text is `option.<command>.<name>` in the catalogue. */
  name: string;
  /** What earlier versions or other bots call it; read wherever somebody types the name. */
  formerName?: string;
  isRequired?: boolean;
  /** Nothing here can do it: it is offered nowhere, and read where somebody types it all the same. */
  isHidden?: boolean;
  /** It suggests values while one types. */
  suggest?: (context: SuggestContext) => Promise<{ value: string; label: string }[]>;
}

/** One option of a command. From this come Discord's options, Slack's flags, the terminal's flags and the help. */
export type OptionSpec =
  | (OptionBase & {
      type: 'text';
      maxLength: number;
      /** What a value looks like; a text in a chat that does not is a prompt that begins with a command's word. */
      pattern?: RegExp;
      /** It may be given several times in a text; the values then come as one, with line breaks between them. */
      isRepeatable?: boolean;
    })
  /** A file in a chat, a path in a terminal; the value is what `PictureSource.picture` takes. */
  | (OptionBase & { type: 'picture' })
  | (OptionBase & { type: 'integer'; min: number; max: number })
  | (OptionBase & { type: 'number'; min: number; max: number })
  | (OptionBase & { type: 'flag' })
  | (OptionBase & {
      type: 'choice';
      choices: readonly string[];
      /** Choices by other words that are read as them: what earlier versions called them. */
      formerly?: Readonly<Record<string, string>>;
      /** What looks like a choice, though it be none, where somebody types `name:value` among other words. */
      pattern?: RegExp;
    })
  /** A user, role or channel of the space; the value is the platform's id. */
  | (OptionBase & { type: 'user' | 'role' | 'channel' });

/** What runs: a command without subcommands, or one subcommand. */
export interface Executable {
  /** In the order that people see; required ones first, as Discord wants it. */
  options: readonly OptionSpec[];
  /** Name of the option that takes the words outside flags in Slack and the terminal, if any; any type but `flag`. */
  positional?: string;
  /**
   * It makes a grid for the channel to see; every other answer is for the person alone. Discord must know before it
   * runs.
   */
  makesGrid?: boolean;
  /**
   * It stands in the menu of messages under this name: its first picture option is the message's first picture, and
   * what else it needs is asked for.
   */
  messageMenu?: MessageKey;
  /** Calls for the help, as they are written in Slack and the terminal. */
  examples?: readonly string[];
  /** @param values checked and converted by the options' own schema */
  run(values: ArgumentValues, context: CommandContext): Promise<Reply>;
}

/** One command of the bot, declared once for all platforms. Its text is `command.<name>` in the catalogue. */
export interface CommandSpec {
  /** Lower case, 1–32 characters. */
  name: string;
  /** Shown to admins only where the platform can do that; the controller refuses it to others in any case. */
  isForAdmins?: boolean;
  /** Exactly one of the two. */
  execute?: Executable;
  subcommands?: Readonly<Record<string, Executable>>;
  /** The subcommand that is meant where words follow that name none: Discord has no such, and offers all by name. */
  defaultSubcommand?: string;
}

/** Who runs a command, where its grids go, and what it answers with. */
export interface CommandContext {
  actor: Actor;
  origin: Origin;
  core: Core;
  cards: CardBuilder;
  /** Fetches what the platform's people show the bot. */
  pictures: PictureSource;
  t: Translate;
  /** All commands, for `/help`. */
  commands: readonly CommandSpec[];
}

/** Who types an option, and what is typed of it. */
export interface SuggestContext {
  actor: Actor;
  core: Core;
  partial: string;
  /** All commands, for `/help`. */
  commands: readonly CommandSpec[];
}
