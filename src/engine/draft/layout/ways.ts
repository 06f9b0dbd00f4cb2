/**
 * Ways beyond training's in which one thing stands to another; a draft's `places` counts them from 0, in this order,
 * which is kept: new ones come last. A draft of two things without `places` is laid out as training does.
 *
 * `fitted`: as large as the canvas takes them, on the side that a figure looks to; `eaten`: at its mouth; `read`: low
 * in front of it.
 */
export const WAYS = ['fitted', 'eaten', 'read'] as const;

/** One of these ways. */
export type Way = (typeof WAYS)[number];

/** The way that the number of places of a draft of two things means. */
export function wayOf(places: number | undefined): Way | undefined {
  return places === undefined ? undefined : WAYS[places];
}
