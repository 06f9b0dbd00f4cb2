export { drawBody, lookOfBody } from './draw-body.js';
export { type BodyBox, type Build, boxOfBody, handOfBody, type Pose, type PosedBody, restOf } from './poses.js';
