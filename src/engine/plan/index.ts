export { gridOf } from './grid.js';
export { latentKernel } from './kernel.js';
export { planSampled } from './plan-sampled.js';
export { selectDiverse } from './select.js';
export { varietySettings } from './variety.js';
