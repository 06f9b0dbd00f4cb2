export { createDescribing } from './describing.js';
export type { PlansInWords } from './planning.js';
export { createWorkshop } from './workshop.js';
