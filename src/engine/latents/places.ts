const ROWS = ['upper', '', 'lower'] as const;
const COLUMNS = ['left', '', 'right'] as const;

/** Where a point (0–1, y down) lies on the canvas: `centre`, `left`, `upper`, `lower right`, … */
export function placeWord(x: number, y: number): string {
  const words = [ROWS[third(y)], COLUMNS[third(x)]].filter((word) => word !== '');
  return words.length > 0 ? words.join(' ') : 'centre';
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
