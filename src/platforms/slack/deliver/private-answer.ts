import type { Actor, MessageRef } from '../../../core/index.js';
import type { Network } from '../../../network/index.js';
import { refusalCode } from '../api/index.js';
import type { CardContent } from '../render/index.js';
import type { Workspace } from '../workspaces/index.js';
import { isDirect } from './address.js';
import { directChannel, type KeptMessage, post } from './posting.js';
import { patiently } from './rate-limits.js';

/** What an event was about, and the ways to answer it. */
export interface SlackContext {
  workspace: Workspace;
  actor: Actor;
  channelId: string;
  threadTs: string | null;
  /** A `ts` that all answers to it are later than; null where Slack's clock is not known. */
  sinceTs: string | null;
  /** Answers seen by one person only, also where the bot is no member; null for events and modals. */
  responseUrl: string | null;
  /** Opens a modal within three seconds; null for events. */
  triggerId: string | null;
  /** The bot's message that it came from; null when there is none, or only one person sees it. */
  message: MessageRef | null;
  /** Blocks of that message, when the event brought them. */
  blocks: KeptMessage['blocks'] | null;
  /** The answer takes the place of the message for one person that it came from. */
  replacesOriginal: boolean;
}

/**
 * Answers one person: by the response URL, as a message that only they see, or in their direct messages.
 * @throws WebAPICallError when Slack takes none of these
 */
export async function answerPrivately(content: CardContent, context: SlackContext): Promise<void> {
  const { actor, channelId, replacesOriginal, responseUrl, threadTs, workspace } = context;
  if (isDirect(channelId) && !replacesOriginal) {
    await patiently(() => post(workspace, { channelId, threadTs }, content));
    return;
  }
  const { network } = workspace;
  const isAnswered =
    responseUrl !== null && (await respondByUrl(network, responseUrl, content, threadTs, replacesOriginal));
  if (isAnswered) return;
  try {
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    const message = { channel: channelId, user: actor.userId, ...thread, ...content };
    await patiently(() => workspace.client.chat.postEphemeral(message));
  } catch (error) {
    if (refusalCode(error) === null) throw error;
    const direct = { channelId: await directChannel(workspace, actor.userId), threadTs: null };
    await patiently(() => post(workspace, direct, content));
  }
}

const TIMEOUT_MS = 10_000;

/**
 * Answers by a response URL, to the person alone (https://docs.slack.dev/interactivity/handling-user-interaction). It
 * takes five answers within half an hour.
 *
 * @param replacesOriginal takes the place of the message that the URL came with
 * @returns whether Slack took it
 */
async function respondByUrl(
  { fetch }: Pick<Network, 'fetch'>,
  url: string,
  { text, blocks }: CardContent,
  threadTs: string | null,
  replacesOriginal: boolean,
): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: replacesOriginal,
        text,
        blocks,
        ...(threadTs === null ? {} : { thread_ts: threadTs }),
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
