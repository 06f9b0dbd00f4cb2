import { type ActionVerb, opensModal, parseActionId } from '../../../chat/cards/index.js';
import type { CommandSpec, Executable } from '../../../chat/commands/index.js';
import { ownValue } from '../../../engine/basics/index.js';

/** Actions that ask for a new grid, which gets a message of its own. */
const NEW_GRID: ReadonlySet<ActionVerb> = new Set([
  'reroll-all',
  'reroll',
  'variations',
  'edit',
  'splice',
  'paint',
  'retry',
]);

/**
 * How an action is to be acknowledged before its answer is known: not at all when it opens a form, with a message of its own when
 * it asks for a grid, silently otherwise; then whatever is answered, even in private, can follow.
 *
 * @param isSubmission it is the form that comes back, not the button that opens it
 */
export function acknowledgementOf(actionId: string, isSubmission: boolean): 'none' | 'reply' | 'update' {
  if (!isSubmission && opensModal(actionId)) return 'none';
  const verb = parseActionId(actionId)?.verb;
  return verb !== undefined && NEW_GRID.has(verb) ? 'reply' : 'update';
}

/** Whether the channel may see what a command answers: grids; the rest is for the person alone. */
export function isForChannel(commands: readonly CommandSpec[], path: string): boolean {
  return executableOf(commands, path)?.makesGrid ?? false;
}

function executableOf(commands: readonly CommandSpec[], path: string): Executable | undefined {
  const [name, subcommand] = path.split(' ');
  const command = commands.find((one) => one.name === name);
  return subcommand === undefined ? command?.execute : ownValue(command?.subcommands, subcommand);
}
