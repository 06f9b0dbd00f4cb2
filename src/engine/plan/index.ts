export { latentKernel } from './kernel.js';
export { planCells } from './plan.js';
export { selectDiverse } from './select.js';
