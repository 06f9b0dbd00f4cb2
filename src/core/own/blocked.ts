import { cutOut, isSamePicture, perceptualHashes, takePicture } from '../../images/index.js';
import { requireAdmin, scopeOf } from '../access/index.js';
import { CoreError } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { auditEntry } from '../policy/index.js';
import type { Actor, OwnPicture } from '../types.js';

/** Pictures that admins do not want to be brought along. */
export function pictureBlockUseCases(
  deps: CoreDeps,
): Pick<Core, 'blockedPictures' | 'blockPicture' | 'blockPicturesOf' | 'unblockPicture'> {
  const { store, clock } = deps;
  return {
    async blockedPictures(actor) {
      requireAdmin(actor, 'policy');
      return store.pictureBlocks.list(scopeOf(actor));
    },

    async blockPicture(actor, picture) {
      requireAdmin(actor, 'policy');
      await block(deps, actor, picture);
    },

    async blockPicturesOf(actor, id) {
      requireAdmin(actor, 'policy');
      const { settings } = await store.generations.open(actor, id, 'see');
      const own = await filesOf(deps, settings.own ?? []);
      for (const picture of own) await block(deps, actor, picture);
      return own.map(({ name }) => name);
    },

    async unblockPicture(actor, hash) {
      requireAdmin(actor, 'policy');
      const known = (await store.pictureBlocks.list(scopeOf(actor))).find((one) => one.hash === hash);
      const subject = `picture ${known?.name}`;
      const entry = auditEntry(actor, clock(), { action: 'picture.unblock', subject, before: hash, after: null });
      if (known === undefined || !(await store.pictureBlocks.remove(hash, entry)))
        throw new CoreError('blocked_picture_unknown', { id: hash });
    },
  };
}

/**
 * Refuses a picture that looks like one that is blocked where the actor is.
 * @throws CoreError `picture_blocked`; ImageError for one that cannot be read
 */
export function requireNotBlocked(deps: CoreDeps, actor: Actor, bytes: Uint8Array): Promise<void> {
  return refuseBlocked(deps, actor, async () => [bytes]);
}

/**
 * The same of those that a request is drawn by.
 * @throws CoreError `picture_blocked`
 */
export async function requireNoneBlocked(deps: CoreDeps, actor: Actor, own: readonly OwnPicture[]): Promise<void> {
  if (own.length === 0) return;
  await refuseBlocked(deps, actor, async () => (await filesOf(deps, own)).map(({ bytes }) => bytes));
}

/** @param files read only where anything is blocked */
async function refuseBlocked(
  { store }: CoreDeps,
  actor: Actor,
  files: () => Promise<readonly Uint8Array[]>,
): Promise<void> {
  const blocked = await store.pictureBlocks.list(scopeOf(actor));
  if (blocked.length === 0) return;
  for (const bytes of await files()) {
    const looks = (await hashesOf(bytes)).flat();
    const isBlocked = looks.some((one) => blocked.some(({ hash }) => isSamePicture(one, hash)));
    if (isBlocked) throw new CoreError('picture_blocked');
  }
}

/** Those that are still kept. */
async function filesOf({ blobs }: CoreDeps, own: readonly OwnPicture[]) {
  const files = await Promise.all(own.map(async ({ name, picture }) => ({ name, bytes: await blobs.get(picture) })));
  return files.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]));
}

async function block(
  { store, clock }: CoreDeps,
  actor: Actor,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<void> {
  const now = clock();
  const hashes = [...new Set((await hashesOf(bytes)).map(([plain]) => plain))];
  const subject = `picture ${name}`;
  const entry = auditEntry(actor, now, { action: 'picture.block', subject, before: null, after: hashes[0] });
  await store.pictureBlocks.add(
    hashes.map((hash) => ({ hash, name, createdAt: now })),
    entry,
  );
}

/** Of the whole picture, and of what it shows alone: as it is, and mirrored. */
async function hashesOf(bytes: Uint8Array): Promise<[plain: string, mirrored: string][]> {
  const image = await takePicture(bytes);
  return [await perceptualHashes(image), await perceptualHashes(cutOut(image))];
}
