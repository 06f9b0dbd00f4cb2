import type { LatentContext } from '../../engine/context/index.js';
import { visualTokenizerOf } from '../../engine/manifest/index.js';
import type { CellTask } from '../types.js';
import { carryDraft, carryOver } from './carry-over.js';

/**
 * A task that may have been made with another bundle, as this one can do it: what it gives is carried over, and a cell
 * that was only to be painted is sampled where something is missing now.
 */
export function carryTask(task: CellTask, model: LatentContext): CellTask {
  if (task.mode === 'keep') return task;
  const { latents, lost } = carryOver({ latents: task.given, visualTokenizer: task.visualTokenizer ?? null }, model);
  const draft = carryDraft(task.draft ?? null, model);
  const carried = {
    given: latents,
    origins: task.origins,
    visualTokenizer: visualTokenizerOf(model.manifest),
    lost: [...(task.lost ?? []), ...lost],
    ...(task.prompt === undefined ? {} : { prompt: task.prompt }),
    ...(draft === null ? {} : { draft }),
  };
  const seed = task.seed === undefined ? {} : { seed: task.seed };
  const isComplete = task.mode === 'paint' && lost.every(({ how }) => how !== 'dropped');
  return isComplete ? { mode: 'paint', ...carried, seed: task.seed } : { mode: 'sample', ...carried, ...seed };
}
