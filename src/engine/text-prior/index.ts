export { createPlanner, type PlannerParts } from './planner.js';
