export { drawBody, lookOfBody } from './draw-body.js';
export { garmentOf, inGarment } from './garments.js';
export type { BodyBox, Build, Spot } from './parts.js';
export {
  boxOfBody,
  type Gear,
  handOfBody,
  isPosed,
  POSED,
  type Pose,
  type Posed,
  type PosedBody,
  restOf,
} from './poses.js';
