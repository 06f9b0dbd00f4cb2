export type { CadsOptions, GuidanceName } from '../guidance/index.js';
export type { SamplerName } from '../samplers/index.js';
export {
  type CheckedCell,
  type CheckedPaintRequest,
  type CheckedPlanRequest,
  checkPaintRequest,
  checkPlanRequest,
} from './check.js';
export { type PaintSettings, paintSettings } from './paint-settings.js';
export { DEFAULT_RECALL, recallOfStrength, recallSettings } from './recall-settings.js';
export type {
  CellPlan,
  Engine,
  PaintEvent,
  PaintRequest,
  Plan,
  PlanRequest,
  SharedPaintRequest,
  StandIn,
} from './types.js';
export { STAND_INS } from './types.js';
