import type { Generation } from '../core/index.js';
import type { OwnThing } from '../engine/own/index.js';
import type { Engine } from '../engine/requests/index.js';
import { movingOf } from '../engine/wiggles/index.js';
import { storeAnimation } from '../images/index.js';
import type { GridFiles, PaintedCell } from './grid-files.js';
import type { PaintLine } from './paint-line.js';
import { CELLS_AT_ONCE, paintRequest } from './painting.js';

/** What makes pictures move. */
export interface MovingParts {
  line: PaintLine;
  engine: Pick<Engine, 'signs'>;
  files: Pick<GridFiles, 'readMoving'>;
}

/**
 * Lets the cells of a pack that is to move do so: bodies are painted once without what is about them, which then moves
 * over them unpainted. What is kept moves as it did.
 *
 * @throws the signal's reason when aborted
 */
export async function moveCells(
  { line, engine, files }: MovingParts,
  { generation, own }: { generation: Generation; own: readonly OwnThing[] },
  painted: readonly PaintedCell[],
  signal: AbortSignal,
): Promise<PaintedCell[]> {
  const { moods, isMoving } = generation.settings;
  if (!moods || isMoving !== true) return [...painted];
  const kept = await Promise.all(painted.map(({ cell, file }) => keptOf(files, cell.imageKey, file)));
  const fresh = painted.filter((_, k) => kept[k] === null);
  const moving = new Map<number, Buffer>();
  for (let from = 0; from < fresh.length; from += CELLS_AT_ONCE) {
    const cells = fresh.slice(from, from + CELLS_AT_ONCE).map(({ cell }) => cell);
    const request = { ...paintRequest(generation, cells, own), isBare: true, previewEvery: 0 };
    const bodies = await line.paint(request, signal, () => undefined, true);
    const made = cells.map(async (cell, k) => {
      const animation = await movingOf(engine, cell, bodies[k]!, moods[cell.index]!, own);
      moving.set(cell.index, await storeAnimation(animation));
    });
    await Promise.all(made);
  }
  return painted.map((one, k) => ({ ...one, moving: kept[k] ?? moving.get(one.cell.index)! }));
}

/** How a kept picture moves; null of one that is new. */
async function keptOf(
  files: MovingParts['files'],
  imageKey: string | null,
  file: Buffer | undefined,
): Promise<Buffer | null> {
  return file === undefined || imageKey === null ? null : files.readMoving(imageKey);
}
