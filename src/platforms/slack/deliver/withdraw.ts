import type { MessageRef } from '../../../core/index.js';
import { isClosed, refusalCode } from '../api/index.js';
import { pictureIn } from '../render/index.js';
import type { Workspace } from '../workspaces/index.js';
import { generationOfFile } from './card-pictures.js';
import { deleteFile } from './files.js';
import { readThread } from './posting.js';

/** Refusals that no later attempt changes. */
const FINAL = [
  'cant_delete_message',
  'compliance_exports_prevent_deletion',
  'missing_scope',
  'team_access_not_granted',
];

/**
 * Removes the message that shows a generation. Its files go first: where the message has to stay, its picture is gone all the same.
 *
 * @returns false when Slack does not let the message be removed
 * @throws WebAPICallError when a later attempt may do it
 */
export async function withdraw(workspace: Workspace, message: MessageRef, generationId: string): Promise<boolean> {
  const { client } = workspace;
  const thread = await readThread(workspace, message);
  const shown = pictureIn(thread.find(({ ts }) => ts === message.messageId)?.blocks ?? []);
  const shared = thread
    .flatMap(({ files }) => files)
    .filter(({ name }) => generationOfFile(name ?? '') === generationId)
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
  for (const id of new Set([...(shown === null ? [] : [shown.id]), ...shared])) await deleteFile(client, id);
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
