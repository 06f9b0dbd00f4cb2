import type { Cell } from '../core/index.js';
import { EngineError, type PictureSize, type RefusedWhy, type RgbaImage } from '../engine/basics/index.js';
import { unpaintedPicture } from '../images/index.js';
import type { Painted, PaintedCell } from './grid-files.js';

/** What became of a cell: a picture, or why there is none. */
export type Outcome = Painted | { refused: RefusedWhy };

/**
 * Pictures, or why there are none. That a shape is not painted says nothing of one picture, and is thrown on.
 *
 * @param count pictures that are asked for
 * @throws what `paint` throws but for refusals
 */
export async function unlessRefused(
  count: number,
  paint: () => Promise<readonly RgbaImage[]>,
): Promise<{ outcomes: Outcome[]; refusal?: EngineError }> {
  try {
    return { outcomes: (await paint()).map((image) => ({ image })) };
  } catch (error) {
    if (!(error instanceof EngineError) || !error.is('painter_refused')) throw error;
    const { why } = error.data;
    if (why === 'aspect' || why === 'upscale') throw error;
    return { outcomes: new Array<Outcome>(count).fill({ refused: why }), refusal: error };
  }
}

export function isPainted(outcome: Outcome | null | undefined): outcome is Painted {
  return outcome != null && 'image' in outcome;
}

/** Size of what stands in for pictures where there is none beside it. */
const USUAL: PictureSize = { width: 512, height: 512 };

/** The pictures that there are so far, and empty ones for all else. */
export function picturesOf(outcomes: readonly (Outcome | null | undefined)[]): RgbaImage[] {
  const { width, height } = sizeOf(outcomes);
  const empty = { width, height, data: new Uint8Array(4 * width * height) };
  return outcomes.map((outcome) => (isPainted(outcome) ? outcome.image : empty));
}

/** Cells with what became of them; what was refused has a sign in its place. */
export async function withOutcomes(cells: readonly Cell[], outcomes: readonly Outcome[]): Promise<PaintedCell[]> {
  const size = sizeOf(outcomes);
  return Promise.all(
    outcomes.map(async (outcome, k) =>
      isPainted(outcome)
        ? { cell: cells[k]!, ...outcome }
        : { cell: { ...cells[k]!, refused: outcome.refused }, image: await unpaintedPicture(size) },
    ),
  );
}

function sizeOf(outcomes: readonly (Outcome | null | undefined)[]): PictureSize {
  return outcomes.find(isPainted)?.image ?? USUAL;
}
