export { drawBody, lookOfBody } from './draw-body.js';
export {
  type BodyBox,
  type Build,
  boxOfBody,
  type Gear,
  handOfBody,
  isPosed,
  POSED,
  type Pose,
  type Posed,
  type PosedBody,
  restOf,
  type Spot,
} from './poses.js';
