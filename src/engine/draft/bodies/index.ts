export { drawBody, lookOfBody } from './draw-body.js';
export { garmentOf, inGarment } from './garments.js';
export type { BodyBox, Build, Spot } from './parts.js';
export {
  type Attire,
  boxOfBody,
  type Gear,
  handOfBody,
  isPosed,
  POSED,
  type Pose,
  type Posed,
  type PosedBody,
  restOf,
  type Tail,
} from './poses.js';
