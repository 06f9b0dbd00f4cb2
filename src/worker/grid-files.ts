import { definedOf } from '../core/basics/index.js';
import { carryOver, drawnAfter, movingKeyOf } from '../core/contents/index.js';

import type { BlobStore, Cell, Generation } from '../core/index.js';
import { attemptKeys } from '../core/work/index.js';

import type { RgbaImage } from '../engine/basics/index.js';
import type { Bundle } from '../engine/bundle/index.js';
import { encodeLatentCode } from '../engine/codes/index.js';
import type { LatentContext } from '../engine/context/index.js';
import { drawLatents } from '../engine/latents/index.js';

import {
  decodePng,
  encodePng,
  type GridCell,
  type ImageRecord,
  planSheet,
  renderForChats,
  renderGrid,
  toXmp,
} from '../images/index.js';

import { VERSION } from '../package-info.js';

const PNG = 'image/png';
const WEBP = 'image/webp';

/** A picture at its model's own size. */
export interface Painted {
  image: RgbaImage;
  /** The file of a picture that is kept: it stays as it is, with the record of how it came about. */
  file?: Buffer;
}

/** A cell with its picture. */
export interface PaintedCell extends Painted {
  cell: Cell;
  /** The picture as it moves (`storeAnimation`); absent where it stands still. */
  moving?: Buffer;
}

/** Cells with the keys of their pictures, and the key of the grid. */
export interface StoredGrid {
  cells: Cell[];
  gridKey: string;
  /** Pictures that were asked for anew and that the painter refused; default: none. */
  unpainted?: number;
}

/** Makes the files of generations. */
export interface GridFiles {
  /** The picture of a kept cell, from the parent; null when it is no more. */
  read(key: string): Promise<Painted | null>;
  /** The same of how it moves. */
  readMoving(key: string): Promise<Buffer | null>;
  /** Stores each cell's picture, where there is one. @returns the cells with their keys */
  storeCells(
    generation: Generation,
    painted: readonly PaintedCell[],
    painter?: ImageRecord['painter'],
  ): Promise<Cell[]>;
  /** Stores each cell's picture and the grid. When it throws, nothing is being stored any more. */
  storeGrid(
    generation: Generation,
    painted: readonly PaintedCell[],
    vendi: number,
    painter?: ImageRecord['painter'],
  ): Promise<StoredGrid>;
  /** Stores a picture that was made larger, and a copy of it for chats, which take no file of any size. */
  storeUpscaled(
    generation: Generation,
    painted: readonly PaintedCell[],
    painter?: ImageRecord['painter'],
  ): Promise<StoredGrid>;
  /** Stores the sheet of a generation that is only planned. */
  storePlan(generation: Generation, cells: readonly Cell[], vendi: number): Promise<StoredGrid>;
}

export function createGridFiles(
  blobs: BlobStore,
  bundle: Pick<Bundle, 'manifest' | 'hash'>,
  context: LatentContext,
): GridFiles {
  async function storeShown(generation: Generation, png: Buffer) {
    const gridKey = attemptKeys(generation).grid;
    await blobs.put(gridKey, png, PNG);
    return gridKey;
  }
  const store = async (generation: Generation, grid: readonly GridCell[], record: ImageRecord) =>
    storeShown(generation, await renderGrid(grid, record));

  return {
    storeCells: (generation, painted, painter) => storeCells(blobs, bundle, generation, painted, painter),

    async read(key) {
      const file = await blobs.get(key);
      if (file === null) return null;
      return { image: (await decodePng(file)).image, file };
    },

    readMoving: (key) => blobs.get(movingKeyOf(key)),

    async storeGrid(generation, painted, vendi, painter) {
      const cells = await storeCells(blobs, bundle, generation, painted, painter);
      const record = { ...imageRecord(bundle, generation, cells, painter), vendi };
      return { cells, gridKey: await store(generation, shownCells(generation, painted), record) };
    },

    async storeUpscaled(generation, painted, painter) {
      const cells = await storeCells(blobs, bundle, generation, painted, painter);
      const record = imageRecord(bundle, generation, cells, painter);
      return { cells, gridKey: await storeShown(generation, await renderForChats(painted[0]!.image, record)) };
    },

    async storePlan(generation, cells, vendi) {
      // A kept plan may be of another bundle, whose tokens have other colours.
      const plans = cells.map((cell) => carryOver(cell, context).latents);
      const sheet = planSheet(plans, bundle.manifest.codebook.colours, generation.settings.aspect);
      const record = { ...imageRecord(bundle, generation, cells), vendi };
      return { cells: [...cells], gridKey: await store(generation, sheet, record) };
    },
  };
}

/** Cells as their grid shows them. */
function shownCells({ settings }: Generation, painted: readonly PaintedCell[]): GridCell[] {
  return painted.map(({ cell, image }) => ({ image, shapes: settings.showLatents ? drawLatents(cell.latents) : [] }));
}

/** See `GridFiles.storeCells`. When it throws, nothing is being stored any more. */
function storeCells(
  blobs: Pick<BlobStore, 'put'>,
  bundle: Pick<Bundle, 'manifest' | 'hash'>,
  generation: Generation,
  painted: readonly PaintedCell[],
  painter?: ImageRecord['painter'],
): Promise<Cell[]> {
  const keys = attemptKeys(generation);
  return allSettled(
    painted.map(async ({ cell, image, file, moving }) => {
      if (cell.refused !== undefined) return { ...cell, imageKey: null };
      // Kept cells get a file of their own, so that neither generation loses it when the other is deleted.
      const imageKey = keys.cell(cell.index);
      const record = () => imageRecord(bundle, generation, [cell], painter);
      await blobs.put(imageKey, file ?? (await encodePng(image, toXmp(record()))), PNG);
      if (moving) await blobs.put(movingKeyOf(imageKey), moving, WEBP);
      return { ...cell, imageKey };
    }),
  );
}

/** What is written into a picture of how it came about. */
function imageRecord(
  { manifest, hash }: Pick<Bundle, 'manifest' | 'hash'>,
  { id, parentId, rootId, prompt, settings }: Generation,
  cells: readonly Cell[],
  painter?: ImageRecord['painter'],
): ImageRecord {
  const { name, version } = manifest;
  const { kinds, sampler, guidance, steps, seed, count, variety, recall, style, without, aspect, upscale } = settings;
  const own = settings.own?.map(({ name }) => name);
  return {
    software: `kaleido ${VERSION}`,
    bundle: { name, version, hash },
    ...(painter === undefined ? {} : { painter }),
    prompt,
    settings: definedOf({
      seed,
      count,
      variety,
      guidance,
      steps,
      sampler,
      kinds,
      recall,
      style,
      without,
      aspect,
      upscale,
      own,
    }),
    lineage: { id, parent: parentId, root: rootId },
    cells: cells.map(({ latents, visualTokenizer, seed, draft, prompt: cellPrompt }) => ({
      latents: encodeLatentCode(latents, visualTokenizer, draft ?? undefined, aspect),
      seed,
      ...(cellPrompt === null ? {} : { prompt: cellPrompt }),
      ...drawnAfter(draft, manifest),
    })),
  };
}

/** All values, once every promise has settled. @throws the first reason */
async function allSettled<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const all = await Promise.allSettled(promises);
  return all.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
