import type { Blob } from '../../latents/index.js';
import { addFeature, coveredCells, type Features, jaccard, type Pairwise } from './features.js';

/** Intersection over union of the area under sets of ellipses, overlaps counted. Positive semidefinite. */
export function blobsSimilarity(layouts: readonly (readonly Blob[])[]): Pairwise {
  const areas = layouts.map(area);
  return (i, j) => jaccard(areas[i]!, areas[j]!);
}

function area(blobs: readonly Blob[]): Features {
  const features = new Map<string, number>();
  for (const blob of blobs) {
    const radians = (blob.angle * Math.PI) / 180;
    const cos = Math.cos(radians);
    const sin = Math.sin(radians);
    coveredCells(
      (x, y) => {
        const along = ((x - blob.x) * cos + (y - blob.y) * sin) / blob.major;
        const across = ((y - blob.y) * cos - (x - blob.x) * sin) / blob.minor;
        return along ** 2 + across ** 2 <= 1;
      },
      (cell) => addFeature(features, `${cell}`),
    );
  }
  return features;
}
