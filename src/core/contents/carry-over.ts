import { EngineError } from '../../engine/basics/index.js';
import type { LatentContext } from '../../engine/context/index.js';
import type { Draft } from '../../engine/draft/index.js';
import {
  encodeContent,
  type LatentKind,
  type Latents,
  latentKind,
  presentKinds,
  shortenLatent,
} from '../../engine/latents/index.js';

import { visualTokenizerOf } from '../../engine/manifest/index.js';
import { isOwnPicture } from '../../engine/own/index.js';
import type { CellTask, Lost, StoredLatents } from '../types.js';

/** Latents as this bundle can take them, and what of them it cannot. */
export interface CarriedOver {
  latents: Latents;
  lost: Lost[];
}

/**
 * Latents that may be of another bundle (an earlier version's, or another host's) as this one can take them. Colours
 * and places mean the same to all bundles and are kept, of too many the first. Texts that have no room are cut after a
 * whole word where that goes. Visual tokens of another tokenizer would paint something else, so they are dropped.
 * Latents of this bundle stay as they are.
 */
export function carryOver({ latents, visualTokenizer }: StoredLatents, context: LatentContext): CarriedOver {
  const kept: Latents = { ...latents };
  const lost: Lost[] = [];
  for (const kind of presentKinds(latents)) {
    if (isForeign(kind, visualTokenizer, context)) {
      delete kept[kind];
      lost.push({ kind, how: 'dropped' });
    } else if (!fits(kind, latents, context)) {
      Object.assign(kept, shortenLatent(kind, latents, context));
      const isKept = fits(kind, kept, context);
      if (!isKept) delete kept[kind];
      lost.push({ kind, how: isKept ? 'shortened' : 'dropped' });
    }
  }
  return { latents: kept, lost };
}

/**
 * The draft, if this bundle's memory has all of its artwork and its tables all of its looks; null otherwise. Whether
 * its own things are at hand, only the engine sees.
 */
export function carryDraft(draft: Draft | null, { manifest, memory }: LatentContext): Draft | null {
  if (draft === null || !manifest.styles.includes(draft.style)) return null;
  const { paints, moods, marks } = manifest.tables;
  const isKnown = draft.things.every(
    ({ picture, paint, mood, mark }) =>
      (memory.pictures.includes(picture) || isOwnPicture(picture)) &&
      (paint === undefined || paints.includes(paint)) &&
      (mood === undefined || Object.hasOwn(moods, mood)) &&
      (mark === undefined || Object.hasOwn(marks, mark)),
  );
  return isKnown ? draft : null;
}

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

function isForeign(kind: LatentKind, visualTokenizer: string | null, { manifest }: LatentContext): boolean {
  if (!manifest.kinds.includes(kind)) return true;
  return latentKind(kind).isOfVisualTokenizer && visualTokenizer !== visualTokenizerOf(manifest);
}

function fits(kind: LatentKind, latents: Latents, context: LatentContext): boolean {
  try {
    encodeContent(kind, latents, context);
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.code === 'bad_pin') return false;
    throw error;
  }
}
