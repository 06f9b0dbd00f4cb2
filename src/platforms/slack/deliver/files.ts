import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { clip } from '../../../chat/text/index.js';
import { rateLimitSeconds, refusalCode } from '../api/index.js';
import type { Workspace } from '../workspaces/index.js';

/** A file to be uploaded: its bytes, its name, what it shows, and its title. */
export interface Upload {
  file: Buffer;
  name: string;
  altText: string;
  title: string;
}

/** A file that Slack has. */
export interface UploadedFile {
  id: string;
  /** First 12 hexadecimal digits of the SHA-256 of its bytes. */
  digest: string;
}

/** Where to share a file, as a message of its own. */
export interface Share {
  channelId: string;
  threadTs: string | null;
  /** mrkdwn, escaped. */
  comment: string;
}

const ticketSchema = z.object({ upload_url: z.url(), file_id: z.string() });
const infoSchema = z.object({
  file: z.object({ mimetype: z.string().default(''), shares: z.record(z.string(), z.unknown()).default({}) }),
});

/** Longest wait for Slack to process a file, in milliseconds. */
const PATIENCE_MS = 30_000;
const FIRST_WAIT_MS = 150;
const LONGEST_WAIT_MS = 2000;
/** Longest alternative text that files.getUploadURLExternal takes. */
const ALT_TEXT = 1000;

/** First 12 hexadecimal digits of the SHA-256 of a file's bytes. */
export const digestOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex').slice(0, 12);

/**
 * Uploads a file in three steps (https://docs.slack.dev/messaging/working-with-files) and waits until Slack has
 * processed it: until then no block can show it, and its type is empty (slackapi/java-slack-sdk issue 1349).
 *
 * @param share where to post it; null keeps it to the app, whose blocks may show it
 * @throws WebAPICallError, or Error when the bytes were refused or processing takes over half a minute
 */
export async function uploadFile(
  { client, network }: Pick<Workspace, 'client' | 'network'>,
  upload: Upload,
  share: Share | null,
): Promise<UploadedFile> {
  const { file, name, title } = upload;
  // The SDK's own argument is alt_text; the method's page says alt_txt.
  const ticket = ticketSchema.parse(
    await client.apiCall('files.getUploadURLExternal', {
      filename: name,
      length: file.byteLength,
      alt_txt: clip(upload.altText, ALT_TEXT),
    }),
  );
  const answer = await network.fetch(ticket.upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(file),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`Slack took no file: HTTP ${answer.status}.`);
  await client.apiCall('files.completeUploadExternal', {
    files: [{ id: ticket.file_id, title }],
    ...(share
      ? {
          channel_id: share.channelId,
          ...(share.threadTs ? { thread_ts: share.threadTs } : {}),
          ...(share.comment === '' ? {} : { initial_comment: share.comment }),
        }
      : {}),
  });
  await untilProcessed(client, ticket.file_id, share !== null);
  return { id: ticket.file_id, digest: digestOf(file) };
}

async function untilProcessed(client: webApi.WebClient, id: string, isShared: boolean): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.7, LONGEST_WAIT_MS)) {
    await sleep(wait);
    try {
      const { mimetype, shares } = infoSchema.parse(await client.files.info({ file: id })).file;
      if (mimetype !== '' && (!isShared || Object.keys(shares).length > 0)) return;
    } catch (error) {
      const seconds = rateLimitSeconds(error);
      if (seconds !== null) await sleep(seconds * 1000);
      else if (refusalCode(error) !== 'file_not_found') throw error;
    }
    if (performance.now() > until) throw new Error(`Slack did not process the file ${id} in ${PATIENCE_MS / 1000} s.`);
  }
}

/** Deletes a file that nothing shows any more; it is no harm when that fails. */
export async function deleteFile(client: webApi.WebClient, id: string): Promise<boolean> {
  try {
    await client.files.delete({ file: id });
    return true;
  } catch {
    return false;
  }
}
