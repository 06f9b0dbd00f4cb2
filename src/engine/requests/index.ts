export {
  type CheckedCell,
  type CheckedPaintRequest,
  type CheckedPlanRequest,
  checkPaintRequest,
  checkPlanRequest,
  MOST_CANDIDATES,
} from './check.js';
export { type PaintSettings, paintSettings } from './paint-settings.js';
export { DEFAULT_RECALL, recallSettings } from './recall-settings.js';
export type {
  CadsOptions,
  CellPlan,
  Engine,
  GuidanceName,
  PaintEvent,
  PaintRequest,
  Plan,
  PlanRequest,
  SamplerName,
} from './types.js';
