import { z } from 'zod';
import type { MessageRef } from '../../../core/index.js';
import { isClosed, refusalCode } from '../api/index.js';
import { type CardContent, pictureIn } from '../render/index.js';
import type { Workspace } from '../workspaces/index.js';
import { generationOfFile } from './card-pictures.js';
import { deleteFile } from './files.js';

/** A place to post: a channel, or a thread in it. */
export interface Place {
  channelId: string;
  threadTs: string | null;
}

/** Nothing that people wrote is parsed for names or links, and no link is unfolded. */
const QUIET = { parse: 'none', link_names: false } as const;

const posted = z.object({ channel: z.string(), ts: z.string() });

/**
 * Posts a message.
 * @param deliveryId written into the message's metadata, by which a retry finds it
 * @throws WebAPICallError
 */
export async function post(
  { client }: Workspace,
  { channelId, threadTs }: Place,
  { text, blocks }: CardContent,
  deliveryId: string | null = null,
): Promise<MessageRef> {
  const answer = await client.chat.postMessage({
    channel: channelId,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    text,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    ...QUIET,
    ...(deliveryId === null ? {} : { metadata: { event_type: CARD_EVENT, event_payload: { delivery: deliveryId } } }),
  });
  const { channel, ts } = posted.parse(answer);
  return { channelId: channel, messageId: ts };
}

/** Changes a message of the bot. @throws WebAPICallError */
export async function edit({ client }: Workspace, ref: MessageRef, { text, blocks }: CardContent): Promise<void> {
  await client.chat.update({ channel: ref.channelId, ts: ref.messageId, text, blocks, ...QUIET });
}

/** The conversation with a person. @throws WebAPICallError */
export async function directChannel({ client }: Workspace, userId: string): Promise<string> {
  const answer = await client.conversations.open({ users: userId });
  return z.object({ channel: z.object({ id: z.string() }) }).parse(answer).channel.id;
}

const CARD_EVENT = 'kaleido_card';

const messageSchema = z.object({
  ts: z.string(),
  user: z.string().optional(),
  thread_ts: z.string().optional(),
  blocks: z.array(z.looseObject({ block_id: z.string().optional() })).default([]),
  files: z.array(z.looseObject({ id: z.string().optional(), name: z.string().nullish() })).default([]),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.looseObject({ delivery: z.string().optional() }) })
    .optional()
    .catch(undefined),
});
/** A message as Slack keeps it. */
export type KeptMessage = z.infer<typeof messageSchema>;
const messages = z.object({ messages: z.array(messageSchema).default([]) });

/** One message; null when there is none or the bot may not read there. */
export async function read(workspace: Workspace, message: MessageRef): Promise<KeptMessage | null> {
  return (await readThread(workspace, message)).find(({ ts }) => ts === message.messageId) ?? null;
}

/**
 * The messages of the thread that a message is in or begins; where Slack lets bots read no threads, the message alone
 * if it is in none; none when the bot may not read there.
 */
async function readThread({ client }: Workspace, { channelId, messageId }: MessageRef): Promise<KeptMessage[]> {
  const alone = { channel: channelId, oldest: messageId, latest: messageId, inclusive: true, limit: 1 };
  try {
    const answer = await client.conversations
      .replies({ channel: channelId, ts: messageId, limit: 200 })
      .catch(() => client.conversations.history(alone));
    return messages.parse(answer).messages;
  } catch {
    // What it is needed for can be done without, only less well.
    return [];
  }
}

/**
 * The message of a delivery that was posted but not noted, as when the process died between the two.
 * @param since `ts` that it is later than: Slack tells of a thread its first messages, and apps outside its Marketplace
 * no more than 15 of them
 */
export async function findPosted(
  { client, botUserId }: Workspace,
  { channelId, threadTs }: Place,
  deliveryId: string,
  since: string | null,
): Promise<MessageRef | null> {
  try {
    const common = {
      channel: channelId,
      limit: 100,
      include_all_metadata: true,
      ...(since === null ? {} : { oldest: since }),
    };
    const answer = messages.parse(
      threadTs === null
        ? await client.conversations.history(common)
        : await client.conversations.replies({ ...common, ts: threadTs }),
    );
    const mine = answer.messages.find(
      ({ metadata, user }) =>
        user === botUserId && metadata?.event_type === CARD_EVENT && metadata.event_payload.delivery === deliveryId,
    );
    return mine ? { channelId, messageId: mine.ts } : null;
  } catch {
    return null;
  }
}

/** Refusals that no later attempt changes. */
const FINAL = [
  'cant_delete_message',
  'compliance_exports_prevent_deletion',
  'missing_scope',
  'team_access_not_granted',
];

/**
 * Removes the message that shows a generation. Its files go first: where the message has to stay, its picture is gone
 * all the same.
 *
 * @param known files of the generation that need not be read from its messages
 * @returns false when Slack does not let the message be removed
 * @throws WebAPICallError when a later attempt may do it
 */
export async function removeCardMessage(
  workspace: Workspace,
  message: MessageRef,
  generationId: string,
  known: Iterable<string>,
): Promise<boolean> {
  const { client } = workspace;
  const thread = await readThread(workspace, message);
  const shown = pictureIn(thread.find(({ ts }) => ts === message.messageId)?.blocks ?? []);
  const shared = thread
    .flatMap(({ files }) => files)
    .filter(({ name }) => generationOfFile(name ?? '') === generationId)
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
  for (const id of new Set([...known, ...(shown === null ? [] : [shown.id]), ...shared])) await deleteFile(client, id);
  try {
    await client.chat.delete({ channel: message.channelId, ts: message.messageId });
    return true;
  } catch (error) {
    const code = refusalCode(error);
    if (code === 'message_not_found') return true;
    if (isClosed(error) || (code !== null && FINAL.includes(code))) return false;
    throw error;
  }
}
