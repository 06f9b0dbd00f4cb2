import { createHash } from 'node:crypto';
import { refusal } from '../rest/api-error.js';
import type { UploadedFile } from '../rest/body.js';
import { invalidForm } from '../rest/form.js';
import type { MessageEdit } from '../schemas/message.js';
import type { Attachment, Channel } from './types.js';
import type { World } from './world.js';

/** What a file may weigh where nothing else is said (developers/reference#uploading-files). */
export const DEFAULT_SIZE_LIMIT = 10 * 1024 * 1024;

/** Who has no signed URL gets no file (developers/reference#signed-attachment-cdn-urls). */
export const signatureOf = (id: string): string => createHash('sha256').update(`signed ${id}`).digest('hex');

/** Where the content network has a file, with what signs the URL. */
export function attachmentUrl({ baseUrl, clock }: World, folder: string, id: string, name: string): string {
  const [issued, expires] = [0, 86_400].map((after) => (Math.floor(clock.now() / 1000) + after).toString(16));
  const signed = new URLSearchParams({ ex: expires ?? '', is: issued ?? '', hm: signatureOf(id) });
  return `${baseUrl}/attachments/${folder}/${id}/${encodeURIComponent(name)}?${signed}`;
}

/** Bytes a file in this channel may have. */
export function sizeLimit(world: World, channel: Channel): number {
  return channel.guildId === null ? DEFAULT_SIZE_LIMIT : world.guild(channel.guildId).attachmentSizeLimit;
}

/**
 * The attachments of a message after a request: those kept (all, where the request names none) and the new ones. A list
 * that is given must name every file that shall be there after it (developers/reference#editing-message-attachments).
 *
 * @throws ApiError 40005 for a file that is too large, 50035 for a description of no file, 50146 for an unknown kept
 * one
 */
export function placeAttachments(
  world: World,
  channel: Channel,
  present: readonly Attachment[],
  listed: MessageEdit['attachments'],
  files: readonly UploadedFile[],
): Attachment[] {
  if (files.some((file) => file.bytes.length > sizeLimit(world, channel))) throw refusal('tooLarge');
  const fresh = new Map(files.map((file) => [file.index, file]));
  const create = (
    file: UploadedFile,
    about?: { filename?: string | undefined; description?: string | null | undefined },
  ) => {
    const id = world.nextId();
    const filename = cleanName(about?.filename ?? file.name);
    return {
      id,
      filename,
      description: about?.description ?? null,
      contentType: file.contentType,
      url: attachmentUrl(world, channel.id, id, filename),
      bytes: file.bytes,
    };
  };
  if (!listed) return limited([...present, ...files.map((file) => create(file))]);
  const named = listed.map((one, index) => {
    const file = fresh.get(one.id);
    if (file) {
      fresh.delete(one.id);
      return create(file, one);
    }
    const kept = present.find((old) => old.id === one.id);
    if (kept) return { ...kept, ...(one.description !== undefined && { description: one.description }) };
    if (/^\d{17,}$/.test(one.id)) throw refusal('unknownUploadedFile');
    const message = `No file files[${one.id}] was uploaded.`;
    throw invalidForm([{ path: ['attachments', index, 'id'], code: 'ATTACHMENT_NOT_FOUND', message }]);
  });
  return limited([...named, ...[...fresh.values()].map((file) => create(file))]);
}

function limited(attachments: Attachment[]): Attachment[] {
  if (attachments.length <= 10) return attachments;
  throw invalidForm([
    { path: ['attachments'], code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 10 or fewer in length.' },
  ]);
}

/** Names keep letters, digits, dots, dashes and underscores; the SPOILER_ prefix hides a picture. */
function cleanName(name: string): string {
  return name.replaceAll(/\s+/g, '_').replaceAll(/[^\p{L}\p{N}._-]/gu, '') || 'unknown';
}
