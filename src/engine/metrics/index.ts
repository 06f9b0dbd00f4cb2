export { cosineKernel, meanSimilarity, vendiScore } from './diversity.js';
export { frechetDistance } from './frechet-distance.js';
export { DENSITY_NEIGHBOURS, densityCoverage, MANIFOLD_NEIGHBOURS, precisionRecall } from './manifolds.js';
export { promptFidelity } from './prompt-fidelity.js';
export { mean, pickVectors, type Vectors } from './vectors.js';
