import type { Card } from '../../../chat/cards/index.js';
import { clip } from '../../../chat/text/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { MessageRef } from '../../../core/index.js';
import { createRecent } from '../../../engine/basics/index.js';
import { areUploadsRefused } from '../api/index.js';
import { clean } from '../render/index.js';
import type { Workspace } from '../workspaces/index.js';
import { deleteFile, digestOf, type UploadedFile, uploadFile } from './files.js';

/** Uploads and previews remembered. */
const MOST = 1000;
/** Milliseconds before a workspace that takes no files is asked again. */
const CLOSED_MS = 5 * 60_000;
/** Milliseconds between two previews of one generation: each is three calls and a file. */
const PREVIEW_EVERY_MS = 8000;

/** File name of a generation's picture; a reaction on a message with such a file is one on the generation. */
export const pictureName = (generationId: string): string => `kaleido-${generationId}.png`;

/** The generation that a file of ours shows; null for other files. */
export const generationOfFile = (name: string): string | null =>
  /^kaleido-([0-9a-z]{12})\.png$/.exec(name)?.[1] ?? null;

type Share = Parameters<typeof uploadFile>[2];

/** Uploads the pictures of cards, each once. */
export class CardPictures {
  readonly #log: Log;
  readonly #uploaded = createRecent<string, UploadedFile>(MOST);
  /** Ids of what was uploaded for a generation lately: its messages cannot always be read for them. */
  readonly #filesOf = createRecent<string, Set<string>>(MOST);
  readonly #previews = createRecent<string, { file: UploadedFile; at: number }>(MOST);
  /** Workspaces that show a file in a block only once it is shared in a conversation. */
  readonly #strict = new Set<string>();

  /** Workspaces that take no files, until when they are not asked again. */
  readonly #closed = createRecent<string, number>(MOST);

  constructor(log: Log) {
    this.#log = log;
  }

  /** Whether a workspace has refused files lately: its cards go without pictures, and say so. */
  areRefused({ teamId }: Workspace): boolean {
    return (this.#closed.get(teamId) ?? 0) > performance.now();
  }

  needsSharing({ teamId }: Workspace): boolean {
    return this.#strict.has(teamId);
  }

  /** Remembers that a workspace refused a file which was uploaded and processed but not shared. */
  refused({ teamId }: Workspace): void {
    this.#strict.add(teamId);
    this.#log.info({ teamId }, 'This Slack workspace shows only shared files in blocks; pictures go into threads too');
  }

  /** The uploaded picture of a card, for a block. @throws as `uploadFile` */
  async final(workspace: Workspace, card: Card): Promise<UploadedFile | null> {
    if (card.picture === null) return null;
    const key = `${workspace.teamId} ${digestOf(card.picture.file)}`;
    return this.#once(workspace, card, key, null);
  }

  /** The picture of a card shared in the thread of its message, for a block there. @throws as `uploadFile` */
  async shared(workspace: Workspace, card: Card, message: MessageRef, threadTs: string): Promise<UploadedFile | null> {
    if (card.picture === null) return null;
    const key = `${workspace.teamId} ${digestOf(card.picture.file)} ${message.channelId} ${threadTs}`;
    const share = { channelId: message.channelId, threadTs, comment: '' };
    return this.#once(workspace, card, key, share);
  }

  /**
   * A preview of what is being painted, or the one before when the last was made just now. Null when it cannot be had:
   * nothing waits for a preview.
   */
  async preview(workspace: Workspace, card: Card): Promise<UploadedFile | null> {
    const { generationId, picture } = card;
    const known = this.#previews.get(generationId);
    const isFresh = known !== undefined && performance.now() - known.at < PREVIEW_EVERY_MS;
    const isOff = this.needsSharing(workspace) || this.areRefused(workspace);
    if (picture === null || isFresh || isOff) return known?.file ?? null;
    try {
      const file = known?.file.digest === digestOf(picture.file) ? known.file : await upload(workspace, card, null);
      this.#previews.set(generationId, { file, at: performance.now() });
      if (known && known.file.id !== file.id) await deleteFile(workspace.client, known.file.id);
      return file;
    } catch (err) {
      this.#log.debug({ err, generationId }, 'No preview on Slack');
      return known?.file ?? null;
    }
  }

  /** Deletes the preview of a generation that is done. */
  async dropPreview({ client }: Workspace, generationId: string): Promise<void> {
    const known = this.#previews.get(generationId);
    this.#previews.forget(generationId);
    if (known) await deleteFile(client, known.file.id);
  }

  /** Files that were uploaded for a generation lately by this process. */
  filesOf(generationId: string): Iterable<string> {
    return this.#filesOf.get(generationId) ?? [];
  }

  /** Null where the workspace takes no files. @throws as `uploadFile` */
  async #once(workspace: Workspace, card: Card, key: string, share: Share): Promise<UploadedFile | null> {
    const known = this.#uploaded.get(key);
    if (known) return known;
    if (this.areRefused(workspace)) return null;
    try {
      const file = await upload(workspace, card, share);
      this.#uploaded.set(key, file);
      this.#filesOf.get(card.generationId, () => new Set()).add(file.id);
      return file;
    } catch (err) {
      if (!areUploadsRefused(err)) throw err;
      const { teamId } = workspace;
      this.#log.warn({ err, teamId }, 'This Slack workspace takes no files: cards go without pictures');
      this.#closed.set(teamId, performance.now() + CLOSED_MS);
      return null;
    }
  }
}

function upload(workspace: Workspace, card: Card, share: Share): Promise<UploadedFile> {
  const { generationId, picture, title } = card;
  if (picture === null) throw new TypeError('The card has no picture.');
  const name = pictureName(generationId);
  const { file, altText } = picture;
  return uploadFile(workspace, { file, name, altText, title: clip(clean(title), 200) || name }, share);
}
