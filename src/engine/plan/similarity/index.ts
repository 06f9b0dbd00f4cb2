export { blobsSimilarity } from './blobs.js';
export { boxesSimilarity } from './boxes.js';
export { descriptionSimilarity, styleSimilarity } from './description.js';
export { addFeature, coveredCells, jaccard, type Pairwise, words } from './features.js';
export { paletteSimilarity } from './palette.js';
export { tokensSimilarity } from './tokens.js';
