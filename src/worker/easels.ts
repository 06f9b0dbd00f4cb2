import type { Generation } from '../core/index.js';
import { GenerationFailed } from '../core/work/index.js';
import { type Painter, paintedBy } from '../engine/painters/index.js';
import type { ImageRecord } from '../images/index.js';
import { createPaintLine, type PaintLine, type PaintLineOptions } from './paint-line.js';
import type { Patience } from './patience.js';

/** Who paints a generation. */
export interface Easel {
  line: PaintLine;
  /** Cells in one request at most; what is painted of others is not painted again when the painter is away. */
  cellsAtOnce?: number;
  /** Tries again while the painter is away. */
  patient: Patience;
  /** What is written of it into its pictures; absent of Kaleido itself. */
  about?: ImageRecord['painter'];
}

/** What it makes throws GenerationFailed `painter_missing` where a generation is for a painter that is not here. */
export type EaselFor = (
  generation: Pick<Generation, 'settings'>,
  patient: Patience,
  signal: AbortSignal,
) => Promise<Easel>;

/**
 * Finds who paints a generation: Kaleido itself, or the painter that it was accepted for, which has a line of its own:
 * who waits for the one does not wait for the other.
 *
 * @param own Kaleido's own line
 * @param onPainted told of each picture of the painter's
 */
export function createEasels(
  own: PaintLine,
  painter: Painter | undefined,
  onPainted: PaintLineOptions['onPainted'],
): EaselFor {
  const other = painter && { painter, line: createPaintLine(painter, { batchCells: 1, onPainted }) };
  return async ({ settings }, patient, signal) => {
    if (settings.painter === undefined) return { line: own, patient };
    if (other === undefined) throw new GenerationFailed('painter_missing');
    const about = await patient(() => paintedBy(other.painter, signal));
    return { line: other.line, cellsAtOnce: 1, patient, about };
  };
}
