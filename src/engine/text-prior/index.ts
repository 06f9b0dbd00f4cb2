export { STYLES } from './lists.js';
export { createPlanner, type PlannedInWords, type PlannerParts } from './planner.js';
export type { Proposal, ProposalRequest, TextPrior } from './text-prior.js';
