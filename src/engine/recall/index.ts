export { planRecalled, type Recall } from './plan-recalled.js';
