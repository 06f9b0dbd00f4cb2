import { type ActionVerb, opensModal, parseActionId } from '../../../chat/cards/index.js';
import type { CommandSpec, Executable } from '../../../chat/commands/index.js';
import type { OwedAnswers } from '../../../chat/owed/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { Actor, Core } from '../../../core/index.js';
import { ownValue } from '../../../engine/basics/index.js';
import { describe, problemOf } from '../client/index.js';
import { type Acknowledged, type DiscordApi, type Exchange, owedByInteraction } from '../deliver/index.js';

/** Of the three seconds for a first response. */
const FORM_PATIENCE_MS = 1_800;

/** Actions that ask for a new grid, which gets a message of its own. */
const NEW_GRID: ReadonlySet<ActionVerb> = new Set([
  'reroll-all',
  'reroll',
  'variations',
  'upscale',
  'edit',
  'splice',
  'paint',
  'retry',
  'imagine',
  'pack-redo',
]);

/**
 * How an action is to be acknowledged before its answer is known: not at all when it opens a form, with a message of
 * its own when it asks for a grid, silently otherwise; then whatever is answered, even in private, can follow.
 *
 * @param isSubmission it is the form that comes back, not the button that opens it
 */
export function acknowledgementOf(actionId: string, isSubmission: boolean): 'none' | 'reply' | 'update' {
  if (!isSubmission && opensModal(actionId)) return 'none';
  const verb = parseActionId(actionId)?.verb;
  return verb !== undefined && NEW_GRID.has(verb) ? 'reply' : 'update';
}

/** Whether what an action asks for is for whom it would be if it were typed, whoever sees the button. */
export function isAskedAnew(actionId: string): boolean {
  return parseActionId(actionId)?.verb === 'imagine';
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

/** What is left of the three seconds goes to the acknowledgement itself. */
const PRIVACY_PATIENCE_MS = 800;

/** Whether grids that the actor asks for are private by the actor's settings or the channel's policy. */
export type PrivacyOf = (actor: Actor, asked: boolean | undefined) => Promise<boolean>;

/**
 * Discord wants to know whether an answer is ephemeral before anything else is known. Looks up what core will decide;
 * when the database is slow the answer is taken for public, and a private card replaces its empty place later (see
 * `CardDisplay`).
 *
 * @param patienceMs how long to wait for the database
 */
export function createPrivacy(
  core: Pick<Core, 'settings' | 'policy'>,
  log: Log,
  patienceMs = PRIVACY_PATIENCE_MS,
): PrivacyOf {
  return async (actor, asked) => {
    if (asked === true) return true;
    const known = Promise.all([core.settings(actor), core.policy(actor)]).then(
      ([settings, policy]) => policy.isPrivate || (asked ?? settings.isPrivate ?? false),
      (error: unknown) => {
        log.warn({ problem: describe(error) }, 'Discord: privacy could not be looked up');
        return false;
      },
    );
    return within(known, patienceMs, false);
  };
}

/** What interactions are acknowledged with. */
export interface AcknowledgeDeps {
  api: DiscordApi;
  owed: OwedAnswers;
}

/** Acknowledges with "Kaleido is thinking…", which the answer replaces. @param isPrivate settles it for good */
export async function deferReply(deps: AcknowledgeDeps, exchange: Exchange, isPrivate: boolean): Promise<void> {
  await acknowledge(deps, exchange, { kind: 'reply', isPrivate });
  exchange.address.isPrivate = isPrivate;
}

/** Acknowledges the use of a component without showing anything; answers follow up. */
export function deferUpdate(deps: AcknowledgeDeps, exchange: Exchange): Promise<void> {
  return acknowledge(deps, exchange, { kind: 'update' });
}

/** Acknowledges an interaction for which nothing better is known. */
export function acknowledgeSilently(deps: AcknowledgeDeps, exchange: Exchange): Promise<void> {
  return acknowledge(
    deps,
    exchange,
    exchange.source === null ? { kind: 'reply', isPrivate: true } : { kind: 'update' },
  );
}

async function acknowledge({ api, owed }: AcknowledgeDeps, exchange: Exchange, as: Acknowledged): Promise<void> {
  // Beside it: a process that is killed once Discord has it has noted it long before.
  const debt = owed.note(owedByInteraction(exchange, as.kind));
  try {
    if (as.kind === 'reply') await api.deferReply(exchange.ref, as.isPrivate);
    else await api.deferUpdate(exchange.ref);
  } catch (error) {
    // Discord may have it all the same where it was only not heard of.
    if (problemOf(error, true) === 'passing') debt.broken();
    else debt.dropped();
    throw error;
  }
  exchange.debt = debt;
  exchange.onAcknowledged();
  exchange.acknowledged = as;
}

/** Whether an answer that may open a form takes so long that only an acknowledgement is still in time. */
export function isSlow(reply: Promise<unknown>): Promise<boolean> {
  return within(
    reply.then(() => false),
    FORM_PATIENCE_MS,
    true,
  );
}

/** What comes of a promise in so many milliseconds, and what else is to be taken for it after them. */
async function within<R>(promise: Promise<R>, ms: number, late: R): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<R>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}
