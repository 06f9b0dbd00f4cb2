import type { Actor, MessageRef, Origin } from '../../core/index.js';

import type { ArgumentValues } from '../commands/index.js';
import type { PictureSource } from '../pictures/index.js';
import type { Reply } from '../replies/index.js';

/** One call of a command, parsed by an adapter. */
export interface Invocation {
  actor: Actor;
  /** Command and, where it has some, subcommand: `imagine`, `quota set`. */
  path: string;
  /** Raw values by option name, as the platform gave them; the controller checks them. */
  values: ArgumentValues;
  /** Where what is shown to the bot comes from; absent where nothing can be. */
  pictures?: PictureSource;
  origin: Origin;
}

/** A press, a choice or a submitted form. */
export interface ActionEvent {
  actor: Actor;
  /** The action's or modal's id. */
  id: string;
  /** Chosen values of a select; empty for a button. */
  values: readonly string[];
  /** Submitted fields of a modal by field id; empty otherwise. */
  fields: Readonly<Record<string, string>>;
  /** The message that carries the action, when the platform tells. */
  message: MessageRef | null;
  origin: Origin;
}

/** An emoji put on, or taken off, a message that shows a generation. */
export interface ReactionEvent {
  actor: Actor;
  message: MessageRef;
  /** Unicode emoji. Adapters translate the platform's names (`:repeat:`) first. */
  emoji: string;
  isAdded: boolean;
  origin: Origin;
}

/**
 * Turns what people do, on any platform, into use cases and what comes of it into replies. Never throws for what a
 * person did: refusals come back as private error messages. Anything thrown is a bug or an outage, answered by adapters
 * with
 * `failureReply`.
 */
export interface Controller {
  invoke(invocation: Invocation): Promise<Reply>;
  act(event: ActionEvent): Promise<Reply>;
  /** `none` for reactions that mean nothing or messages that show no generation. */
  react(event: ReactionEvent): Promise<Reply>;
  /**
   * Up to 25 suggestions for the option that is being typed.
   * @param partial what has been typed so far
   */
  suggest(actor: Actor, path: string, option: string, partial: string): Promise<{ value: string; label: string }[]>;
  /**
   * What the home page of a user shows (Slack's Home tab, `/history` with `/quota`): recent generations, pins, quota.
   */
  home(actor: Actor): Promise<Reply & { type: 'message' }>;
  /** What to tell a person when something broke, with an id that the log has too. */
  failureReply(actor: Actor, error: unknown): Reply & { type: 'message' };
}
