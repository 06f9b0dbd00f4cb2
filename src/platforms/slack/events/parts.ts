import type { Clock, Origin } from '../../../core/index.js';

import { type Replier, type ReplyContext, writeAddress } from '../deliver/index.js';

import type { SlackOptions } from '../options.js';
import type { Workspace, Workspaces } from '../workspaces/index.js';
import type { Handling } from './handling.js';
import type { People } from './people.js';

/** What every handler of events works with. */
export interface HandlerParts {
  options: SlackOptions;
  workspaces: Workspaces;
  people: People;
  replier: Replier;
  handling: Handling;
  clock: Clock;
}

export interface Happening {
  workspace: Workspace;
  userId: string;
  channelId: string;
  threadTs: string | null;
}

/** Who did something where, with nothing yet to answer by but the channel. */
export async function contextOf(
  { people }: HandlerParts,
  { workspace, userId, channelId, threadTs }: Happening,
  ways: Partial<ReplyContext> = {},
): Promise<ReplyContext> {
  const actor = await people.actor(workspace, userId, channelId);
  return {
    workspace,
    actor,
    channelId,
    threadTs,
    responseUrl: null,
    triggerId: null,
    message: null,
    blocks: null,
    replacesOriginal: false,
    ...ways,
  };
}

/** Where a new generation goes: the same thread or channel. */
export const originOf = ({ workspace, actor, channelId, threadTs }: ReplyContext, key: string): Origin => ({
  address: writeAddress({ teamId: workspace.teamId, channelId, threadTs, userId: actor.userId, locale: actor.locale }),
  idempotencyKey: `slack:${key}`,
});
