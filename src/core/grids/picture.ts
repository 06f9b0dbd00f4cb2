import { decodePng, readRecord, renderEmoji, renderSingle, renderSticker, STICKER_SIDE } from '../../images/index.js';

import { CoreError } from '../basics/index.js';
import type { Core, PictureUse } from '../core.js';
import type { CoreDeps } from '../deps.js';
import type { Generation } from '../types.js';
import { cellOf, findFinished } from './find.js';

const LONGEST_SLUG = 40;

/**
 * Handing out what was painted: one cell at full size with its record, as an emoji or as a sticker; or the whole grid.
 */
export function pictureUseCases(deps: CoreDeps): Pick<Core, 'picture' | 'grid'> {
  const { blobs } = deps;
  return {
    async picture(actor, id, cell, use) {
      const generation = await findFinished(deps, actor, id, use === 'full' ? 'see' : 'share');
      const { index, imageKey, latents } = cellOf(generation, cell);
      if (imageKey === null) throw new CoreError('generation_unfinished', { status: generation.status });
      const painted = await blobs.get(imageKey);
      if (painted === null) throw new CoreError('generation_unknown', { id });
      return {
        file: await render(deps, painted, generation, use),
        name: fileName(generation, `${index + 1}${use === 'full' ? '' : `-${use}`}`),
        altText: latents.description ?? generation.prompt,
      };
    },

    async grid(actor, id) {
      const generation = await deps.store.generations.open(actor, id, 'see');
      const file = generation.gridKey === null ? null : await blobs.get(generation.gridKey);
      return file === null ? null : { file, name: fileName(generation, 'grid'), altText: gridAltText(generation) };
    },
  };
}

async function render(
  deps: Pick<CoreDeps, 'stickerSide'>,
  painted: Buffer,
  generation: Generation,
  use: PictureUse,
): Promise<Buffer> {
  const { image, xmp } = await decodePng(painted);
  if (use === 'emoji') return renderEmoji(image);
  if (use === 'sticker') return renderSticker(image, deps.stickerSide(generation.platform) ?? STICKER_SIDE);
  // What the worker recorded: the bundle may have been replaced since.
  const record = readRecord(xmp);
  const { id, parentId, rootId } = generation;
  return renderSingle(image, { ...record, lineage: { id, parent: parentId, root: rootId } });
}

function gridAltText({ cells, prompt }: Generation): string {
  const descriptions = cells.flatMap(({ index, latents: { description } }) =>
    description === undefined ? [] : [`${index + 1}: ${description}`],
  );
  return descriptions.length === 0 ? prompt : descriptions.join('; ');
}

/**
 * Name of a PNG file, safe on every system and readable in a download folder: words of the prompt, the generation's id
 * and what it is, such as `a-cat-and-a-pizza-01hx3v9w2k4m-2.png`.
 */
export function fileName({ prompt, id }: Pick<Generation, 'prompt' | 'id'>, what: string): string {
  const slug = prompt
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return `${slug === '' ? 'kaleido' : slug}-${id}-${what}.png`;
}
