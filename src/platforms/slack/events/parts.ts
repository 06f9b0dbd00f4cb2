import type { Context } from '@slack/bolt';
import type { AnswerLine, InFlight } from '../../../chat/controller/index.js';
import type { Debt } from '../../../chat/owed/index.js';
import type { Reply } from '../../../chat/replies/index.js';
import type { Clock, Origin } from '../../../core/index.js';
import type { SlackTime } from '../api/index.js';
import { type Asked, keyOf, owedTo, type Replier, type SlackContext, writeAddress } from '../deliver/index.js';
import type { SlackPictures } from '../pictures/index.js';
import type { SlackOptions } from '../slack-options.js';
import type { TeamRef, Workspace, Workspaces } from '../workspaces/index.js';
import type { People } from './people.js';

/** What every handler of events works with. */
export interface HandlerParts {
  options: SlackOptions;
  workspaces: Workspaces;
  people: People;
  pictures: SlackPictures;
  replier: Replier;
  inFlight: InFlight;
  line: AnswerLine;
  clock: Clock;
  time: Pick<SlackTime, 'beforeNow'>;
}

/** Who did something, and where; `threadTs` is null outside threads. */
export interface Happening {
  workspace: Workspace;
  userId: string;
  channelId: string;
  threadTs: string | null;
}

/** Who did something where, with nothing yet to answer by but the channel. */
export async function contextOf(
  { people, time }: HandlerParts,
  { workspace, userId, channelId, threadTs }: Happening,
  ways: Partial<SlackContext> = {},
): Promise<SlackContext> {
  const sinceTs = time.beforeNow;
  const actor = await people.actor(workspace, userId, channelId);
  return {
    workspace,
    actor,
    channelId,
    threadTs,
    sinceTs,
    responseUrl: null,
    triggerId: null,
    message: null,
    blocks: null,
    replacesOriginal: false,
    ...ways,
  };
}

/** A request as it came, which Slack wants to be acknowledged. */
export interface Arrival {
  /** For the log. */
  what: string;
  ack: () => Promise<void>;
  /** Who is owed an answer; null where that cannot be read. */
  asked: Asked | null;
}

/** Acknowledges a request, and works on its answer; until it is acknowledged, no answers begin. */
export async function handle(
  { inFlight, line, options }: HandlerParts,
  { what, ack, asked }: Arrival,
  work: () => Promise<void>,
): Promise<void> {
  const debt = asked === null ? null : options.owed.note(owedTo(asked));
  const done = line.arrived();
  try {
    await ack();
  } catch (error) {
    debt?.dropped();
    throw error;
  } finally {
    done();
  }
  await inFlight.run(what, () => paying(debt, work));
}

/** Works on an owed answer; when that fails, somebody else says so. */
export async function paying(debt: Debt | null, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    debt?.settled();
  } catch (error) {
    debt?.broken();
    throw error;
  }
}

/** The workspace that Bolt found an event to be of; null for one that names none. */
export const teamOf = ({ enterpriseId, teamId }: Context): TeamRef | null =>
  teamId === undefined ? null : { teamId, enterpriseId: enterpriseId ?? null };

/** Where a new generation goes: the same thread or channel. */
export const originOf = ({ workspace, actor, channelId, threadTs, sinceTs }: SlackContext, key: string): Origin => ({
  address: writeAddress({
    teamId: workspace.teamId,
    enterpriseId: workspace.enterpriseId,
    channelId,
    threadTs,
    sinceTs,
    userId: actor.userId,
    locale: actor.locale,
  }),
  idempotencyKey: keyOf(key),
});

/**
 * Asks the controller and shows its reply; what breaks is told to the person, with an id that the log has too.
 * @param isForm it opens a form, which Slack takes for three seconds only: that waits behind no others
 */
export async function answer(
  { line, options: { controller }, replier }: HandlerParts,
  context: SlackContext,
  ask: () => Promise<Reply>,
  isForm = false,
): Promise<void> {
  const failure = (error: unknown) => controller.failureReply(context.actor, error);
  const reply = await (isForm ? ask() : line.run(ask)).catch(failure);
  await replier.send(reply, context).catch((error: unknown) => replier.send(failure(error), context));
}
