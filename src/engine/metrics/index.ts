export { DENSITY_NEIGHBOURS, densityCoverage } from './density-coverage.js';
export { frechetDistance } from './frechet-distance.js';
export { mean } from './mean.js';
export { cosineKernel, meanSimilarity } from './mean-similarity.js';
export { MANIFOLD_NEIGHBOURS, precisionRecall } from './precision-recall.js';
export { promptFidelity } from './prompt-fidelity.js';
export { pickVectors, type Vectors } from './vectors.js';
export { vendiScore } from './vendi.js';
