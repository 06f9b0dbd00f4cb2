import type { Draft, DraftedThing } from '../draft/index.js';

/** Steps of the canvas side that places are told apart by. */
const STEPS = 8;

/**
 * Names a plan: two drafts with one key show the same. It is made of artwork, paint, colours of parts, mood and layout;
 * a mirror, tokens or noise alone make nothing new.
 */
export function draftKey({ kind, places, things, boxes, palette }: Draft): string {
  const placed = boxes?.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((at) => Math.round(at * STEPS)));
  const coloured = palette?.map(({ colour }) => colour);
  return JSON.stringify([kind, places, things.map(looksOf), placed, coloured]);
}

function looksOf({ picture, paint, mood, mark, parts }: DraftedThing) {
  const coloured = parts === undefined ? [] : [parts.map(({ part, colour }) => `${part} ${colour}`)];
  return [picture, paint ?? '', mood ?? '', mark ?? '', ...coloured];
}
