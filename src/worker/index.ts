export { createDescribing } from './describing.js';
export { createWorkshop } from './workshop.js';
