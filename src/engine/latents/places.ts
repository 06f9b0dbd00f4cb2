const PLACES = [
  ['upper left', 'top', 'upper right'],
  ['left', 'centre', 'right'],
  ['lower left', 'bottom', 'lower right'],
] as const;

/** A place on the canvas, in words. */
export type PlaceWord = (typeof PLACES)[number][number];

/** Where a point (0–1, y down) lies on the canvas: `centre`, `left`, `top`, `lower right`, … */
export function placeWord(x: number, y: number): PlaceWord {
  return PLACES[third(y)][third(x)];
}

/** `small`, `medium` or `large`, by the longer side as a fraction of the canvas. */
export function sizeWord(longerSide: number): string {
  if (longerSide > 0.8) return 'large';
  return longerSide > 0.5 ? 'medium' : 'small';
}

function third(coordinate: number): 0 | 1 | 2 {
  if (coordinate < 0.39) return 0;
  return coordinate > 0.61 ? 2 : 1;
}
