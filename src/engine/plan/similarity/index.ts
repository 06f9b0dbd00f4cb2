export { blobsSimilarity } from './blobs.js';
export { boxesSimilarity } from './boxes.js';
export { descriptionSimilarity } from './description.js';
export { addFeature, jaccard, words } from './jaccard.js';
export type { Pairwise } from './pairwise.js';
export { paletteSimilarity } from './palette.js';
export { coveredCells } from './raster.js';
export { styleSimilarity } from './style.js';
export { tokensSimilarity } from './tokens.js';
