import { decodePng, fileForChats, readRecord, renderSingle, STICKER_SIDE } from '../../images/index.js';

import { CoreError } from '../basics/index.js';
import { movingKeyOf } from '../contents/index.js';
import type { Core, PictureUse } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { emojiOf, stickerOf } from '../packs/index.js';
import type { Cell, Generation } from '../types.js';
import { cellOf, findFinished } from './find.js';

const LONGEST_SLUG = 40;
const PNG = 'png';

/**
 * Handing out what was painted: one cell at full size with its record, as an emoji or as a sticker; or the whole grid.
 */
export function pictureUseCases(deps: CoreDeps): Pick<Core, 'picture' | 'grid'> {
  const { blobs } = deps;
  return {
    async picture(actor, id, cell, use) {
      const generation = await findFinished(deps, actor, id, use === 'full' ? 'see' : 'share');
      const found = cellOf(generation, cell);
      const { file, ending } = await render(deps, await paintedOf(deps, generation, found), generation, use);
      return {
        file,
        name: fileName(generation, `${found.index + 1}${use === 'full' ? '' : `-${use}`}`, ending),
        altText: found.latents.description ?? generation.prompt,
      };
    },

    async grid(actor, id) {
      const generation = await deps.store.generations.open(actor, id, 'see');
      const file = generation.gridKey === null ? null : await blobs.get(generation.gridKey);
      return file === null ? null : { file, name: fileName(generation, 'grid'), altText: gridAltText(generation) };
    },
  };
}

/** A picture as it was painted, and how it moves where it does. */
export interface PaintedPicture {
  painted: Buffer;
  moving: Buffer | null;
}

/**
 * @throws CoreError `generation_unfinished`, `cell_refused` where its painter shows none, or `generation_unknown` where
 *   its file is gone
 */
export async function paintedOf(
  { blobs }: Pick<CoreDeps, 'blobs'>,
  { id, status, settings }: Generation,
  { index, imageKey, refused }: Cell,
): Promise<PaintedPicture> {
  if (imageKey === null && refused !== undefined)
    throw new CoreError('cell_refused', { cell: index + 1, reason: refused });
  if (imageKey === null) throw new CoreError('generation_unfinished', { status });
  const painted = await blobs.get(imageKey);
  if (painted === null) throw new CoreError('generation_unknown', { id });
  return { painted, moving: settings.isMoving ? await blobs.get(movingKeyOf(imageKey)) : null };
}

async function render(
  deps: Pick<CoreDeps, 'stickerSide'>,
  { painted, moving }: PaintedPicture,
  generation: Generation,
  use: PictureUse,
): Promise<{ file: Buffer; ending: string }> {
  const { image, xmp } = await decodePng(painted);
  if (use === 'emoji') return emojiOf({ image, moving });
  if (use === 'sticker') {
    const side = deps.stickerSide(generation.platform) ?? STICKER_SIDE;
    return { file: await stickerOf({ image, moving }, side), ending: PNG };
  }
  // What the worker recorded: the bundle may have been replaced since.
  const record = readRecord(xmp);
  const { id, parentId, rootId } = generation;
  const lineage = { id, parent: parentId, root: rootId };
  return fileForChats(await renderSingle(image, { ...record, lineage }));
}

function gridAltText({ cells, prompt }: Generation): string {
  const descriptions = cells.flatMap(({ index, latents: { description } }) =>
    description === undefined ? [] : [`${index + 1}: ${description}`],
  );
  return descriptions.length === 0 ? prompt : descriptions.join('; ');
}

/**
 * Name of a file, mostly a PNG, safe on every system and readable in a download folder: words of the prompt, the
 * generation's id and what it is, such as `a-cat-and-a-pizza-01hx3v9w2k4m-2.png`.
 */
export function fileName({ prompt, id }: Pick<Generation, 'prompt' | 'id'>, what: string, ending = PNG): string {
  const slug = prompt
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return `${slug === '' ? 'kaleido' : slug}-${id}-${what}.${ending}`;
}
