import type { Blob, Box } from '../../latents/index.js';
import type { Things } from '../../memory/index.js';
import type { Draft } from '../draft.js';
import { actorsOf } from './actor.js';
import { arrange, leaderOf, paintingOrder } from './arrange.js';
import { embodied } from './embodied.js';
import { fitBlob, isSameBlob } from './fit-blob.js';
import { type BoxFit, fitBox } from './fit-box.js';
import { mapBetween } from './frame.js';
import { blobSteps } from './geometry.js';
import { edgesOf, moved, type Placed, type Stage, spreadOf } from './placed.js';
import { tilted } from './tilt.js';

/**
 * How a thing came to its place: as boxes do, or turned and stretched onto an ellipse; undefined where nobody chose a
 * place for it.
 */
export type Fit = BoxFit | 'turned';

/** A draft's things at their places. */
export interface Scene {
  /** As they are spoken of. */
  spoken: readonly Placed[];
  /** From back to front, as indices into `spoken`. */
  order: readonly number[];
  /**
   * Of each box or blob, in the order in which latents list them, the thing it is of; undefined where it is of none.
   */
  listed: readonly (number | undefined)[];
  /** In the order of `spoken`. */
  fits: readonly (Fit | undefined)[];
}

/**
 * Lays a draft's things out by the bundle's layouts, and brings those that somebody chose a box or an ellipse for into
 * it. What stands on another thing, or is worn, goes along with it unless it has a box or ellipse of its own. Where
 * both are chosen and do not agree, the ellipse counts.
 * @throws EngineError `bad_draft`, as `actorsOf` and `arrange` do
 */
export function placeThings(draft: Draft, stage: Stage, labelledAs: LabelledAs): Scene {
  const actors = embodied(actorsOf(draft, stage.tables, stage.artwork), draft, stage);
  const natural = tilted(arrange(actors, draft, stage), draft.tilt, stage);
  const order = paintingOrder(actors, draft, stage);
  const { boxes, blobs } = draft;
  if (!boxes && !blobs) return { spoken: natural, order, listed: order, fits: natural.map(() => undefined) };
  const listed = boxes ? matchBoxes(boxes, natural, order, labelledAs) : order;
  const fits = natural.map((): Fit | undefined => undefined);
  const spoken = natural.map((placed, k): Placed => {
    const at = listed.indexOf(k);
    const boxed: Fitted = at < 0 ? placed : intoBox(placed, boxes?.[at], stage);
    const turned: Fitted = at < 0 ? boxed : ontoBlob(boxed, blobs?.[at], stage);
    fits[k] = turned.fit ?? boxed.fit;
    const { fit: _, ...fitted } = turned;
    return fitted;
  });
  const followed = spoken.map((placed, k): Placed => {
    const leader = fits[k] === undefined ? leaderOf(draft, k, stage.tables) : undefined;
    const isLed = leader !== undefined && fits[leader] !== undefined;
    return isLed ? moved(placed, mapBetween(natural[leader]!.frame, spoken[leader]!.frame)) : placed;
  });
  return { spoken: followed, order, listed, fits };
}

type Fitted = Placed & { fit?: Fit };

function intoBox(placed: Placed, box: Box | undefined, stage: Stage): Fitted {
  if (!box) return placed;
  const { by, fit } = fitBox(edgesOf(placed, stage), box, stage.size);
  return { ...moved(placed, by), fit };
}

function ontoBlob(placed: Fitted, blob: Blob | undefined, stage: Stage): Fitted {
  if (!blob) return placed;
  const { size } = stage;
  const spread = spreadOf(placed, stage);
  if (isSameBlob(blobSteps(spread, size), blob)) return { ...placed, fit: placed.fit ?? 'there' };
  return { ...moved(placed, fitBlob(spread, blob, size)), fit: 'turned' };
}

/** Tells which thing a label means. */
export type LabelledAs = (label: string, thing: string) => boolean;

/** Labels are a thing's name, what people are shown, or a synonym, in any case. */
export function createLabelledAs({ things }: Pick<Things, 'things'>): LabelledAs {
  const names = new Map(
    things.map(({ name, display, synonyms }) => [
      name,
      new Set([name, display ?? name, ...synonyms].map((text) => text.toLowerCase())),
    ]),
  );
  return (label, thing) => {
    const called = label.trim().toLowerCase();
    return names.get(thing)?.has(called) ?? called === thing;
  };
}

/**
 * Which thing each box is for: in turn the first that the label names and that has no box yet, from back to front, as
 * measured boxes are listed; boxes whose labels name none of the things then go to things left over, as these are
 * spoken of. More boxes than things are left without one.
 *
 * @param spoken as they are spoken of
 * @param order things from back to front, as indices into `spoken`
 * @returns indices into `spoken`
 */
export function matchBoxes(
  boxes: readonly Pick<Box, 'label'>[],
  spoken: readonly Pick<Placed, 'thing'>[],
  order: readonly number[],
  labelledAs: LabelledAs,
): (number | undefined)[] {
  const free = new Set(order);
  const take = (k: number | undefined) => {
    if (k !== undefined) free.delete(k);
    return k;
  };
  const named = boxes.map(({ label }) => take(order.find((k) => free.has(k) && labelledAs(label, spoken[k]!.thing))));
  return named.map((k) => k ?? take([...free].sort((a, b) => a - b)[0]));
}
