export { createWorkshop } from './workshop.js';
