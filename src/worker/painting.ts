import { isPack } from '../core/basics/index.js';
import type { Cell, Generation } from '../core/index.js';
import { GenerationFailed, type WorkContext } from '../core/work/index.js';
import type { OwnThing } from '../engine/own/index.js';
import type { PaintEvent, PaintRequest } from '../engine/requests/index.js';
import { readOptionsOf } from '../engine/words/index.js';
import type { Easel } from './easels.js';
import type { GridFiles, Painted, PaintedCell } from './grid-files.js';
import type { Previews } from './previews.js';
import { isPainted, type Outcome, picturesOf, unlessRefused, withOutcomes } from './refusals.js';

/** Denoiser steps between two looks at whether a preview is due. */
const PREVIEW_EVERY = 2;

/** Cells of a pack in one request, which is one denoiser call a step: nobody else waits for more. */
export const CELLS_AT_ONCE = 4;

/** What is to be painted, and what it is painted with. */
interface ToPaint {
  generation: Generation;
  cells: readonly Cell[];
  own: readonly OwnThing[];
}

/** What work tells of itself while it is painted. */
interface PaintWork extends Pick<WorkContext, 'signal' | 'report'> {
  /** Told of each cell that is painted, before the next one is begun. */
  onPainted?: (painted: PaintedCell) => void;
}

/**
 * Gives every cell its picture: a kept one, or one that was painted before its painter went away, that of its file, all
 * others are painted together when their turn comes, those of a pack some at a time, between which others go first.
 * Where a painter that is asked for each by itself refuses some, those have a sign in place of a picture.
 *
 * @throws GenerationFailed `parent_gone` when the file of a kept cell is no more; EngineError `painter_refused` where
 *   no new picture is left; the signal's reason when aborted
 */
export async function paintCells(
  { line, cellsAtOnce, patient }: Easel,
  files: Pick<GridFiles, 'read'>,
  { generation, cells, own }: ToPaint,
  { signal, report, onPainted }: PaintWork,
  previews: Previews,
): Promise<PaintedCell[]> {
  const { id, attempt, tasks } = generation;
  const isKept = ({ index }: Cell) => tasks[index]?.mode === 'keep';
  const known = await Promise.all(
    cells.map((cell) => (isKept(cell) ? readKept(files, cell) : paintedBefore(files, cell))),
  );
  const fresh = cells.filter((_, k) => known[k] === null);
  const all = (made: readonly Outcome[]) => cells.map((cell, k) => known[k] ?? made[fresh.indexOf(cell)]);
  if (fresh.length === 0) return withOutcomes(cells, known as Outcome[]);
  const isPatient = isPack(generation);
  const atOnce = cellsAtOnce ?? (isPatient ? CELLS_AT_ONCE : fresh.length);
  const parts = Math.ceil(fresh.length / atOnce);
  const made: Outcome[] = [];
  let firstRefusal: unknown;
  for (let part = 0; part < parts; part++) {
    const some = fresh.slice(part * atOnce, (part + 1) * atOnce);
    const onEvent = (event: PaintEvent) => {
      if (event.type === 'preview')
        previews.show(picturesOf(all([...made, ...event.images.map((image) => ({ image }))])));
      if (event.type === 'step') {
        const [step, steps] = [part * event.steps + event.step, parts * event.steps];
        report({ generationId: id, attempt, phase: 'painting', step, steps, previewKey: previews.key });
      }
    };
    const request = paintRequest(generation, some, own);
    const { outcomes, refusal } = await unlessRefused(some.length, () =>
      patient(() => line.paint(request, signal, onEvent, isPatient)),
    );
    made.push(...outcomes);
    firstRefusal ??= refusal;
    for (const [k, one] of outcomes.entries()) if (isPainted(one)) onPainted?.({ cell: some[k]!, ...one });
  }
  const isAnyNew = made.some(isPainted) || cells.some((cell, k) => !isKept(cell) && isPainted(known[k]));
  if (!isAnyNew) throw firstRefusal;
  return withOutcomes(cells, all(made) as Outcome[]);
}

/** How many pictures that were asked for anew there are none of. */
export function unpaintedOf({ tasks }: Pick<Generation, 'tasks'>, painted: readonly PaintedCell[]): number {
  return painted.filter(({ cell }) => cell.refused !== undefined && tasks[cell.index]?.mode !== 'keep').length;
}

async function readKept(files: Pick<GridFiles, 'read'>, { index, imageKey, refused }: Cell): Promise<Outcome> {
  if (refused !== undefined) return { refused };
  const picture = imageKey === null ? null : await files.read(imageKey);
  if (picture !== null) return picture;
  throw new GenerationFailed('parent_gone', { cell: index + 1 });
}

async function paintedBefore(files: Pick<GridFiles, 'read'>, { imageKey }: Cell): Promise<Painted | null> {
  return imageKey === null ? null : files.read(imageKey);
}

/** What cells are painted by. */
export function paintRequest(
  { prompt, settings }: Generation,
  cells: readonly Cell[],
  own: readonly OwnThing[],
): PaintRequest {
  const { sampler, steps, guidance, aspect } = settings;
  return {
    prompt,
    // The likelihood bears on planning alone.
    cells: cells.map(({ latents, seed, draft, prompt }) => ({
      latents,
      seed,
      logLikelihood: 0,
      ...(draft === null ? {} : { draft }),
      ...(prompt === null ? {} : { prompt }),
    })),
    ...readOptionsOf({ ...settings, own }),
    ...(sampler === undefined ? {} : { sampler }),
    ...(steps === undefined ? {} : { steps }),
    ...(guidance === undefined ? {} : { guidance }),
    ...(aspect === undefined ? {} : { aspect }),
    previewEvery: PREVIEW_EVERY,
  };
}
