import type { Box } from '../latents/index.js';
import type { Things } from '../memory/index.js';
import type { Placed } from './placed.js';

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
  return (label, thing) => names.get(thing)?.has(label.trim().toLowerCase()) ?? false;
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
