export { drawBody, lookOfBody } from './draw-body.js';
export {
  type BodyBox,
  type Build,
  boxOfBody,
  handOfBody,
  isPosed,
  POSED,
  type Pose,
  type Posed,
  type PosedBody,
  restOf,
} from './poses.js';
