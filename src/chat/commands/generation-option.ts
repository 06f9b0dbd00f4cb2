import type { Actor, Core, Generation, GenerationStatus, Origin } from '../../core/index.js';
import { badArgument } from '../errors/index.js';
import type { ArgumentValues, CommandContext, OptionSpec } from './command.js';
import { withPrivacy } from './common-options.js';
import { suggestIds } from './suggestions.js';
import { readValues, type Values } from './values.js';

/** How many of the user's generations are looked through for the latest one of a conversation. */
const LOOK_BACK = 25;

/** Twelve characters of Crockford's base 32, as cards show them; people may write them in capitals and with a `#`. */
const ID_PATTERN = /^#?[0-9a-hjkmnp-tv-z]{12}$/i;

/** Which generation is meant; the actor's latest one in the conversation when it is absent. */
export const ID: OptionSpec = { name: 'id', type: 'text', maxLength: 13, pattern: ID_PATTERN, suggest: suggestIds };

/** A grid that must be named: the latest is never meant silently. */
export const REQUIRED_ID: OptionSpec = { ...ID, isRequired: true };

/**
 * The generation that a command is about: the one of its `id` option, or the actor's latest one in this very channel or
 * thread.
 *
 * @param status only those count as the latest that are in one of these
 * @throws CoreError `generation_unknown`, or `bad_value` when there is no latest one
 */
export async function findGeneration(
  { actor, core }: CommandContext,
  values: Values,
  status?: readonly GenerationStatus[],
): Promise<Generation> {
  const id = values.text('id');
  if (id !== undefined) return core.show(actor, toId(id));
  const recent = await core.history(actor, { mine: true, limit: LOOK_BACK });
  const latest = recent.find(
    (one) => one.conversationId === actor.conversationId && (status === undefined || status.includes(one.status)),
  );
  if (latest === undefined) throw badArgument('id', { why: 'no_latest' });
  return latest;
}

/** What a command is given that makes a new grid of another. */
export interface GridToUse {
  values: Values;
  actor: Actor;
  core: Core;
  generation: Generation;
  /** Where the new grid goes. */
  origin: Origin;
}

/** Reads what `ID` and `PRIVATE` say, and finds the grid, as `findGeneration` does. */
export async function gridToUse(
  raw: ArgumentValues,
  context: CommandContext,
  status: readonly GenerationStatus[] = ['done', 'planned'],
): Promise<GridToUse> {
  const { actor, core } = context;
  const values = readValues(raw);
  const origin = withPrivacy(context.origin, values);
  return { values, actor, core, generation: await findGeneration(context, values, status), origin };
}

/** The id without what people put around it. */
export function toId(text: string): string {
  return text.replace(/^#/, '').toLowerCase();
}

/**
 * The index of a generation's cell: the given one, or its only one.
 * @param cell from 1, as people count
 * @throws CoreError `bad_value` when there are several and none was given
 */
export function cellIndex(generation: Generation, cell: number | undefined): number {
  if (cell !== undefined) return cell - 1;
  if (generation.settings.count === 1) return 0;
  throw badArgument('cell', { why: 'no_cell', count: generation.settings.count });
}
