export { latentKernel } from './kernel.js';
export { planCells } from './plan-sampled.js';
export { selectDiverse } from './select.js';
