import type { Box } from '../../latents/index.js';
import { addFeature, coveredCells, type Features, jaccard, type Pairwise, words } from './features.js';

/**
 * Overlap of layouts: intersection over union of the covered area, counted once without labels and once for each word
 * of the label, so that swapping two objects changes half of it. Comparing areas instead of matching boxes one to one
 * keeps it positive semidefinite.
 */
export function boxesSimilarity(layouts: readonly (readonly Box[])[]): Pairwise {
  const areas = layouts.map(area);
  return (i, j) => jaccard(areas[i]!, areas[j]!);
}

function area(boxes: readonly Box[]): Features {
  const features = new Map<string, number>();
  for (const { label, x0, y0, x1, y1 } of boxes) {
    const labelWords = words(label);
    coveredCells(
      (x, y) => x >= x0 && x < x1 && y >= y0 && y < y1,
      (cell) => {
        addFeature(features, `${cell}`);
        for (const word of labelWords) addFeature(features, `${word}@${cell}`, 1 / labelWords.length);
      },
    );
  }
  return features;
}
