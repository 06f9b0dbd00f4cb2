import { carryOver } from '../core/carry-over.js';
import type { BlobStore } from '../core/ports.js';
import type { Cell, Generation } from '../core/types.js';
import type { Bundle } from '../engine/bundle/bundle.js';
import type { LatentContext } from '../engine/latents/context.js';
import { drawLatents } from '../engine/latents/kinds.js';
import { encodeLatentCode } from '../engine/latents/latent-code.js';
import type { RgbaImage } from '../engine/types.js';
import { type GridCell, renderGrid } from '../images/grid.js';
import { type ImageRecord, readRecord, toXmp } from '../images/metadata.js';
import { planCells } from '../images/plan-sheet.js';
import { decodePng, encodePng } from '../images/sharp.js';
import { VERSION } from '../package-info.js';

const PNG = 'image/png';

/** A picture at its model's own size. */
export interface Painted {
  image: RgbaImage;
  /** What painted it, where that is not the bundle at hand: a kept picture may be older. */
  bundle?: ImageRecord['bundle'];
}

/** A cell with its picture. */
export interface PaintedCell extends Painted {
  cell: Cell;
}

/** Cells with the keys of their pictures, and the key of the grid. */
export interface StoredGrid {
  cells: Cell[];
  gridKey: string;
}

/** Makes the files of generations. */
export interface Pictures {
  /** The picture of a kept cell, from the parent; null when it is no more. */
  read(key: string): Promise<Painted | null>;
  /** Removes what was stored. */
  remove(stored: StoredGrid): Promise<void>;
  /** Stores each cell's picture and the grid. */
  storeGrid(generation: Generation, painted: readonly PaintedCell[], vendi: number): Promise<StoredGrid>;
  /** Stores the sheet of a generation that is only planned. */
  storePlan(generation: Generation, cells: readonly Cell[], vendi: number): Promise<StoredGrid>;
}

export function createPictures(
  blobs: BlobStore,
  bundle: Pick<Bundle, 'manifest' | 'hash'>,
  context: LatentContext,
): Pictures {
  const { name, version, codebook } = bundle.manifest;

  function recordOf(
    { id, parentId, rootId, prompt, settings }: Generation,
    cells: readonly Cell[],
    paintedBy: ImageRecord['bundle'] = { name, version, hash: bundle.hash },
  ): ImageRecord {
    const { kinds, sampler, guidance, steps, seed, count, variety } = settings;
    return {
      software: `kaleido ${VERSION}`,
      bundle: paintedBy,
      prompt,
      settings: {
        seed,
        count,
        variety,
        ...(guidance === undefined ? {} : { guidance }),
        ...(steps === undefined ? {} : { steps }),
        ...(sampler === undefined ? {} : { sampler }),
        ...(kinds === undefined ? {} : { kinds }),
      },
      lineage: { id, parent: parentId, root: rootId },
      cells: cells.map(({ latents, visualTokenizer, seed }) => ({
        latents: encodeLatentCode(latents, visualTokenizer),
        seed,
      })),
    };
  }

  async function store(generation: Generation, grid: readonly GridCell[], cells: readonly Cell[], vendi: number) {
    const gridKey = `grids/${generation.id}.png`;
    await blobs.put(gridKey, await renderGrid(grid, { ...recordOf(generation, cells), vendi }), PNG);
    return gridKey;
  }

  return {
    async read(key) {
      const file = await blobs.get(key);
      if (file === null) return null;
      const { image, xmp } = await decodePng(file);
      return { image, ...painterOf(xmp) };
    },

    async storeGrid(generation, painted, vendi) {
      const cells = await Promise.all(
        painted.map(async ({ cell, image, bundle: paintedBy }) => {
          // Kept cells get a file of their own, so that neither generation loses it when the other is deleted.
          const imageKey = `cells/${generation.id}/${cell.index}.png`;
          await blobs.put(imageKey, await encodePng(image, toXmp(recordOf(generation, [cell], paintedBy))), PNG);
          return { ...cell, imageKey };
        }),
      );
      const grid = painted.map(({ cell, image }) => ({
        image,
        shapes: generation.settings.showLatents ? drawLatents(cell.latents) : [],
      }));
      return { cells, gridKey: await store(generation, grid, cells, vendi) };
    },

    async remove({ cells, gridKey }) {
      await blobs.delete([gridKey, ...cells.flatMap(({ imageKey }) => imageKey ?? [])]);
    },

    async storePlan(generation, cells, vendi) {
      const sheet = planCells(
        // A kept plan may be of another bundle, whose tokens have other colours.
        cells.map((cell) => carryOver(cell, context).latents),
        codebook.colours,
      );
      return { cells: [...cells], gridKey: await store(generation, sheet, cells, vendi) };
    },
  };
}

/** What painted a picture, by its own record; nothing where it has none that can be read. */
function painterOf(xmp: string | undefined): Pick<Painted, 'bundle'> {
  try {
    return { bundle: readRecord(xmp).bundle };
  } catch {
    return {};
  }
}
