import type { Cell, Generation } from '../core/index.js';
import { GenerationFailed, type WorkContext } from '../core/work/index.js';
import { DEFAULT_UPSCALE, EngineError, LIMITS, type RgbaImage } from '../engine/basics/index.js';
import { resize } from '../images/index.js';
import type { Easel } from './easels.js';
import type { GridFiles, PaintedCell } from './grid-files.js';

/** How far the shape of what comes back may be from that of the picture, as a part: engines round. */
const ROUNDED = 0.02;

/**
 * Makes the pictures of a generation's parent larger. Nothing of it is kept when the engine goes away meanwhile: it is
 * one call of it.
 *
 * @param cells as they were kept
 * @throws GenerationFailed `parent_gone` where the parent's file is no more; EngineError `painter_refused` where the
 *   engine has no upscaler any more, `painter_failed` for a picture of another shape; the signal's reason when aborted
 */
export async function upscaleCells(
  { upscaling, about, patient }: Pick<Easel, 'upscaling' | 'about' | 'patient'>,
  files: Pick<GridFiles, 'read'>,
  { id, attempt, settings }: Generation,
  cells: readonly Cell[],
  { signal, report }: Pick<WorkContext, 'signal' | 'report'>,
): Promise<PaintedCell[]> {
  if (upscaling === undefined) throw new EngineError('painter_refused', { why: 'upscale' });
  const painted: PaintedCell[] = [];
  for (const cell of cells) {
    report({
      generationId: id,
      attempt,
      phase: 'painting',
      step: painted.length,
      steps: cells.length,
      previewKey: null,
    });
    const before = cell.imageKey === null ? null : await files.read(cell.imageKey);
    if (before === null) throw new GenerationFailed('parent_gone', { cell: cell.index + 1 });
    const { image } = before;
    const scale = scaleOf(image, settings);
    const larger = await patient(() => upscaling.upscale({ image, scale }, signal));
    if (!isSameShape(image, larger)) {
      const detail = `made ${image.width} × ${image.height} pixels into ${larger.width} × ${larger.height}`;
      throw new EngineError('painter_failed', { host: about?.name ?? upscaling.upscaler, detail });
    }
    painted.push({ cell, image: await noLarger(larger, image, scale) });
  }
  return painted;
}

/** As much as was asked for, and as goes on a picture that may be that large. */
function scaleOf({ width, height }: RgbaImage, { upscale = DEFAULT_UPSCALE }: Generation['settings']): number {
  return Math.max(1, Math.min(upscale, LIMITS.upscaled.side / Math.max(width, height)));
}

function isSameShape(before: RgbaImage, after: RgbaImage): boolean {
  const ratio = (after.width * before.height) / (after.height * before.width);
  return Math.abs(ratio - 1) <= ROUNDED && after.width >= before.width && after.height >= before.height;
}

/** Upscalers have a scale of their own, whatever they are asked for. */
async function noLarger(larger: RgbaImage, { width, height }: RgbaImage, scale: number): Promise<RgbaImage> {
  const wanted = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return larger.width <= wanted.width ? larger : resize(larger, wanted.width, wanted.height);
}
